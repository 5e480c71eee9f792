import { COMMAND_TYPES } from '../../domain/item/command';
import type { ItemLife } from '../../domain/item/life';
import { ROUND_COMMAND_TYPES } from '../../domain/round/command';
import { archiveIt, attempt, doTheWork, give, NOW } from '../../testing/item';
import { FIRST, WholeRound } from '../../testing/round';
import { infoOf } from './bag-info';
import { aRecord } from '../../testing/item-record';
import { itemOf } from './item-file';
import { recordPage } from './page/page';

/** The archive number (档号) is given once, and never changed. */
const GIVEN = 'Z109-WS·2021-D30-JGDW-0001';
/** The round has two items, so that a reopened one comes third. */
const NEXT = 'Z109-WS·2021-D30-JGDW-0003';

const close = (life: ItemLife): void => {
  give(life, 'acknowledge', NOW);
  doTheWork(life, NOW);
  for (const type of ['request-closure', 'approve', 'accept'] as const) give(life, type, NOW);
};

const archive = (round: WholeRound): void => {
  const life = round.item();
  life.takePosts(NOW, 'w');
  archiveIt(life, NOW);
  round.settle(NOW);
};

/** Where a bag says its number: for BagIt tools, for programs, for readers. */
const numbersIn = (life: ItemLife): (string | undefined)[] => {
  const record = aRecord(life);
  const [, page] = /<th>档号<\/th>\s*<td>([^<]*)</.exec(recordPage(record)) ?? [];
  return [infoOf(record)['External-Identifier'], itemOf(record).archiveNumber, page];
};

const rowOf = ({ life }: WholeRound) => life.ledger.rows.find(({ number }) => number === FIRST);

test('the number that an item gets from its plan is that of its bag, and of its line in the ledger', () => {
  const round = new WholeRound();
  expect(round.item().context.archiveNumber).toBe(GIVEN);
  close(round.item());
  expect(numbersIn(round.item())).toEqual([GIVEN, GIVEN, GIVEN]);
  archive(round);
  expect(round.item().state.archive?.archiveNumber).toBe(GIVEN);
  expect(rowOf(round)?.archive?.archiveNumber).toBe(GIVEN);
});

test('nothing that anybody tells the item, or its round, changes it', () => {
  const round = new WholeRound();
  const numberAfter = (): string => round.item().context.archiveNumber;
  for (const type of ROUND_COMMAND_TYPES) {
    round.attempt(type, NOW);
    expect([type, numberAfter()]).toEqual([type, GIVEN]);
  }
  for (const type of COMMAND_TYPES.filter((one) => one !== 'withdraw')) {
    attempt(round.item(), type, NOW);
    expect([type, numberAfter()]).toEqual([type, GIVEN]);
  }
});

test('a life that goes on from an archived one gets the next, and the archived one keeps its own', () => {
  const round = new WholeRound();
  close(round.item());
  archive(round);
  const archived = round.item();
  round.give('reopen', NOW);
  close(round.item());
  expect(numbersIn(archived)).toEqual([GIVEN, GIVEN, GIVEN]);
  expect(numbersIn(round.item())).toEqual([NEXT, NEXT, NEXT]);
  expect(round.item().state.previous?.archiveNumber).toBe(GIVEN);
  archive(round);
  expect(rowOf(round)?.archive?.archiveNumber).toBe(NEXT);
});
