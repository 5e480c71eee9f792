import { civilOf, instant } from '../calendar/zone';
import { Sha512 } from '../../base/ids';
import { archiveIt, give, NOW } from '../../testing/item';
import { closed, ENDED, figuresOf, published } from '../../testing/ended-round';
import { FIRST, WholeRound } from '../../testing/round';
import type { RoundMemory } from './memory';
import { ledgersKept } from './papers';
import { totalsOf } from './totals';

const carried = (round: WholeRound): WholeRound =>
  new WholeRound({}, JSON.parse(JSON.stringify(round.life.remember())) as RoundMemory);

test('the ledger of a notice is kept as it was then, whatever happens before the store has it', () => {
  const round = new WholeRound();
  const figures = figuresOf(round, NOW);
  round.give('publish-notice', NOW, { figures });
  give(round.item(), 'withdraw', NOW);
  round.settle(NOW);
  const entry = round.life.log.at(-1);
  const paper = carried(round).life.paper;
  expect(paper).toMatchObject({
    name: 'rounds/2021-03/ledger-2.json',
    content: { entry: { seq: 2, hash: entry?.hash }, at: NOW, totals: { byPublished: figures } },
  });
});

test('papers stay, in the order of their notices, until the store has them', () => {
  const round = published(published(new WholeRound(), NOW), ENDED);
  const next = carried(round);
  expect(next.life.paper?.name).toBe('rounds/2021-03/ledger-2.json');
  next.life.kept('rounds/2021-03/ledger-2.json');
  expect(next.life.paper?.name).toBe('rounds/2021-03/ledger-3.json');
  next.life.kept('rounds/2021-03/ledger-3.json');
  expect(next.life.paper).toBeUndefined();
});

test('what the store has of them is remembered; of a worker that did not say, nothing is', () => {
  const round = published(published(new WholeRound(), NOW), ENDED);
  const sha512 = Sha512.parse('a'.repeat(128));
  round.life.kept('rounds/2021-03/ledger-2.json', sha512);
  round.life.kept('rounds/2021-03/ledger-3.json');
  expect(carried(round).life.digests).toEqual({ 'rounds/2021-03/ledger-2.json': sha512 });
});

test('a closed round is archived when the store has the ledgers of its notices, and is then at its end', () => {
  const round = closed();
  expect([round.life.isClosed, round.life.readyToArchive]).toEqual([true, false]);
  round.life.kept('rounds/2021-03/ledger-2.json');
  expect(round.life.readyToArchive).toBe(true);
  const bag = { bag: 'bags/2021-03/round', archiveNumber: 'n', manifest: 'f'.repeat(128) };
  round.life.archived(bag, ENDED);
  expect(round.life.log.at(-1)?.event).toEqual({ type: 'round-archived', ...bag });
  expect([round.life.hasEnded, round.life.readyToArchive]).toEqual([true, false]);
});

test('what is kept of a closed round: its plan, and the ledger as it opened and as it closed', () => {
  const round = carried(closed());
  const [plan, opening, closing] = round.life.closingPapers();
  expect(plan).toMatchObject({
    name: 'rounds/2021-03/plan.json',
    content: { round: '2021-03', items: [{}, {}] },
  });
  const [opened] = round.life.log;
  expect(opening).toMatchObject({
    name: 'rounds/2021-03/ledger-1.json',
    content: { at: opened?.at, entry: { hash: opened?.hash }, totals: { byStatus: { assigned: 2 } } },
  });
  const { rows } = round.life.ledger;
  expect(closing?.content).toMatchObject({ rows, totals: totalsOf(rows, civilOf(ENDED)) });
  expect(ledgersKept(round.life.log).map(({ seq }) => seq)).toEqual([1, 2, 3]);
});

test('a line that arrives after the close leaves the ledger as it was closed', () => {
  const round = closed();
  const row = round.life.ledger.row(FIRST);
  if (row) round.life.note({ ...row, version: 99, undeliverable: true });
  expect(round.life.ledger.row(FIRST)).toEqual(row);
});

test('a line of the ledger tells the tag manifest of the bag that it names', () => {
  const round = new WholeRound();
  give(round.item(), 'withdraw', NOW);
  archiveIt(round.item(), instant(NOW + 1));
  round.settle(instant(NOW + 1));
  expect(round.life.ledger.row(FIRST)?.archive).toEqual({
    bag: 'bags/2021-03/1.2',
    archiveNumber: 'Z109-WS·2021-D30-JGDW-0001',
    manifest: 'f'.repeat(128),
  });
});
