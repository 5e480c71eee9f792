import type { CivilDate } from '../domain/calendar/civil';
import type { DigestLine, ItemBrief, MeasureBrief } from '../domain/ladder/notice';
import { pressingDate } from '../domain/ladder/pressing';
import type { Addressee } from '../domain/ladder/notice';
import { commandFor, showCommand } from './commands';
import type { Reader } from './reader';
import type { Row } from './row';

/** The measures that a line is about. */
export const measuresIn = (line: DigestLine): readonly MeasureBrief[] => {
  if ('fact' in line) return line.fact.measures ?? [];
  return line.reminder.measure ? [line.reminder.measure] : [];
};

/** The date that a line presses for: that of its measure, else the one that counts for its item. */
export const dateThatCounts = (line: DigestLine): CivilDate | undefined =>
  ('reminder' in line ? line.reminder.measure?.date : undefined) ?? pressingDate(line.brief);

/** The measures with their dates, and the sections for which the reader hears of the item. */
export const measureRows = (
  line: DigestLine,
  { say, words }: Reader,
  dated: (date: CivilDate) => string,
): Row[] => {
  const measures = measuresIn(line).map(({ no, text, date }): Row => {
    const value = say.measure.one(no, text, date && dated(date));
    return { label: say.label.measure, value, ...('reminder' in line && { pressing: true }) };
  });
  const sections = 'fact' in line ? (line.fact.sections ?? []) : [];
  return [
    ...measures,
    ...(sections.length > 0 ? [{ label: words.role.assistant, value: say.measure.sections(sections) }] : []),
  ];
};

/** How the owner of measures works on them; the handler, who answers for them, completes them. */
export const measureCommands = (line: DigestLine, to: Addressee): string[] => {
  const { brief } = line;
  const of = (verb: string, option: string) =>
    measuresIn(line).map(({ no }) => `${commandFor(verb, brief, to)} ${option} ${no}`);
  if (brief.status === 'assigned') return [showCommand(brief)];
  return isOwner(brief, to)
    ? [...of('progress', '--measure'), ...of('evidence', '--measure')]
    : of('progress', '--complete');
};

const isOwner = ({ owners = [], people }: ItemBrief, { person }: Addressee): boolean =>
  owners.includes(person) && people.handler.id !== person;
