import type { CivilDate } from '../../domain/calendar/civil';
import { daysBetween } from '../../domain/calendar/civil';
import type { ItemNumber, PersonId } from '../../base/ids';
import type { Side } from '../../domain/item/side';
import { isAtWork, isOpen, type Status } from '../../domain/item/states';
import { awaiting } from '../../domain/item/waiting';
import type { Proposal, RungId } from '../../domain/ladder/rung';
import { worstFirst } from '../../domain/ladder/urgency';
import type { Priority } from '../../domain/plan/about';
import { nameOf } from '../../domain/round/offices';
import type { Published } from '../../domain/round/published';
import {
  dueIn,
  isClosedLate,
  isOverdue,
  type LedgerRow,
  publishedStatus,
  urgencyOf,
  warningLevel,
} from '../../domain/round/row';
import type { Dossier, DossierItem } from '../dossier';
import { type Ladder, ladderOf, type ShownDay, shownDay } from './ladder';

/** The progress of an item: past its deadline, at a rung, open without one, ended. The page has a group for each. */
export type Standing = 'overdue' | 'warned' | 'open' | 'ended';

/** An urging letter, talk or proposal of accountability; without an outcome a person still has to decide. */
export type BoardProposal = { rung: Proposal; outcome?: 'issued' | 'dropped'; number?: string };

/** An item as the board shows it. Texts are as people wrote them. */
export type BoardItem = {
  number: ItemNumber;
  /** The life that is shown: 2 for one that was reopened once. */
  cycle: number;
  problem: string;
  priority?: Priority;
  tags?: string[];
  section: string;
  /** Sections that assist. */
  assisting?: readonly string[];
  /** Open measures that are past a date of their own. */
  measuresLate: number;
  leader: { id: PersonId; name: string };
  status: Status;
  published: Published;
  standing: Standing;
  level?: RungId;
  /** Who must act. */
  awaited?: { side: Side; name: string };
  deadline?: ShownDay;
  /** Where it differs from the current one. */
  originalDeadline?: CivilDate;
  /** The date that counts now, a reviewer's own or that of a check-in; `days` are left, negative past it. */
  due?: ShownDay & { days: number };
  sustainedUntil?: ShownDay;
  requestedOn?: CivilDate;
  endedOn?: CivilDate;
  closedLate: boolean;
  returns: number;
  extensions: number;
  undeliverable: boolean;
  /** The round has seen entries of its log that are no longer there. */
  logWentBack: boolean;
  proposals: BoardProposal[];
  archiveNumber?: string;
  mergedInto?: ItemNumber;
  ladder: Ladder;
};

const standingOf = (row: LedgerRow, level: RungId | undefined, today: CivilDate): Standing => {
  if (isOverdue(row, today)) return 'overdue';
  if (!isOpen(row.status)) return 'ended';
  return level === undefined ? 'open' : 'warned';
};

type Dates = Pick<
  BoardItem,
  'deadline' | 'originalDeadline' | 'due' | 'sustainedUntil' | 'requestedOn' | 'endedOn'
>;

const datesOf = (row: LedgerRow, { calendar, today }: Dossier): Dates => {
  const { deadline, originalDeadline, requestedOn } = row;
  const due = dueIn(row);
  const until = row.status === 'sustained' ? row.sustaining?.until : undefined;
  const endedOn = row.withdrawnOn ?? row.acceptedOn;
  return {
    ...(deadline && { deadline: shownDay(deadline, calendar) }),
    ...(originalDeadline && originalDeadline !== deadline && { originalDeadline }),
    ...(due && { due: { ...shownDay(due, calendar), days: daysBetween(today, due) } }),
    ...(until && { sustainedUntil: shownDay(until, calendar) }),
    ...(requestedOn && { requestedOn }),
    ...(endedOn && { endedOn }),
  };
};

/** A sustained item without another check-in before its end waits for nobody. */
const awaitedIn = (row: LedgerRow, { head }: Dossier): Pick<BoardItem, 'awaited'> => {
  const side = awaiting(row);
  if (side === undefined || (row.status === 'sustained' && dueIn(row) === undefined)) return {};
  return { awaited: { side, name: nameOf(row.people[side], head.roster) } };
};

const measuresLate = ({ status, measures }: DossierItem['state'], today: CivilDate): number =>
  isAtWork(status)
    ? measures.filter(({ deadline, completed }) => !completed && deadline !== undefined && deadline < today)
        .length
    : 0;

const boardItem = ({ row, state, planned }: DossierItem, dossier: Dossier): BoardItem => {
  const { head, calendar, now, today } = dossier;
  const { number, cycle, problem, section, status, returns, extensions, undeliverable } = row;
  const level = warningLevel(row, head.policy, calendar, today);
  return {
    number,
    cycle,
    problem,
    ...(row.priority && { priority: row.priority }),
    ...(row.tags && { tags: row.tags }),
    section,
    ...(planned.assisting && { assisting: planned.assisting }),
    measuresLate: measuresLate(state, today),
    status,
    returns,
    extensions,
    undeliverable,
    logWentBack: row.logWentBack !== undefined,
    leader: { id: row.people.leader, name: nameOf(row.people.leader, head.roster) },
    published: publishedStatus(row, today),
    standing: standingOf(row, level, today),
    ...(level && { level }),
    ...awaitedIn(row, dossier),
    ...datesOf(row, dossier),
    closedLate: isClosedLate(row),
    proposals: row.proposals.map(({ rung, outcome, number: paper }) => ({
      rung,
      ...(outcome && { outcome }),
      ...(paper !== undefined && { number: paper }),
    })),
    ...(row.archive && { archiveNumber: row.archive.archiveNumber }),
    ...(row.mergedInto && { mergedInto: row.mergedInto }),
    ladder: ladderOf(state, { policy: head.policy, calendar, now }),
  };
};

/** Every item of a round, the worst first; those that have ended come last, in the order of the plan. */
export const itemsOf = (dossier: Dossier): BoardItem[] =>
  worstFirst(dossier.items, ({ row }) => urgencyOf(row, dossier, dossier.today)).map((item) =>
    boardItem(item, dossier),
  );
