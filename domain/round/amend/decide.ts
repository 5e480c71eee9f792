import { utf8ToBytes } from '@noble/hashes/utils';
import { civilOf } from '../../calendar/zone';
import { canonical } from '../../../base/hash';
import type { ItemNumber } from '../../../base/ids';
import { archiveNumber, type PlannedItem } from '../../plan/plan';
import type { Refusal } from '../../refusal';
import type { Amend } from '../command';
import { nameOf, personIn } from '../offices';
import { withPeople } from '../people';
import type { Roster } from '../roster';
import type { LedgerRow } from '../row';
import { unfitRecords } from '../records';
import { type Case, happens, lifeIn, refuse, type RoundState, type RoundVerdict } from '../rule';
import { askOrRefuse } from '../second/ask';
import { undoneBefore } from '../undo/undone';
import { isUntouched } from '../work-begun';
import { type AddedItem, type ItemAmendment, MOST_OCTETS } from './amendment';
import { openConflicts } from './conflicts';
import { changesPublished, correctedUntil, isEasier, isLater } from './needs-head';
import { amendmentObjection, passedDeadline } from './objection';
import { newOwners, numbersUsed, planStanding, planVersion, withAmendment } from './planned';
import { unfitAdditions } from './unfit-additions';

type Amending = Case<Amend>;

/** Why an amendment is of no plan that stands: who has amended it meanwhile. */
export const planMoved = (
  command: Pick<Amend, 'basedOn'>,
  { log, head }: Pick<RoundState, 'log' | 'head'>,
): Refusal | undefined => {
  const version = planVersion(log);
  if (command.basedOn === version) return undefined;
  const last = log.findLast(({ event }) => event.type === 'plan-amended');
  return {
    type: 'PlanMoved',
    basedOn: command.basedOn,
    version,
    ...(last?.author && { at: last.at, name: nameOf(last.author.by, head.roster) }),
  };
};

const badSize = (command: Amending['command']): Refusal | undefined => {
  const { changes, added = [] } = command;
  const bad = (message: string): Refusal => ({
    type: 'InvalidCommand',
    faults: [{ path: 'changes', message }],
  });
  if (changes.length + added.length === 0) return bad('empty');
  return utf8ToBytes(canonical(command)).length > MOST_OCTETS ? bad('too-large') : undefined;
};

/** The contacts that are named are those of the roster. */
const wrongContact = ({ contacts = {} }: Amending['command'], { contacts: known = {} }: Roster) =>
  Object.entries(contacts).find(([section, person]) => known[section] !== person)?.[1];

/** Whoever gets a measure, or assists, is somebody whom the round knows, and comes with a record, for the item may not. */
const unfitHelpers = ({ command, state }: Amending): Refusal | undefined => {
  const { changes, people = [], by, contacts = {} } = command;
  const { roster } = state.head;
  const owners = [...newOwners(changes), ...Object.values(contacts)];
  const stranger =
    wrongContact(command, roster) ??
    [...people.map(({ id }) => id), ...owners].find((id) => !personIn(roster, id));
  if (stranger !== undefined) return { type: 'UnknownPerson', person: stranger };
  if (canonical(withPeople(roster, people)) !== canonical(roster))
    return { type: 'KeysNotHere', person: people[0]?.id ?? by };
  return unfitRecords(people, roster, by, owners);
};

/** Why one item cannot be amended so. */
const unfitChange = (
  change: ItemAmendment,
  { state, now }: Amending,
  standing: readonly PlannedItem[],
): Refusal | undefined => {
  const life = lifeIn(state, change);
  if ('refusal' in life) return life.refusal;
  const { item } = change;
  if (change.keep)
    return openConflicts(state.log).some((one) => one.item === item)
      ? undefined
      : { type: 'AmendmentUnfit', item, fault: 'nothing-new' };
  const today = civilOf(now);
  const planned = standing.find(({ number }) => number === item);
  const imported = state.items?.find(({ number }) => number === item);
  // Whoever asks ahead without the plan leaves what needs it to the round.
  if (!planned || !imported) return passedDeadline(change, today);
  const { status, measures } = life.row;
  const { deadline: _, ...undated } = planned;
  const numbers = planned.measures.map(({ no }) => no);
  const found = amendmentObjection(
    change,
    {
      status,
      // What was extended or returned since counts, not what the plan says.
      planned: { ...undated, ...(life.row.deadline && { deadline: life.row.deadline }) },
      used: numbersUsed(imported, state.log),
      done: measures.complete === measures.all && status !== 'returned' ? numbers : [],
    },
    today,
  );
  return passedDeadline(change, today) ?? (found && { type: 'AmendmentUnfit', item, ...found });
};

