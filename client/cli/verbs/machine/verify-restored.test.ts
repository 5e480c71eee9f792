import { verifyFolder } from '../../../../archive/verify/bag';
import { begunAsTold } from '../../../../archive/round/check-lives';
import { archiveNumbersOnce, bagsOfLives } from '../../../../archive/round/check-ledgers';
import type { RoundContent } from '../../../../archive/round/read';
import type { LostLife } from '../../../../domain/item/lost';
import { NOW } from '../../../../testing/item';
import { SECOND, type WholeRound } from '../../../../testing/round';
import { aRoundRecord } from '../../../../testing/round-record';
import { scratchStore } from '../../../../testing/store';
import { seen } from '../../../../testing/seen-page';
import { aClosedRound, archiveRound, orderFor, tellSigned } from '../../../../tests/support/ended-round';
import type { Store } from '../../../../store/store';

const restoreSecond = (round: WholeRound): void => {
  tellSigned(round, 'restore', NOW, { item: SECOND }, 'failed');
};

let store: Store;
let round: WholeRound;
beforeAll(async () => {
  ({ store } = await scratchStore());
  round = await aClosedRound(store, undefined, restoreSecond);
  await archiveRound(orderFor(round), store);
});

const verified = async (bag: string) => verifyFolder(await store.folder(bag), store.locate(bag));
const pageOf = async (bag: string) => seen((await store.get(`${bag}/data/index.html`)).toString());

test('a restored item has a bag that holds, beside that of its round, which misses none of the life that was lost', async () => {
  expect(await verified('bags/2021-03/2.1-cycle-2')).toMatchObject({ valid: true, faults: [] });
  expect(await verified('bags/2021-03/round')).toMatchObject({
    valid: true,
    faults: [],
    items: { named: 3, missing: [] },
  });
  expect(await store.has('bags/2021-03/2.1')).toBe(false);
});

test('both pages name the life that was lost, and the number that stays unused', async () => {
  const item = await pageOf('bags/2021-03/2.1-cycle-2');
  expect(item).toContain('恢复办理（第 2 次办理）');
  expect(item).toContain('第 1 次办理，在服务器上运行失败，未归档');
  expect(item).toContain('原档号（空置） | Z109-WS·2021-D30-JGDW-0002');
  expect(item).toContain('恢复原因 | 流程被误终止');
  const whole = await pageOf('bags/2021-03/round');
  expect(whole).toContain('第 1 次办理没有归档包：流程在服务器上运行失败');
});

describe('in the record of a round with a restored item', () => {
  const content = (): RoundContent => {
    const { head, bags, log, ledgers } = aRoundRecord(round);
    const ledger = ledgers.at(-1);
    const record = { round: { round: head.round, archiveNumber: 'Z' }, bags: { bags }, log, ledger };
    return record as unknown as RoundContent;
  };
  const bagOf = (cycle: number) => {
    const bag = content().bags?.bags.find((one) => one.item === '2021-03/2.1' && one.cycle === cycle);
    if (!bag) throw new Error(`no bag of cycle ${cycle}`);
    return bag;
  };
  const withBag = (more: object): RoundContent => {
    const record = content();
    const bags = [...(record.bags?.bags ?? []), { ...bagOf(2), ...more }];
    return { ...record, bags: { bags } };
  };
  const lostOne = (): LostLife => {
    const { lost } = round.item(SECOND).state;
    if (!lost) throw new Error('nothing was lost');
    return lost;
  };

  test('a bag of the life that was lost is a fault', () => {
    expect(bagsOfLives(content())).toEqual([]);
    expect(bagsOfLives(withBag({ cycle: 1, bag: 'bags/2021-03/2.1' }))).toMatchObject([
      { type: 'bag-reference-differs', item: '2021-03/2.1', cycle: 1 },
    ]);
  });

  test('its archive number is not given again', () => {
    expect(archiveNumbersOnce(content())).toEqual([]);
    const { archiveNumber } = lostOne();
    expect(archiveNumbersOnce(withBag({ archiveNumber }))).toMatchObject([
      { type: 'archive-number-twice', archiveNumber },
    ]);
  });

  test('the bag beside begins as the round tells, with the same that was lost', () => {
    const lost = lostOne();
    const faults = (event: { type: string; lost?: unknown }, cycle = 2) =>
      begunAsTold(content(), { ...bagOf(2), cycle }, [{ event }]).map(({ type }) => type);
    expect(faults({ type: 'restored', lost })).toEqual([]);
    expect(faults({ type: 'assigned' }, 1)).toEqual([]);
    for (const event of [
      { type: 'assigned' },
      { type: 'reopened' },
      { type: 'restored' },
      { type: 'restored', lost: { ...lost, cycle: 2 } },
    ])
      expect(faults(event)).toEqual(['item-begins-otherwise']);
    expect(faults({ type: 'restored', lost }, 1)).toEqual(['item-begins-otherwise']);
  });
});
