import { PublicKey } from '../../../domain/identity';
import { Policy } from '../../../domain/round/policy';
import { WholeRound } from '../../../testing/round';
import { NOW } from '../../../testing/item';
import { generateKey } from '../../keys';
import { signersIn } from './signers';

/** A round in which these people have a key that is valid from this instant on. */
const aRound = (identity: 'signed' | 'claimed', able: readonly string[], from = 0) => {
  const { life } = new WholeRound();
  const people = life.head.roster.people.map(({ keys: _keys, ...person }) => {
    const { kid, x } = generateKey();
    return able.includes(person.id) ? { ...person, keys: [PublicKey.parse({ kid, x, from })] } : person;
  });
  const head = {
    ...life.head,
    policy: Policy.parse({ identity }),
    roster: { ...life.head.roster, people },
  };
  const { unable, needed } = signersIn({ head, rows: life.ledger.rows, now: NOW });
  const ids = people.map(({ id }) => id);
  return { ids, head, unable: unable.map(({ id }) => id), needed: needed.map(({ id }) => id) };
};

const everybody = aRound('claimed', []).ids;

test('everybody with a valid key can sign, and nobody else', () => {
  const [first = '', ...others] = everybody;
  expect(aRound('signed', others).unable).toEqual([first]);
  expect(aRound('signed', everybody).unable).toEqual([]);
  expect(aRound('signed', everybody, NOW + 1).unable).toEqual(everybody);
});

test('work waits for the sides of open items, the head, and an office in which nobody can sign', () => {
  const { head, needed } = aRound('signed', []);
  expect(needed).toEqual(expect.arrayContaining([head.roster.head, ...head.roster.office]));
  expect(needed).not.toContain(head.roster.archivist);
  expect(aRound('signed', head.roster.office.slice(0, 1)).needed).not.toEqual(
    expect.arrayContaining([head.roster.office[0]]),
  );
});

test('where a word is enough, no work waits for a key', () => {
  expect(aRound('claimed', []).needed).toEqual([]);
});
