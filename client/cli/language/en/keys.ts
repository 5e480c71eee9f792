import type { NamedPerson } from '../../trouble/trouble';
import type { KeysWords } from '../words/keys';

const list = (people: readonly NamedPerson[]) => people.map(({ id, name }) => `${id} (${name})`).join(', ');

export const KEYS: KeysWords = {
  head: { person: 'Id', name: 'Name', kid: 'Key (kid)', outcome: 'Plan', file: 'File' },
  outcome: { added: 'added', unchanged: 'has it already', replaced: 'replaced' },
  refused: (files) => `Not entered (${files} ${files === 1 ? 'file' : 'files'}):`,
  fault: {
    'private-half': ({ kid }) =>
      `this is the PRIVATE half of a key${kid === undefined ? '' : ` (${kid})`}. It has left its owner's machine, so the key must not be used: delete this file wherever it went, and have its owner make another with rectify keygen and send only what that prints.`,
    'no-key': () => 'there is no public key in it; ask for the output of rectify keygen, as text.',
    'several-keys': () => 'there is more than one key in it; ask for one key of one person in each file.',
    'damaged-key': () =>
      'the key in it is damaged (kid and x do not belong together, or x is no valid key); ask for it again, copied in full.',
    unreadable: () => 'the file cannot be read.',
    'unknown-person': ({ said, near }) =>
      `nobody in the roster is called "${said}".${near.length > 0 ? ` Near: ${list(near)}.` : ''} Rename the file to the id or name of its owner.`,
    'ambiguous-person': ({ people }) =>
      `this could be ${list(people)}; rename the file to the id of its owner.`,
    'names-differ': ({ people }) =>
      `the name of the file and what it says name different people: ${list(people)}. Ask whose key it is.`,
    'two-keys': ({ people, kid }) =>
      `${list(people)} has sent another key too; keep the file with the key that is in use (this one: ${kid}).`,
    'shared-key': ({ people, kid }) =>
      `several people have the same key (${kid}): ${list(people)}. Everybody needs a key of their own.`,
    'other-key': ({ people, kid, known }) =>
      `the plan has another key of ${list(people)} (${known.join(', ')}); if this one (${kid}) is right, add --replace ${people.map(({ id }) => id).join(' ')}.`,
  },
  needed: (people) => `Without a key, but with work in this round: ${people.join(', ')}`,
  without: (people) => `Without a key: ${people.join(', ')}`,
  written: (plan, keys) => `${keys} ${keys === 1 ? 'key' : 'keys'} entered in ${plan}`,
  notWritten: (keys) => (keys === 0 ? 'Nothing to enter.' : `Nothing was written; ${keys} to enter.`),
  have: (keys, people) =>
    `${keys} of ${people} people have a key. Compare each kid with its owner by telephone.`,
};
