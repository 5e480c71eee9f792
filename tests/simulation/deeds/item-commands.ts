import { sha512 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import { addDays, type CivilDate } from '../../../domain/calendar/civil';
import { civilOf } from '../../../domain/calendar/zone';
import { manifestHash } from '../../../domain/evidence/manifest';
import { type PersonId, Sha512 } from '../../../base/ids';
import { bindingTo } from '../../../domain/item/binding';
import { RIGHTS } from '../../../domain/item/authority';
import type { Command, CommandType } from '../../../domain/item/command';
import { helpingIn, ownedBy } from '../../../domain/item/helping';
import { RESULT_KINDS } from '../../../domain/item/result-kind';
import { isHelper, isSide, SIDES } from '../../../domain/item/side';
import { type ItemState, pendingExtension } from '../../../domain/item/state';
import { holdersOf } from '../../../domain/round/offices';
import { namedBy } from '../../../domain/round/people';
import type { Person } from '../../../domain/round/roster';
import type { Deed } from '../script';
import { nth } from '../setting';
import type { SeenItem, Sight } from './sight';

type Given = { seen: SeenItem; deed: Deed; sight: Sight };
type Fields = Record<CommandType, (given: Given) => object>;

/** The title of a file gives its content, so that the real store can be given the same. */
export const contentOf = (title: string): string => `内容:${title}`;

export const aFile = (title: string, effectiveDate: CivilDate) => ({
  sha512: Sha512.parse(bytesToHex(sha512(utf8ToBytes(contentOf(title))))),
  size: utf8ToBytes(contentOf(title)).length,
  mediaType: 'text/plain',
  title,
  effectiveDate,
});

const dayAfter = ({ sight, deed }: Given): CivilDate => addDays(civilOf(sight.now), deed.days);

const withoutKeys = ({ keys, ...person }: Person): Person => person;

/**
 * The record of a person with those whom it names, as the office should send it along; now and then without the others,
 * or, where everybody needs one, without a key.
 */
export const recordsOf = (id: PersonId, { round }: Sight, { item }: Deed): Person[] => {
  const { policy, roster } = round.head;
  const { people } = roster;
  const person = people.find((one) => one.id === id);
  if (!person) return [];
  const named = new Set(namedBy(person));
  const whole = [person, ...people.filter((one) => named.has(one.id) && one.id !== id)];
  if (item % 9 === 8) return whole.slice(0, 1);
  return item % 9 === 7 && policy.identity === 'signed' ? whole.map(withoutKeys) : whole;
};

/** A file of the measure that nobody has taken back. */
export const hasEvidence = ({ evidence }: Pick<ItemState, 'evidence'>, no: number): boolean =>
  evidence.some(({ measure, withdrawn }) => measure === no && !withdrawn);

/** A measure that still lacks something, else any. */
const measureFor = ({ seen: { state }, deed }: Given, lacks: 'evidence' | 'result'): number => {
  const open = state.measures.filter(({ no, completed }) =>
    lacks === 'result' ? !completed : !hasEvidence(state, no),
  );
  return nth(open.length > 0 ? open : state.measures, deed.pick).no;
};

/** Now and then a new version of a file; sometimes of one replaced already, of another measure, or of none. */
const handedIn = (given: Given) => {
  const { seen, deed, sight } = given;
  const { evidence } = seen.state;
  const measure = measureFor(given, 'evidence');
  const file = aFile(`材料${deed.pick % 5}`, civilOf(sight.now));
  if (deed.who % 2 > 0 || evidence.length === 0) return { measure, file };
  const replaces = 1 + (deed.pick % (evidence.length + 1));
  const old = deed.days % 5 > 0 ? evidence[replaces - 1] : undefined;
  return { measure: old?.measure ?? measure, file, replaces };
};

const seenEvidence = ({ seen }: Given) => ({ evidence: manifestHash(seen.state) });

const askedFor = (given: Given): CivilDate =>
  pendingExtension(given.seen.state)?.newDeadline ?? dayAfter(given);

const FIELDS: Fields = {
  acknowledge: () => ({}),
  'report-progress': ({ deed }) => ({ text: `进展${deed.pick}` }),
  'add-evidence': handedIn,
  'withdraw-evidence': ({ seen: { state }, deed }) => ({
    evidence: 1 + (deed.pick % (state.evidence.length + 1)),
    reason: '有误',
  }),
  'complete-measure': (given) => ({
    measure: measureFor(given, 'result'),
    result: `已落实${given.deed.pick % 3}`,
    ...(given.deed.who % 2 === 0 && { recoveredFen: 100 + given.deed.pick }),
  }),
  'record-result': ({ seen: { state }, deed }) => ({
    kind: nth(RESULT_KINDS, deed.pick),
    figure: 1 + deed.pick,
    vouchedBy: state.people.leader,
    ...(deed.who % 2 === 0 && { measure: nth(state.measures, deed.pick).no }),
    ...(deed.days % 3 === 0 && { evidence: 1 + (deed.pick % (state.evidence.length + 1)) }),
  }),
  'correct-result': ({ seen: { state }, deed }) => ({
    result: 1 + (deed.pick % ((state.results?.length ?? 0) + 1)),
    ...(deed.who % 3 > 0 && { figure: 1 + deed.pick }),
    reason: '核对后更正',
  }),
  'request-closure': () => ({ summary: '均已落实' }),
  'withdraw-closure': () => ({ reason: '还要补充' }),
  'check-in': () => ({ text: '仍在坚持' }),
  'request-extension': (given) => ({
    newDeadline: addDays(given.seen.state.deadline ?? civilOf(given.sight.now), given.deed.days),
    reason: '来不及',
    progress: '过半',
  }),
  'grant-extension': (given) => ({ newDeadline: askedFor(given), opinion: '同意' }),
  'refuse-extension': (given) => ({ newDeadline: askedFor(given), opinion: '请按期' }),
  approve: (given) => ({ ...seenEvidence(given), opinion: '同意' }),
  ask: () => ({ text: '请说明' }),
  return: (given) => ({ opinion: '不通过', missing: '缺少逐件核对的签字原件', newDeadline: dayAfter(given) }),
  accept: (given) => seenEvidence(given),
  'accept-stage': (given) => ({
    ...seenEvidence(given),
    until: addDays(civilOf(given.sight.now), given.deed.days * 3),
  }),
  withdraw: ({ deed }) => ({ reason: '重复', ...(deed.pick % 2 === 0 && { into: '1.1' }) }),
  reassign: ({ deed, sight }) => {
    const to = nth(sight.round.head.roster.people, deed.pick).id;
    return { side: nth(SIDES, deed.who), to, people: recordsOf(to, sight, deed), note: '移交' };
  },
  'set-deadline': (given) => ({ deadline: dayAfter(given), reason: '会议确定' }),
  urge: () => ({ text: '请抓紧' }),
  resend: ({ seen, deed }) => {
    const said = seen.said.length > 0 ? nth(seen.said, deed.pick) : undefined;
    return { to: said?.to ?? seen.state.people.handler, notice: said?.id ?? 'none' };
  },
  comment: ({ deed }) => ({ text: `意见${deed.pick}` }),
};

/** Somebody who holds the right to a command now, else at another time. */
const holder = (type: CommandType, { seen, deed }: Given): PersonId => {
  const rights = RIGHTS.filter(({ command }) => command === type);
  const decider = pendingExtension(seen.state)?.decider;
  const now = rights.filter(
    ({ states, decides }) =>
      states.includes(seen.state.status) && (decides === undefined || decides === (decider ?? decides)),
  );
  const { role } = nth(now.length > 0 ? now : rights, deed.who);
  const { people } = seen.state;
  if (isSide(role)) return people[role];
  if (!isHelper(role)) return nth(holdersOf(role, seen.context.roster), deed.who);
  const helping = helpingIn(seen.state, seen.context)[role];
  return helping.length > 0 ? nth(helping, deed.pick) : people.handler;
};

/** The measure of an owner, who mostly knows which it is. */
const ownMeasure = (type: CommandType, { seen, deed }: Given, by: PersonId): { measure?: number } => {
  const own = by === seen.state.people.handler ? [] : ownedBy([by], seen.state);
  const isOfOne = type === 'report-progress' || type === 'add-evidence';
  return isOfOne && own.length > 0 && deed.pick % 7 > 0 ? { measure: nth(own, deed.who) } : {};
};

export const uuidOf = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** A command to an item as a careful person gives it; by default by whoever's turn it is. */
export const itemCommand = (type: CommandType, given: Given, by = holder(type, given)): Command => {
  const { seen, sight } = given;
  return {
    id: uuidOf(sight.made),
    item: seen.state.item,
    cycle: seen.state.cycle,
    by,
    at: new Date(sight.now).toISOString(),
    ...bindingTo(seen.context.opening?.genesis, seen.log),
    type,
    ...FIELDS[type](given),
    ...ownMeasure(type, given, by),
  } as unknown as Command;
};
