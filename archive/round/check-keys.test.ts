import { NOW } from '../../testing/item';
import { keyNamed } from '../../testing/keys';
import { SignedRound } from '../../testing/signed-round';
import { at, PEOPLE } from '../../testing/world';
import { keysAsTold } from './check-keys';

const { handler, head, oversight } = PEOPLE;
const NEXT = keyNamed('next');
const FORGED = keyNamed('forged');

/** The record of a round that began with the plan as it was before anything happened. */
const recordOf = (
  live: (round: SignedRound) => void,
  change: (people: object[]) => object[] = (all) => all,
) => {
  const round = new SignedRound();
  const planImported = { ...round.life.head };
  live(round);
  const { log, head: last } = round.life;
  const people = { people: change([...last.roster.people]) };
  return { planImported, opening: { calendar: round.life.calendar }, people, log } as never;
};

const replaced = (round: SignedRound) => {
  round.second(round.propose(NEXT, NOW), head, NOW);
  round.pass(at('2021-05-12', '00:00'));
};

test.each<[string, (round: SignedRound) => void]>([
  ['nothing happened', () => undefined],
  ['two people have replaced a key', replaced],
  ['a key was revoked', (round) => void round.order('revoke-key', NOW, { kid: keyNamed(handler).kid })],
  ['people were registered', (round) => void round.order('register-people', NOW)],
])('where %s, the keys are those of the plan and the log', (_, live) => {
  expect(keysAsTold(recordOf(live))).toEqual([]);
});

const of = (person: string, keys: (ring: object[]) => object[]) => (people: object[]) =>
  (people as { id: string; keys?: object[] }[]).map((one) =>
    one.id === person ? { ...one, keys: keys(one.keys ?? []) } : one,
  );

test.each([head, oversight])('a key that somebody has added to %s is named', (person) => {
  const record = recordOf(
    replaced,
    of(person, (ring) => [...ring, ...FORGED.ring]),
  );
  const fault = { type: 'key-untold', file: 'data/people.json', person, kid: FORGED.kid };
  expect(keysAsTold(record)).toEqual([fault]);
});

test('so is one that was taken out, and one whose dates are others', () => {
  const fault = { type: 'key-untold', file: 'data/people.json', person: handler, kid: NEXT.kid };
  const isNext = (key: object) => 'kid' in key && key.kid === NEXT.kid;
  for (const change of [
    (ring: object[]) => ring.filter((key) => !isNext(key)),
    (ring: object[]) => ring.map((key) => (isNext(key) ? { ...key, from: 0 } : key)),
  ])
    expect(keysAsTold(recordOf(replaced, of(handler, change)))).toEqual([fault]);
});
