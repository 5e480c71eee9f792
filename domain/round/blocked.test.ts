import { aRoundCommand, FIRST, SECOND, WholeRound } from '../../testing/round';
import { NOW } from '../../testing/item';
import { ASSIGNED, at, PEOPLE, POLICY } from '../../testing/world';
import { PAUSE } from './blocked';
import type { RoundErrand } from './errand';
import type { RoundLife } from './life';

const CLAIMED = { identity: 'claimed' } as const;
const { office, head, oversight } = PEOPLE;
const ITEM = `2021-03/${FIRST}`;

/** A round whose first item could not be started. */
const blocked = (): WholeRound => {
  const round = new WholeRound();
  round.life.setAside(round.life.births().slice(0, 1), ASSIGNED);
  return round;
};

/** What it does in the world, as far as items are concerned. */
const errandsOf = (life: RoundLife): string[] => {
  const done: string[] = [];
  for (let errand: RoundErrand | undefined = life.errand; errand; errand = life.errand) {
    if ('start' in errand) done.push(`start ${errand.start.context.planned.number}`);
    if ('pass' in errand) done.push(`pass to ${errand.to.map(({ number }) => number).join()}`);
    life.ran();
  }
  return done;
};

test('a life that could not be started is in the log, and told to the office, head and oversight', () => {
  const { life } = blocked();
  expect(life.log.at(-1)?.event).toEqual({ type: 'start-blocked', item: FIRST, cycle: 1 });
  const told = life.errand && 'tell' in life.errand ? life.errand.tell : [];
  const said = told.map(({ to, rounds: [one] }) => [
    to.person,
    one?.fact.part,
    one?.fact.kind,
    one?.fact.text,
  ]);
  expect(said).toEqual([
    [office, 'signer', 'start-blocked', ITEM],
    [head, 'copy', 'start-blocked', ITEM],
    [oversight, 'copy', 'start-blocked', ITEM],
  ]);
});

test('it is tried again after a while, and once only', () => {
  const { life } = blocked();
  errandsOf(life);
  const again = ASSIGNED + PAUSE;
  expect(life.nextRealWake()).toMatchObject({ real: again });
  life.tryAgain(again - 1);
  expect(errandsOf(life)).toEqual([]);
  life.tryAgain(again);
  expect(errandsOf(life)).toEqual([`start ${FIRST}`]);
  life.tryAgain(again);
  expect(errandsOf(life)).toEqual([]);
  expect(life.nextRealWake()).toBeUndefined();
});

test('it hears then of what everybody else has heard meanwhile', () => {
  const { life } = blocked();
  errandsOf(life);
  life.carryOut(aRoundCommand('new-policy', NOW, { policy: { ...POLICY, version: 'next' } }), NOW, CLAIMED);
  expect(errandsOf(life)).toEqual([`pass to ${FIRST},${SECOND}`]);
  life.tryAgain(ASSIGNED + PAUSE);
  expect(errandsOf(life)).toEqual([`start ${FIRST}`, `pass to ${FIRST}`]);
});

test('one that is still blocked is not told again', () => {
  const { life } = blocked();
  const said = life.log.length;
  life.setAside(life.births().slice(0, 1), ASSIGNED + PAUSE);
  expect(life.log).toHaveLength(said);
});

test('it waits also in the next run of the round', () => {
  const next = new WholeRound({}, structuredClone(blocked().life.remember())).life;
  errandsOf(next);
  next.tryAgain(ASSIGNED + PAUSE);
  expect(errandsOf(next)).toEqual([`start ${FIRST}`]);
});

test('it is given up once the office has had a later life take its place', () => {
  const round = blocked();
  errandsOf(round.life);
  round.life.carryOut(aRoundCommand('restore', NOW), NOW, CLAIMED, 'failed');
  expect(errandsOf(round.life)).toEqual([`start ${FIRST}`]);
  round.life.tryAgain(at('2021-12-31'));
  expect(errandsOf(round.life)).toEqual([]);
});