/** Items of one category have one name for it. */
const torn = (
  { changes, added = [] }: Amending['command'],
  standing: readonly PlannedItem[],
): Refusal | undefined => {
  if (added.length === 0 && !changes.some(({ set }) => set?.category !== undefined)) return undefined;
  const amended = standing.map((item) =>
    withAmendment(item, changes.find((one) => one.item === item.number) ?? {}),
  );
  const after = [...amended, ...added.map(({ planned }) => planned)];
  const categoryOf = (number: ItemNumber) => number.split('.')[0];
  for (const { number, category } of after) {
    const other = after.find(
      (one) => categoryOf(one.number) === categoryOf(number) && one.category !== category,
    );
    if (other) return { type: 'AmendmentUnfit', item: other.number, fault: 'category-differs' };
  }
  return undefined;
};

/** The office puts policies and calendars in force alone: none of those it has chosen since lengthens its own time of correction. */
const setsWindow = (log: Amending['state']['log']): boolean =>
  log.some(({ event: { type } }) => type === 'policy-changed' || type === 'calendar-changed');

const isPublished = (log: Amending['state']['log']): boolean =>
  log.some(({ event }) => event.type === 'notice-published');

/** Whether the office still corrects this item alone. */
const isCorrectedAlone = (row: LedgerRow, { state, now }: Amending): boolean => {
  const { log, calendar, head } = state;
  const opened = log[0]?.at ?? now;
  return !setsWindow(log) && now < correctedUntil(opened, calendar, head.policy) && isUntouched(row);
};

/** Whether what an amendment does to one item takes the head. */
const takesHead = (change: ItemAmendment, given: Amending, standing: readonly PlannedItem[]): boolean => {
  const { rows, log } = given.state;
  const row = rows.find((one) => one.number === change.item);
  const planned = standing.find(({ number }) => number === change.item);
  if (!row || change.keep || isCorrectedAlone(row, given)) return false;
  return (
    isEasier(change, { deadline: row.deadline, planned: planned ?? { measures: [] } }) ||
    (isPublished(log) && changesPublished(change, row, civilOf(given.now)))
  );
};

/**
 * More to do makes nothing easier, but what a notice has published was fewer items; and a part that is split from an item with a
 * later end, or none, moves its date.
 */
const additionTakesHead = ({ planned, splitFrom }: AddedItem, given: Amending): boolean => {
  const { rows, log } = given.state;
  if (isPublished(log)) return true;
  const row = rows.find(({ number }) => number === splitFrom);
  if (!row || isCorrectedAlone(row, given)) return false;
  const { deadline, kind } = planned;
  return isLater(deadline ?? null, row.deadline) || (kind === 'sustained' && row.kind !== 'sustained');
};

/** What the items that are added get, in their order. */
const numbersGiven = (added: readonly AddedItem[], { head, pieces }: Amending['state']): string[] =>
  added.map((_, index) => archiveNumber(head.archive, pieces + 1 + index));

/** Of an amendment that is of the plan as it stands: why it is not taken, or what becomes of it. */
export const amend = (given: Amending): RoundVerdict => {
  const { command, state } = given;
  const { changes, added = [], basedOn, reason, number, by, onBehalfOf } = command;
  const standing = planStanding(state.items ?? [], state.log);
  const refusal =
    (added.length > 0 ? undoneBefore(state) : undefined) ??
    planMoved(command, state) ??
    badSize(command) ??
    unfitHelpers(given) ??
    changes.map((one) => unfitChange(one, given, standing)).find((one) => one !== undefined) ??
    unfitAdditions(given) ??
    torn(command, standing);
  if (refusal) return refuse(refusal);
  const items = [...changes.map(({ item }) => item), ...added.map(({ planned }) => planned.number)];
  const { head } = state.head.roster;
  // Where people are taken at their word nobody signs: there the head gives it.
  const isByHead = state.head.policy.identity === 'claimed' && (by === head || onBehalfOf === head);
  const needsHead =
    changes.some((one) => takesHead(one, given, standing)) ||
    added.some((one) => additionTakesHead(one, given));
  if (needsHead && !isByHead && state.seconded === undefined) return askOrRefuse(given, { reason, items });
  return happens(
    {
      type: 'plan-amended',
      version: basedOn + 1,
      reason,
      ...(number !== undefined && { number }),
      changes,
      ...(added.length > 0 && { added, archiveNumbers: numbersGiven(added, state) }),
      ...(state.seconded !== undefined && { asked: state.seconded }),
    },
    items,
  );
};
