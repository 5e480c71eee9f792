import { aDossier, asDossierItem } from './dossier';
import type { DossierItem } from '../documents/dossier';
import { type LedgerDocument, ledgerOf } from '../documents/ledger';
import { ItemNumber } from '../base/ids';
import type { Language } from '../domain/round/roster';
import { anItem } from './item';
import { at, date } from './world';

/** Texts that spreadsheets would act on, that XML has no place for, or that look like something else. */
export const HOSTILE = [
  '=1+1',
  '=HYPERLINK("https://example.org","点此")',
  '+86 10',
  '-2+3',
  '@SUM(A1)',
  '＝cmd|calc',
  "'引号在前",
  '\t=1+1',
  '一行\r\n二行\r三行\n=4',
  '<b>&amp;</b>]]>"\'',
  '_x000D_ 与 _x0041_ 与 _x005F_',
  '逗号,分号;引号"换行\n完',
  '\u0000\u0007\u001b[31m红\u007f\u0085',
  '\ud800孤\udfff\ufffe',
  '\u202e倒着\u200b 看',
  '𠮷野家 👩‍👩‍👧',
  '  前后有空格  ',
  '00123',
  '2021-06-30',
  '长'.repeat(40_000),
] as const;

/** An item in which everything that people write is one text. */
const itemOf = (text: string, index: number): DossierItem => {
  const item = asDossierItem(anItem('archived'));
  const number = ItemNumber.parse(`${1 + Math.floor(index / 4)}.${1 + (index % 4)}`);
  const { approval, acceptance, progress } = item.state;
  if (!approval || !acceptance) throw new RangeError('an archived item without its decisions');
  return {
    ...item,
    row: { ...item.row, number, category: text, problem: text, section: text },
    state: {
      ...item.state,
      measures: item.state.measures.map((measure) => ({
        ...measure,
        text,
        deadline: date('2027-06-30'),
        completed: { by: approval.by, at: approval.at, result: text, recoveredFen: 5, regulation: text },
      })),
      evidence: item.state.evidence.map((file) => ({ ...file, title: text })),
      approval: { ...approval, opinion: text },
      acceptance: { ...acceptance, opinion: text },
      progress: { ...(progress ?? { by: approval.by, at: approval.at }), text },
    },
  };
};

/** A ledger of 20 items, one for each hostile text, or for other texts. */
export const aHostileLedger = (
  language: Language = 'zh-CN',
  texts: readonly string[] = HOSTILE,
): LedgerDocument => ledgerOf(aDossier(texts.map(itemOf), at('2021-07-12')), language);
