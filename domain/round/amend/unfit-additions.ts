import { civilOf } from '../../calendar/zone';
import { unableToSign } from '../../item/successor';
import { SIDES } from '../../item/side';
import { MOST_ITEMS } from '../../plan/plan';
import type { Refusal } from '../../refusal';
import type { Amend } from '../command';
import { personIn } from '../offices';
import { startsAdded } from '../errand';
import type { Case } from '../rule';
import type { AddedItem, AmendmentObjection } from './amendment';
import { dateObjection, passedDeadline } from './objection';

type Amending = Case<Amend>;

const firstTwice = <T>(all: readonly T[]): T | undefined =>
  all.find((one, index) => all.indexOf(one) < index);

/** What in the plan speaks against an item of this number, with these people and from that item. */
const misplaced = (
  { planned, splitFrom }: AddedItem,
  { command: { added = [] }, state: { rows } }: Amending,
): AmendmentObjection | undefined => {
  const isThere = rows.some(({ number }) => number === planned.number);
  const isTwice = added.filter((one) => one.planned.number === planned.number).length > 1;
  if (isThere || isTwice) return { fault: 'item-exists' };
  if (new Set(SIDES.map((side) => planned[side])).size < SIDES.length)
    return { fault: 'duties-not-separate' };
  if (splitFrom !== undefined && !rows.some(({ number }) => number === splitFrom))
    return { fault: 'split-unknown' };
  return rows.length + added.length > MOST_ITEMS ? { fault: 'too-many-items' } : undefined;
};

/** Everybody is of the roster, and who has to act can sign: the round gives each item its people. */
const unfitPeople = ({ planned }: AddedItem, { state: { head }, now }: Amending): Refusal | undefined => {
  const sides = SIDES.map((side) => planned[side]);
  const owners = planned.measures.flatMap(({ owner }) => owner ?? []);
  for (const id of [...sides, ...owners]) {
    const person = personIn(head.roster, id);
    if (!person) return { type: 'UnknownPerson', person: id };
    const unable = sides.includes(id) ? unableToSign(person, head, now) : undefined;
    if (unable) return unable;
  }
  return undefined;
};

const unfitAddition = (one: AddedItem, given: Amending): Refusal | undefined => {
  const { planned } = one;
  const { number: item, deadline, measures } = planned;
  const today = civilOf(given.now);
  const twice = firstTwice(measures.map(({ no }) => no));
  const found =
    misplaced(one, given) ??
    (twice === undefined ? undefined : { fault: 'number-taken' as const, measure: twice }) ??
    dateObjection({ measures: { add: measures } }, planned, today);
  return (
    (found && { type: 'AmendmentUnfit', item, ...found }) ??
    passedDeadline({ set: { deadline } }, today) ??
    unfitPeople(one, given)
  );
};

/** The record of an item that was added shows it by the signed amendment, which must be of this opening then. */
const unbound = ({ command, state: { genesis, head } }: Amending): Refusal | undefined =>
  head.policy.identity === 'signed' && command.genesis !== genesis
    ? { type: 'InvalidCommand', faults: [{ path: 'genesis', message: 'missing' }] }
    : undefined;

/** Why items cannot be added to the plan as is said. */
export const unfitAdditions = (given: Amending): Refusal | undefined => {
  const { command, state } = given;
  const [first] = command.added ?? [];
  const refusal = first && unbound(given);
  if (refusal) return refusal;
  if (first && startsAdded(state))
    return { type: 'AmendmentUnfit', item: first.planned.number, fault: 'not-begun' };
  for (const one of command.added ?? []) {
    const refusal = unfitAddition(one, given);
    if (refusal) return refusal;
  }
  return undefined;
};
