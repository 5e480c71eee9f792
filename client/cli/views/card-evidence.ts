import { readable } from '../../../domain/calendar/zone';
import { currentFirst, type NumberedEvidence } from '../../../domain/evidence/versions';
import type { Measure } from '../../../domain/item/state';
import { sizeText } from '../../../base/size';
import type { Line } from '../terminal/paper';
import { person, type Sheet } from './sheet';

/** How much of a hash is enough to tell files apart by eye. */
const HASH = 12;
const INDENT = '      ';

const factsOf = (sheet: Sheet, file: NumberedEvidence): string => {
  const { effectiveDate, size, mediaType, sha512, by, at, replaces, replacedBy, withdrawn } = file;
  const { evidence: said } = sheet.cli.say.card;
  return [
    effectiveDate,
    sizeText(size),
    mediaType,
    `SHA-512 ${sha512.slice(0, HASH)}…`,
    `${person(sheet, by)} ${readable(at)}`,
    ...(replaces === undefined ? [] : [said.replaces(replaces)]),
    ...(replacedBy === undefined ? [] : [said.replacedBy(replacedBy)]),
    ...(withdrawn
      ? [said.withdrawn(person(sheet, withdrawn.by), readable(withdrawn.at), withdrawn.reason)]
      : []),
  ].join(' · ');
};

/** A newer version is there, or its handler has taken it back. */
const isPast = ({ replacedBy, withdrawn }: NumberedEvidence): boolean =>
  replacedBy !== undefined || withdrawn !== undefined;

/** A current file is shown in full, a past one only so that it can be found. */
const lineOf = (sheet: Sheet, file: NumberedEvidence): Line => {
  const { evidence: said } = sheet.cli.say.card;
  const no = `${said.number(file.no)} `;
  const title = said.title(file.title);
  const facts = ` ${factsOf(sheet, file)}`;
  return isPast(file)
    ? { text: `${INDENT}  ${no}${title}${facts}`, style: 'dim' }
    : [INDENT, no, { text: title, style: 'cyan' }, facts];
};

/** The evidence of a measure: what is current, then what was replaced or withdrawn. */
export const printEvidence = (sheet: Sheet, { no }: Pick<Measure, 'no'>): void => {
  const { paper, cli, view } = sheet;
  const files = currentFirst(view.state.evidence).filter(({ measure }) => measure === no);
  const old = files.filter(isPast);
  if (files.length === old.length)
    paper.prose({ text: INDENT + cli.say.card.evidence.none, style: 'yellow' });
  for (const file of files) {
    if (file === old[0])
      paper.prose({ text: INDENT + cli.say.card.evidence.older(old.length), style: 'dim' });
    paper.prose(lineOf(sheet, file));
  }
};
