import fc from 'fast-check';
import { NOW } from '../../testing/item';
import { WholeRound } from '../../testing/round';
import { PEOPLE } from '../../testing/world';
import { attestationsIn } from './attestation';

const { oversight, head, office } = PEOPLE;

const headOf = ({ life }: WholeRound, entries = life.log.length) => ({
  entries,
  head: life.log[entries - 1]?.hash,
});

test('oversight attests how far the log has come, and the log says so', () => {
  const round = new WholeRound();
  round.give('file-document', NOW);
  const seen = headOf(round);
  round.give('attest', NOW, seen);
  expect(round.life.log.at(-1)).toMatchObject({
    event: { type: 'attested', ...seen },
    author: { by: oversight },
  });
  expect(attestationsIn(round.life.log)).toMatchObject([
    { seq: 3, by: oversight, identity: 'claimed', ...seen },
  ]);
});

test('so may the head; the office may not', () => {
  const round = new WholeRound();
  expect(round.refusalOf('attest', NOW, { by: office, ...headOf(round) })).toMatchObject({
    type: 'NotAuthorised',
    roles: ['oversight', 'head'],
  });
  round.give('attest', NOW, { by: head, ...headOf(round) });
  round.give('attest', NOW, { by: oversight, ...headOf(round) });
  expect(attestationsIn(round.life.log).map(({ by }) => by)).toEqual([head, oversight]);
});

test('what is not in the log is refused, whatever entry it is said to be', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 2 }), (entries, which) => {
      const round = new WholeRound();
      round.give('file-document', NOW);
      const head = [...round.life.log.map(({ hash }) => hash), 'f'.repeat(64)][which];
      const refusal = round.refusalOf('attest', NOW, { entries, head });
      if (which === entries - 1 && which < 2) expect(refusal).toBeUndefined();
      else expect(refusal).toEqual({ type: 'NotInLog', entries, length: 2 });
    }),
  );
});

test('a person attests again only once something has happened', () => {
  const round = new WholeRound();
  round.give('attest', NOW, headOf(round));
  for (const entries of [1, 2])
    expect(round.refusalOf('attest', NOW, headOf(round, entries))).toEqual({
      type: 'NothingNew',
      command: 'attest',
    });
  round.give('file-document', NOW);
  round.give('attest', NOW, headOf(round));
  expect(attestationsIn(round.life.log).map(({ entries }) => entries)).toEqual([1, 3]);
});
