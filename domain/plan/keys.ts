import { isUsableKey } from '../identity';
import type { PublicKey } from '../identity/key';
import type { PersonId } from '../../base/ids';
import type { Finding, Path } from './fault';
import { finding, type Known } from './known';

type Entry = { path: Path; person: PersonId | undefined; key: PublicKey };

const entriesOf = ({ people }: Known): Entry[] =>
  people.flatMap(({ path, id: person, keys }) =>
    keys.flatMap((key, index) => (key ? [{ path: [...path, 'keys', index], person, key }] : [])),
  );

/** A key of two people would make them one: each could sign for the other. */
const sharedKeys = (known: Known): Finding[] => {
  const first = new Map<string, PersonId>();
  return entriesOf(known).flatMap(({ path, person, key }) => {
    if (person === undefined) return [];
    const owner = first.get(key.kid);
    if (owner === undefined) first.set(key.kid, person);
    return owner === undefined || owner === person
      ? []
      : [finding(path, { type: 'key-shared', person: owner })];
  });
};

const unusableKeys = (known: Known): Finding[] =>
  entriesOf(known).flatMap(({ path, key }) =>
    isUsableKey(key.x) ? [] : [finding(path, { type: 'key-unusable' })],
  );

/** What is wrong with the keys themselves; who lacks one is in `signers.ts`. */
export const keyRules = (known: Known): Finding[] => [...sharedKeys(known), ...unusableKeys(known)];
