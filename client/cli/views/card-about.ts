import { words } from '../../../domain/language';
import { row, type Sheet } from './sheet';

/** What the item is about, as far as its plan says; a text of several lines stands below its label. */
export const printAbout = (sheet: Sheet): void => {
  const { cli, paper, view } = sheet;
  const { cause, goal, priority, tags, source } = view.context.planned;
  const { about } = cli.say.card;
  const said = words(cli.language);
  if (priority)
    row(sheet, about.priority, said.priority[priority], priority === 'high' ? 'yellow' : undefined);
  if (tags) row(sheet, about.tags, tags.join(' · '));
  for (const [label, text] of [
    [about.cause, cause],
    [about.goal, goal],
  ] as const) {
    if (text === undefined) continue;
    const isLong = text.includes('\n');
    row(sheet, label, isLong ? '' : text);
    if (isLong) paper.paragraphs(text, ' ');
  }
  if (source) row(sheet, about.source, said.source(source));
};
