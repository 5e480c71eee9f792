import { yuanText } from '../base/money';
import { sizeText } from '../base/size';
import { kindOf } from '../domain/evidence/limits';
import type { Judged, JudgedFile, JudgedMeasure } from '../domain/ladder/judged';
import type { ItemBrief } from '../domain/ladder/notice';
import { showCommand } from './commands';
import type { MailWords } from './language/words';
import type { Row } from './row';

const yuan = (fen: number | undefined): string | undefined => (fen ? yuanText(fen) : undefined);

const measureText = (
  { no, text, complete, recoveredFen, regulation }: JudgedMeasure,
  { judged }: MailWords,
): string => judged.measure({ no, text, complete, recovered: yuan(recoveredFen), regulation });

const fileText = ({ no, measure, title, size, mediaType }: JudgedFile, { judged }: MailWords): string =>
  judged.file({ no, measure, title, size: sizeText(size), kind: judged.kind[kindOf(mediaType) ?? 'other'] });

/** The first of a list, and how many more there are. */
const listed = (
  first: readonly string[],
  all: number,
  more: (lines: number) => string,
): { list?: string[] } => {
  if (first.length === 0) return {};
  const others = all - first.length;
  return { list: [...first, ...(others > 0 ? [more(others)] : [])] };
};

/** What a reviewer is to judge: the measures with what they have brought, the evidence, and the check-ins of a sustained item. */
export const judgedRows = (
  { measures, evidence, checkIns }: Judged,
  brief: ItemBrief,
  say: MailWords,
): Row[] => {
  const more = (lines: number) => say.judged.more(lines, showCommand(brief));
  const { all, complete, recoveredFen } = measures;
  return [
    {
      label: say.label.measures,
      value: say.judged.measures({ all, complete, recovered: yuan(recoveredFen) }),
      ...listed(
        measures.first.map((measure) => measureText(measure, say)),
        all,
        more,
      ),
    },
    {
      label: say.label.evidence,
      value: say.judged.evidence({ all: evidence.all, size: sizeText(evidence.size) }),
      ...listed(
        evidence.first.map((file) => fileText(file, say)),
        evidence.all,
        more,
      ),
    },
    ...(checkIns === undefined ? [] : [{ label: say.label.checkIns, value: say.judged.checkIns(checkIns) }]),
  ];
};
