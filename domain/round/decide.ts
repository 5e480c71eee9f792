import { civilOf, type Instant } from '../calendar/zone';
import { canonical } from '../../base/hash';
import type { ItemNumber, PersonId } from '../../base/ids';
import { unableToSign, unfitSuccessor } from '../item/successor';
import { notAhead } from '../item/rules/rule';
import { SIDES } from '../item/side';
import { isOpen } from '../item/states';
import type { Refusal } from '../refusal';
import { amend } from './amend/decide';
import type { RoundCommand, RoundCommandType } from './command';
import { closedBefore, closeRound, fileDocument, numberTaken, publishNotice } from './filing';
import { attest } from './attestation';
import { roundObjection } from './objection';
import { type KeyProposal, standingKeys } from './keys/proposals';
import { lastKey } from './last-key';
import { waitsUntil } from './opening/wait';
import { nameOf, personIn } from './offices';
import { withPeople } from './people';
import { archiveNumber } from '../plan/plan';
import { unfitRecords } from './records';
import { restore } from './restore';
import { undoImport } from './undo/decide';
import { undoneBefore } from './undo/undone';
import type { Person, Roster } from './roster';
import { type Case, happens, lifeIn, refuse, type RoundState, type RoundVerdict } from './rule';

type Rules = { [T in RoundCommandType]: (given: Case<Extract<RoundCommand, { type: T }>>) => RoundVerdict };

const openRows = ({ rows }: RoundState) => rows.filter(({ status }) => isOpen(status));

const ownerOf = ({ people }: Roster, kid: string) =>
  people.find(({ keys = [] }) => keys.some((key) => key.kid === kid));

const keyKnown = (roster: Roster, kid: string): Refusal => ({
  type: 'KeyKnown',
  kid,
  person: ownerOf(roster, kid)?.id ?? ('' as PersonId),
});

const keyWaits = ({ person, key: { kid }, until, second }: KeyProposal): Refusal => ({
  type: 'KeyWaits',
  person,
  kid,
  ...(second ? { from: second.from } : { until }),
});

type Replacement = Case<Extract<RoundCommand, { type: 'replace-person' }>>;

/** Why a person cannot take over everything that another has, in whichever item it is. */
const unfitInRound = ({ command, state, now }: Replacement, successor: Person): Refusal | undefined => {
  const unable = unableToSign(successor, state.head, now);
  if (unable) return unable;
  for (const row of openRows(state)) {
    const side = SIDES.find((one) => row.people[one] === command.person);
    if (!side) continue;
    const unfit = unfitSuccessor(successor, side, row, state.head, now);
    if (unfit) return unfit;
  }
  return undefined;
};

const decidedBefore = (
  { log, head }: RoundState,
  { item, rung, day }: { item: ItemNumber; rung: string; day: string },
) => {
  const entry = log.find(
    ({ event }) =>
      (event.type === 'proposal-issued' || event.type === 'proposal-dropped') &&
      event.item === item &&
      event.rung === rung &&
      event.day === day,
  );
  if (!entry?.author) return {};
  const { by } = entry.author;
  return { decided: { by, name: nameOf(by, head.roster), at: entry.at } };
};

type Which = Extract<RoundCommand, { type: 'issue-proposal' | 'drop-proposal' }>;

/** Why there is nothing to issue or to drop. */
const notProposed = ({ item: number, rung, day }: Which, state: RoundState): Refusal | undefined => {
  const row = state.rows.find((one) => one.number === number);
  if (!row) return { type: 'UnknownItem', number };
  const before = decidedBefore(state, { item: number, rung, day });
  // What has ended hears of nothing more: a letter would be missing in its record.
  const isProposed =
    isOpen(row.status) &&
    row.proposals.some((one) => one.rung === rung && one.day === day && one.outcome === undefined);
  return isProposed && !('decided' in before) ? undefined : { type: 'NoProposal', number, rung, ...before };
};

