import { readable } from '../../../domain/calendar/zone';
import { type NumberedResult, numberedResults } from '../../../domain/item/results';
import { words } from '../../../domain/language';
import { deedText, heading, person, type Sheet } from './sheet';

const INDENT = '      ';

const printResult = (sheet: Sheet, result: NumberedResult): void => {
  const { cli, paper } = sheet;
  const { results: say } = cli.say.card;
  const { command, resultFigure } = words(cli.language);
  const { no, kind, figure, measure, evidence, vouchedBy, note, at, corrected, withdrawn } = result;
  const facts = [
    ...(measure === undefined ? [] : [say.measure(measure)]),
    ...(evidence === undefined ? [] : [cli.say.card.evidence.number(evidence)]),
    say.vouchedBy(person(sheet, vouchedBy)),
    `${person(sheet, result.by)} ${readable(at)}`,
  ].join(' · ');
  const text = ` ${no}. ${resultFigure(kind, figure)}`;
  paper.prose(
    withdrawn ? { text: `${text} ${facts}`, style: 'dim' } : [text, { text: ` ${facts}`, style: 'dim' }],
  );
  if (note !== undefined) paper.paragraphs(note, INDENT);
  for (const [act, deed] of [
    [command['correct-result'], corrected],
    [say.withdrawn, withdrawn],
  ] as const) {
    if (!deed) continue;
    paper.prose(INDENT + deedText(sheet, act, deed));
    paper.paragraphs(deed.reason, INDENT);
  }
};

/** What the item has brought (整改成效), as it was recorded; withdrawn results are shown too. */
export const printResults = (sheet: Sheet): void => {
  const results = numberedResults(sheet.view.state);
  if (results.length === 0) return;
  heading(sheet, sheet.cli.say.card.results.title);
  for (const result of results) printResult(sheet, result);
};
