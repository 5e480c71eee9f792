import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { figuresOfBoard } from '../../documents/board';
import { CliWorld, type Ended } from '../support/cli-world';
import { at } from '../support/instants';
import { planOf } from '../support/plans';
import { VirtualWorld } from '../support/virtual-world';

let world: VirtualWorld;
let cli: CliWorld;

beforeAll(async () => {
  world = await VirtualWorld.create();
  cli = new CliWorld(world);
  const { hand } = await world.beginItem(
    planOf({ round: 'r', handlers: 2, deadline: '2021-06-30' }),
    at('2021-05-06'),
  );
  await hand.acknowledge();
  await hand.handIn('入账凭证');
});
afterAll(() => world.close());

const asHandler = (verb: string, ...args: string[]): Promise<Ended> =>
  cli.tell([verb, 'r/1.1', ...args, '--as', 'handler-1']);

const recorded = (kind: string, figure: string, ...more: string[]): Promise<Ended> =>
  asHandler('record-result', '--kind', kind, '--figure', figure, '--vouched-by', 'leader', ...more);

const shown = async (): Promise<unknown> => (await cli.tell(['show', 'r/1.1'])).json;

test('results are recorded by kind, corrected and withdrawn, and ledger and board have their totals', async () => {
  expect(await recorded('收缴资金', '4080.50', '--measure', '1', '--evidence', '1')).toMatchObject({
    exit: 0,
  });
  expect(await recorded('trainings', '2', '--note', '全员参加')).toMatchObject({ exit: 0 });
  expect(await recorded('meetings', '7')).toMatchObject({ exit: 0 });
  expect(await asHandler('correct-result', '1', '漏计一笔', '--figure', '4630.50')).toMatchObject({
    exit: 0,
  });
  expect(await asHandler('correct-result', '3', '重复登记', '--figure', '0')).toMatchObject({ exit: 0 });
  const resultTotals = { 'money-collected': 463_050, trainings: 2 };
  expect(await shown()).toMatchObject({
    resultTotals,
    results: [
      { no: 1, kind: 'money-collected', figure: 463_050, measure: 1, evidence: 1, vouchedBy: 'leader' },
      { no: 2, kind: 'trainings', figure: 2, note: '全员参加' },
      { no: 3, kind: 'meetings', withdrawn: { by: 'handler-1', reason: '重复登记' } },
    ],
  });
  expect((await cli.tell(['ledger', '--round', 'r'])).json).toMatchObject({
    totals: { resultTotals },
    rows: [{ resultTotals }],
  });
  const file = path.join(world.folder, '看板.html');
  expect(await cli.tell(['board', '--round', 'r', '-o', file])).toMatchObject({ exit: 0 });
  expect(figuresOfBoard(await readFile(file, 'utf8'))).toMatchObject({ resultTotals });
});

test.each([
  [
    'nobody of the item vouches for',
    'UnknownVoucher',
    () => recorded('meetings', '1', '--vouched-by', 'handler-2'),
  ],
  ['was never recorded', 'UnknownResult', () => asHandler('correct-result', '9', '更正', '--figure', '1')],
  ['was withdrawn', 'ResultWithdrawn', () => asHandler('correct-result', '3', '更正', '--figure', '1')],
])('a result that %s is refused', async (_, type, give) => {
  expect(await give()).toMatchObject({ exit: 3, json: { error: { type } } });
});

test.each([
  ['money of three places', () => recorded('money-saved', '1.234')],
  ['half a meeting', () => recorded('meetings', '0.5')],
  ['a kind that there is not', () => recorded('prizes', '1')],
])('%s is no result', async (_, give) => {
  expect(await give()).toMatchObject({ exit: 2 });
});