const RULES: Rules = {
  'register-people': ({ command, state }) => {
    const { people, reason, by } = command;
    const { roster } = state.head;
    const unfit = unfitRecords(people, roster, by);
    if (unfit) return refuse(unfit);
    if (canonical(withPeople(roster, people)) === canonical(roster))
      return refuse({ type: 'NothingNew', command: command.type });
    return happens({ type: 'people-registered', people: people.map(({ id }) => id), reason });
  },

  'replace-person': (given) => {
    const { command, state } = given;
    const { person, successor: id, people, note, by, type } = command;
    const { roster } = state.head;
    if (!personIn(roster, person)) return refuse({ type: 'UnknownPerson', person });
    if (id === person) return refuse({ type: 'NothingNew', command: type });
    const unfitRecord = unfitRecords(people, roster, by, [id]);
    if (unfitRecord) return refuse(unfitRecord);
    const successor = personIn(withPeople(roster, people), id);
    if (!successor) return refuse({ type: 'UnknownPerson', person: id });
    const unfit = unfitInRound(given, successor);
    if (unfit) return refuse(unfit);
    const items = openRows(state).filter(
      (row) =>
        SIDES.some((side) => row.people[side] === person) || row.owned?.some(({ owner }) => owner === person),
    );
    const numbers = items.map(({ number }) => number);
    return happens({ type: 'person-replaced', person, successor: id, note, items: numbers }, numbers);
  },

  'replace-key': ({ command, state }) => {
    const { person, key } = command;
    const { roster } = state.head;
    if (!personIn(roster, person)) return refuse({ type: 'UnknownPerson', person });
    if (ownerOf(roster, key.kid)) return refuse(keyKnown(roster, key.kid));
    return happens({ type: 'key-replaced', person, kid: key.kid });
  },

  'propose-key': ({ command, state, now }) => {
    const { person, key, by, onBehalfOf, type } = command;
    const { roster, policy } = state.head;
    if (policy.identity === 'claimed') return refuse({ type: 'UntrustedKey', fault: 'claimed-round' });
    // Deputies sign for nobody where it takes two.
    if (onBehalfOf) return refuse({ type: 'NotAuthorised', command: type, by, roles: ['office'] });
    if (!personIn(roster, person)) return refuse({ type: 'UnknownPerson', person });
    if (ownerOf(roster, key.kid)) return refuse(keyKnown(roster, key.kid));
    const waiting = standingKeys(state.log).find((one) => one.person === person);
    if (waiting) return refuse(keyWaits(waiting));
    const until = waitsUntil(now, state.calendar, policy);
    return happens({ type: 'key-proposed', person, kid: key.kid, x: key.x, until });
  },

  'revoke-key': ({ command, state, now }) => {
    const { person, kid, reason } = command;
    const found = personIn(state.head.roster, person);
    if (!found) return refuse({ type: 'UnknownPerson', person });
    const good: { kid: string }[] = [
      ...(found.keys ?? []).filter(({ revoked }) => revoked === undefined),
      ...standingKeys(state.log).flatMap((one) => (one.person === person ? [one.key] : [])),
    ];
    if (!good.some((key) => key.kid === kid))
      return refuse({ type: 'UnknownKey', person, kid, kids: good.map((key) => key.kid) });
    const last = lastKey(kid, state.head, now);
    return last ? refuse(last) : happens({ type: 'key-revoked', person, kid, reason });
  },

  'new-calendar': ({ command, state }) => {
    const [from, to] = [state.calendar.version, command.calendar.version];
    if (canonical(state.calendar) === canonical(command.calendar) || from === to)
      return refuse({ type: 'NothingNew', command: command.type });
    return happens({ type: 'calendar-changed', from, to });
  },

  'new-policy': ({ command, state }) => {
    const { policy } = state.head;
    const [from, to] = [policy.version, command.policy.version];
    if (from === to) return refuse({ type: 'NothingNew', command: command.type });
    return happens({ type: 'policy-changed', from, to });
  },

  'issue-proposal': ({ command, state }) => {
    const { item, rung, day, number } = command;
    const refusal = notProposed(command, state);
    if (refusal) return refuse(refusal);
    const taken = numberTaken(state.log, { number, as: 'issued', item });
    if (taken) return refuse(taken);
    return happens({ type: 'proposal-issued', item, rung, day, number }, [item]);
  },

  'drop-proposal': ({ command, state }) => {
    const { item, rung, day, reason } = command;
    const refusal = notProposed(command, state);
    if (refusal) return refuse(refusal);
    return happens({ type: 'proposal-dropped', item, rung, day, reason }, [item]);
  },

  reopen: ({ command, state, now }) => {
    const { item: number, cycle, reason, deadline } = command;
    const undone = undoneBefore(state);
    if (undone) return refuse(undone);
    const life = lifeIn(state, command);
    if ('refusal' in life) return life;
    const { row } = life;
    if (!row.archive) return refuse({ type: 'NotArchived', number, status: row.status });
    const passed = notAhead(deadline, civilOf(now));
    if (passed) return refuse(passed);
    const given = archiveNumber(state.head.archive, state.pieces + 1);
    return happens(
      {
        type: 'item-reopened',
        item: number,
        cycle: cycle + 1,
        reason,
        deadline,
        archiveNumber: given,
        previous: row.archive,
      },
      [number],
    );
  },

  amend,
  'undo-import': undoImport,
  restore,
  'file-document': fileDocument,
  'publish-notice': publishNotice,
  attest,
  'close-round': closeRound,
};

/**
 * What a command does to a round, or why it is refused. Pure: `now` is the round's time. `items` are those whose
 * people or course it changes at once; a refusal changes nothing.
 */
export const decideRound = (command: RoundCommand, state: RoundState, now: Instant): RoundVerdict => {
  const { round } = state.head;
  if (command.round !== round) return refuse({ type: 'WrongRound', expected: round, given: command.round });
  const refusal = closedBefore(state) ?? roundObjection(command, state.head);
  if (refusal) return refuse(refusal);
  const rule = RULES[command.type] as (given: Case) => RoundVerdict;
  return rule({ command, state, now });
};
