import type { Instant } from '../calendar/zone';
import { keyAt, type PublicKey } from '../identity/key';
import type { PersonId } from '../../base/ids';
import { type FaultType, type Finding, SIGNING_OFFICES } from './fault';
import { finding, type Known, type Person } from './known';

/** Faults that only say who could not sign, and for whom: a plan that is still in the making may have them. */
export const SIGNER_FAULTS: ReadonlySet<FaultType> = new Set([
  'body-id-missing',
  'key-missing',
  'key-not-good',
  'office-cannot-sign',
]);

/** A key that could not be understood counts: its own fault is told already. */
const isGood = (key: PublicKey | undefined, now: Instant | undefined): boolean =>
  key === undefined || now === undefined || 'key' in keyAt([key], key.kid, now);

const canSign = ({ keys }: Person, now: Instant | undefined): boolean => keys.some((key) => isGood(key, now));

const actingIn = ({ items }: Known): ReadonlySet<PersonId | undefined> =>
  new Set(items.flatMap(({ handler, leader, acceptor }) => [handler, leader, acceptor]));

const actingWithoutKey = (known: Known): Finding[] => {
  const { people, now } = known;
  const acting = actingIn(known);
  return people.flatMap((person) => {
    const { path, id, keys } = person;
    if (id === undefined || !acting.has(id) || canSign(person, now)) return [];
    return finding(path, { type: keys.length === 0 ? 'key-missing' : 'key-not-good', person: id });
  });
};

/** An office one of whose holders is told to make a key already is not told of again. */
const officesWithoutKey = (all: Known): Finding[] => {
  const { draft, people, now } = all;
  const acting = actingIn(all);
  const byId = new Map(people.flatMap((person) => (person.id ? [[person.id, person] as const] : [])));
  const known = (id: PersonId | undefined): Person[] => {
    const person = id && byId.get(id);
    return person ? [person] : [];
  };
  return SIGNING_OFFICES.flatMap((office) => {
    const holders = [draft.roster?.[office] ?? []].flat().flatMap(known);
    const able = [...holders, ...holders.flatMap(({ deputies }) => deputies.flatMap(known))];
    if (holders.length === 0 || able.some((person) => canSign(person, now) || acting.has(person.id)))
      return [];
    const named = holders.flatMap(({ id }) => id ?? []);
    return finding(['roster', office], { type: 'office-cannot-sign', office, people: named });
  });
};

/** One that is there but empty has a fault of its own; a file that is no plan lacks more than this. */
const withoutBody = ({ draft }: Known): Finding[] =>
  draft.bodyId === undefined && draft.roster !== undefined
    ? [finding(['bodyId'], { type: 'body-id-missing' })]
    : [];

/**
 * Unless claimed commands are taken, whoever has to act needs a key, or the item would be stuck; so do office and head,
 * or the round would be; and those who open it do so in the name of a body.
 */
export const signerRules = (known: Known): Finding[] =>
  known.draft.policy?.identity === 'claimed'
    ? []
    : [...withoutBody(known), ...actingWithoutKey(known), ...officesWithoutKey(known)];
