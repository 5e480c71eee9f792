import { readable } from '../../../domain/calendar/zone';
import { words } from '../../../domain/language';
import { wordedDifference } from '../../../domain/language/difference';
import { differencesOf } from '../../../domain/round/amend/difference';
import { heading, person, row, type Sheet } from './sheet';

/** What of the item the plan was amended in, before and after, and the measures that were dropped. */
export const printAmendments = (sheet: Sheet): void => {
  const { cli, paper, view } = sheet;
  const said = words(cli.language);
  const amended = view.log.flatMap(({ event, author, at }) =>
    event.type === 'amended'
      ? [{ event, by: author ? person(sheet, author.by) : said.story.system, at }]
      : [],
  );
  if (amended.length === 0) return;
  heading(sheet, cli.say.amend.title);
  for (const { event, by, at } of amended) {
    paper.prose(` ${cli.say.amend.of(event.version, event.number, by, readable(at))}`);
    paper.paragraphs(event.reason, '      ');
    for (const one of differencesOf(event, (id) => person(sheet, id))) {
      const { label, value } = wordedDifference(one, said);
      row(sheet, `   ${label}`, value);
    }
  }
};
