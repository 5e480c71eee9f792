import type { Command } from 'commander';
import type { Calendar } from '../../../../domain/calendar/calendar';
import { CivilDate } from '../../../../domain/calendar/civil';
import { type CalendarOverrides, snapshotCalendar } from '../../../../domain/calendar/snapshot';
import type { RoundLedger } from '../../../../workflows/messages';
import type { Cli } from '../../context';
import { overridesIn } from '../../files/content-file';
import { heldUntil } from '../../../../domain/plan/calendar';
import type { Paper } from '../../terminal/paper';
import { calendarChange, dueDates } from '../../views/calendar-change';
import { type DecisionOptions, decisionOptions } from '../shared/decide';
import { decideForRound } from '../shared/round-command';

/** The last day that the calendar in force knows of, in whole years. */
const lastKnown = ({ published, holidays, makeUpDays }: Calendar): CivilDate[] => {
  const last = [...published.map((year) => `${year}-12-31`), ...holidays, ...makeUpDays].sort().at(-1);
  return last === undefined ? [] : [CivilDate.parse(last)];
};

/** As far as anything is due, and never less far than the calendar in force. */
const calendarNow = ({ head, calendar, rows }: RoundLedger, overrides?: CalendarOverrides): Calendar => {
  const dates = [head.concentratedUntil, ...dueDates({ rows })];
  const ends = [...dates.map(heldUntil), ...lastKnown(calendar), head.feedback].sort();
  return snapshotCalendar({ from: head.feedback, to: ends.at(-1) ?? head.feedback, overrides });
};

const print = (
  cli: Cli,
  paper: Paper,
  before: Calendar,
  after: Calendar,
  due: readonly CivilDate[],
): void => {
  const { change } = cli.say.command;
  const { firm, provisional, stillProvisional, off, worked } = calendarChange(before, after, due);
  paper.line(change.firm(firm));
  if (provisional > 0) paper.line(change.provisional(provisional, stillProvisional));
  if (off.length + worked.length > 0) paper.line({ text: change.days(off, worked), style: 'yellow' });
};

const newCalendar = async (cli: Cli, path: string | undefined, options: DecisionOptions): Promise<void> => {
  const overrides = path === undefined ? undefined : await overridesIn(path);
  await decideForRound(cli, { options }, ({ ledger }) => {
    const calendar = calendarNow(ledger, overrides);
    return {
      saying: { type: 'new-calendar', calendar },
      what: cli.say.command.change.versions(ledger.calendar.version, calendar.version),
      show: (paper) => {
        print(cli, paper, ledger.calendar, calendar, dueDates(ledger));
      },
    };
  });
};

export const register = (command: Command, cli: Cli): void => {
  command.argument('[file]', cli.say.argument.overrides);
  decisionOptions(command, cli).action((path: string | undefined, options: DecisionOptions) =>
    newCalendar(cli, path, options),
  );
};
