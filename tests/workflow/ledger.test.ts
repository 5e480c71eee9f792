import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { DocumentPackage } from '../../intake/files/package';
import { readXlsx } from '../../intake/files/xlsx';
import { itemId } from '../../base/ids';
import type { PlannedItem } from '../../domain/plan/plan';
import type { Totals } from '../../domain/round/totals';
import { CliWorld } from '../support/cli-world';
import { at } from '../support/instants';
import { untilStatus } from '../support/life';
import { planOf } from '../support/plans';
import { poll } from '../support/poll';
import { VirtualWorld } from '../support/virtual-world';

let world: VirtualWorld;
let cli: CliWorld;
beforeEach(async () => {
  world = await VirtualWorld.create();
  cli = new CliWorld(world);
});
afterEach(() => world.close());

type Row = Partial<Record<string, unknown>>;
type Ledger = { totals: Totals; drill: string; rows: Row[]; file?: string };

const withoutDeadline = ({ deadline: _, ...item }: PlannedItem): PlannedItem => item;

const csvIn = async (file: string): Promise<string[][]> => parse(await readFile(file), { bom: true });

/** Three items: one is archived, one is past its deadline, and one has none. */
const begin = async () => {
  const plan = planOf({ round: 'booked', items: 3, deadline: '2021-06-30' });
  const items = plan.items.map((item) => (item.number === '1.3' ? withoutDeadline(item) : item));
  const { clock, hands } = await world.begin({ ...plan, items }, at('2021-05-06'));
  for (const { number } of items) await poll(number, () => world.rectify.item(itemId(plan.round, number)));
  const hand = hands();
  await hand.close();
  await world.skipTo(clock, at('2021-07-05', '12:00'));
  await untilStatus(world.rectify, hand.item, 'archived');
};

const ledger = async (...args: string[]): Promise<Ledger> => {
  const { exit, err, json } = await cli.tell(['ledger', '--round', 'booked', ...args]);
  expect([exit, err]).toEqual([0, '']);
  return json as Ledger;
};

const count = (rows: readonly Row[], column: string, value: string) =>
  rows.filter((row) => row[column] === value).length;

test('the ledger of a running round counts as the round does, archived items and open ones', async () => {
  await begin();
  const { totals, rows, drill } = await ledger();
  const listed = await cli.tell(['list', '--round', 'booked']);
  expect(totals).toEqual((listed.json as Ledger).totals);
  expect(drill).toBe('booked');
  expect(rows.map(({ number, status, published }) => [number, status, published])).toEqual([
    ['1.1', 'archived', 'completed'],
    ['1.2', 'assigned', 'not-completed'],
    ['1.3', 'assigned', 'ongoing'],
  ]);
  for (const [status, items] of Object.entries(totals.byStatus))
    expect(count(rows, 'status', status)).toBe(items);
  expect(rows[0]).toMatchObject({
    measureStatus: 'complete',
    archiveNumber: 'Z109-WS·2021-D30-JGDW-0001',
    evidence: [{ title: '核对台账' }],
    progress: { results: [{ measure: 1, text: '已核对完毕' }] },
  });
  expect(rows[2]).not.toHaveProperty('deadline');
});

test('the ledger is written as workbook, CSV and JSON with the same lines, and never over anything', async () => {
  await begin();
  const file = (name: string) => path.join(world.folder, name);
  const { rows } = await ledger('-o', file('a.xlsx'));
  await ledger('-o', file('a.csv'));
  await ledger('-o', file('other.txt'), '--format', 'json');
  const saved = JSON.parse(await readFile(file('other.txt'), 'utf8')) as Ledger;
  expect(saved.rows).toEqual(rows);
  const [, ...records] = await csvIn(file('a.csv'));
  const blocks = await DocumentPackage.with(file('a.xlsx'), readXlsx);
  const [, list] = blocks.flatMap((block) => ('table' in block ? [block.table.rows.slice(1)] : []));
  expect(records.map(([number]) => number)).toEqual(['(一)1', '(一)2', '(一)3']);
  expect(list?.map(({ cells }) => cells.map((cell) => cell?.text ?? ''))).toEqual(records);

  await writeFile(file('mine.xlsx'), '别人的');
  const refused = await cli.tell(['ledger', '--round', 'booked', '-o', file('mine.xlsx')]);
  expect(refused.exit).toBe(2);
  expect(await readFile(file('mine.xlsx'), 'utf8')).toBe('别人的');
  const unknown = await cli.tell(['ledger', '--round', 'booked', '-o', file('a.pdf')]);
  expect(unknown.json).toMatchObject({ error: { type: 'bad-choice' } });
});
