import type { LogEntry } from '../../domain/item/log';
import type { ItemState } from '../../domain/item/state';
import type { LedgerRow } from '../../domain/round/row';
import { itemId, type ItemNumber, RoundId } from '../../base/ids';
import { fromPayload, type Payload } from '../../base/deflated';
import { roundWorkflowId } from '../../workflows/messages';
import { Hands } from '../support/commands';
import { at } from '../support/instants';
import { poll } from '../support/poll';
import { RealWorld } from '../support/real-world';
import { type OldBuild, oldBuild } from './old-build';

/** The oldest build that can be deployed: it has workers, a client, mail and an archive. */
const OLDEST = '7374896';
const NUMBERS = Array.from({ length: 20 }, (_, index) => `1.${index + 1}`);

type View = { state: ItemState; log: LogEntry[] };

let world: RealWorld;
let old: OldBuild;
beforeAll(async () => {
  world = await RealWorld.create();
  old = await oldBuild(OLDEST, world.folder);
});
afterAll(() => world.close());

const queried = async <T extends object>(workflow: string, query: string): Promise<T> =>
  fromPayload(await world.client.workflow.getHandle(workflow).query<Payload<T>>(query));

const viewsOf = (round: string): Promise<View[]> =>
  Promise.all(NUMBERS.map((number) => queried<View>(`item/${round}/${number}`, 'view')));

const rowsOf = async (round: string): Promise<LedgerRow[]> =>
  (await queried<{ rows: LedgerRow[] }>(roundWorkflowId(RoundId.parse(round)), 'ledger')).rows;

const noticesSent = async (round: string): Promise<string[]> =>
  (await world.receipts(round)).flatMap(({ mailbox, notices }) =>
    notices.map(({ id }) => `${mailbox} ${id}`),
  );

/** Starts a round of twenty items by the client of then, and does something in fifteen of them. */
const beginOld = async (round: string) => {
  const { Rectify, Hands: OldHands, planOf, calendar2021 } = old.client;
  const rectify = new Rectify(world.client);
  const plan = planOf({ round, items: NUMBERS.length, deadline: '2021-08-30' });
  await rectify.importPlan(plan, calendar2021, world.clockFrom(at('2021-05-06', '09:30'), 60, round));
  await poll('the items', async () => (await viewsOf(round)).length);
  const on = (number: string) => new OldHands(rectify, world.storeUrl, `${round}/${number}`);
  for (const number of NUMBERS.slice(5, 15)) await on(number).acknowledge();
  for (const number of NUMBERS.slice(0, 5)) await on(number).work();
  for (const number of NUMBERS.slice(0, 2)) await on(number).approve();
  await poll('the ledger', async () => {
    const [states, rows] = [(await viewsOf(round)).map(({ state }) => state.status), await rowsOf(round)];
    return states.every((status, index) => status === rows[index]?.status);
  });
  return on;
};

/** This build, as docs/operations.md has it started after one without seals and signed openings. */
const startToday = () => {
  const until = new Date(Date.now() + 600_000).toISOString();
  return world.startWorker({ UNSEALED_UNTIL: until, TRUST_SINCE: until });
};

const handOn = (round: string) => (number: string) =>
  new Hands(world.rectify, world.storeUrl, itemId(RoundId.parse(round), number as ItemNumber), 'handler-1');

test('twenty items of the oldest build go on with this one: state, log, ledger and mails are what they were', async () => {
  const round = 'upgraded';
  const worker = await world.startWorker({}, old.worker);
  await beginOld(round);
  const before = { views: await viewsOf(round), rows: await rowsOf(round), sent: await noticesSent(round) };
  expect(new Set(before.rows.map(({ status }) => status))).toEqual(
    new Set(['assigned', 'in-progress', 'leader-review', 'acceptance']),
  );
  await worker.stop();

  const today = await startToday();
  const after = { views: await viewsOf(round), rows: await rowsOf(round) };
  for (const [index, { state, log }] of before.views.entries()) {
    expect(after.views[index]?.state).toMatchObject(state);
    expect(after.views[index]?.log.slice(0, log.length)).toEqual(log);
  }
  expect(after.rows).toMatchObject(before.rows);

  const hand = handOn(round);
  for (const number of NUMBERS.slice(0, 2)) await hand(number).accept();
  for (const number of NUMBERS.slice(15)) await hand(number).acknowledge();
  const ended = ['item/upgraded/1.1', 'item/upgraded/1.2'].map((id) => world.client.workflow.getHandle(id));
  for (const item of ended) await item.result();
  const rows = await poll('the ledger', async () => {
    const all = await rowsOf(round);
    return all.every(({ status }) => status !== 'assigned') && all[0]?.archive && all[1]?.archive && all;
  });
  expect(rows.slice(0, 2).map(({ status }) => status)).toEqual(['archived', 'archived']);
  const sent = await noticesSent(round);
  expect(sent).toEqual(expect.arrayContaining(before.sent));
  expect(sent).toEqual([...new Set(sent)]);
  await today.stop();
});

/** The marks that a workflow bears, which the oldest build knows none of. */
const marksOf = async (workflow: string): Promise<number> => {
  const { events } = await world.client.workflow.getHandle(workflow).fetchHistory();
  return (events ?? []).filter(
    ({ markerRecordedEventAttributes: marker }) => marker?.markerName === 'core_patch',
  ).length;
};

test('taken back to the oldest build, what bears no mark of this one goes on; the others wait, and lose nothing', async () => {
  const round = 'taken-back';
  const first = await world.startWorker({}, old.worker);
  const on = await beginOld(round);
  await first.stop();

  const today = await startToday();
  for (const number of NUMBERS.slice(15, 18)) await handOn(round)(number).acknowledge();
  await poll('the ledger', async () => (await rowsOf(round))[17]?.status === 'in-progress');
  await today.stop();

  const items = NUMBERS.map((number) => `item/${round}/${number}`);
  const marked = [];
  for (const workflow of [`round/${round}`, ...items])
    if ((await marksOf(workflow)) > 0) marked.push(workflow);
  // It has taken rows, whose seals it has asked for.
  expect(marked).toEqual([`round/${round}`]);

  const back = await world.startWorker({}, old.worker);
  await on('1.16').tell('handler-1', 'report-progress', { text: '已核对全部账目' });
  await on('1.19').acknowledge();
  await on('1.3').approve();
  await expect(rowsOf(round)).rejects.toThrow();
  await back.stop();

  await startToday();
  const rows = await poll('the ledger', async () => {
    const all = await rowsOf(round);
    return all[18]?.status === 'in-progress' && all[2]?.status === 'acceptance' && all;
  });
  expect(rows.map(({ status }) => status)).toEqual((await viewsOf(round)).map(({ state }) => state.status));
  expect(rows[15]?.progress).toBe('已核对全部账目');
  const sent = await noticesSent(round);
  expect(sent).toEqual([...new Set(sent)]);
});
