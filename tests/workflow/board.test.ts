import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { civilOf, instant } from '../../domain/calendar/zone';
import { figuresOfBoard } from '../../documents/board';
import { itemId } from '../../base/ids';
import { CliWorld } from '../support/cli-world';
import { at } from '../support/instants';
import { planOf } from '../support/plans';
import { poll } from '../support/poll';
import { VirtualWorld } from '../support/virtual-world';

const START = at('2021-05-06');
const ROUND = 'meeting';

let world: VirtualWorld;
let cli: CliWorld;
const home = process.cwd();

beforeEach(async () => {
  world = await VirtualWorld.create();
  cli = new CliWorld(world);
});
afterEach(async () => {
  process.chdir(home);
  await world.close();
});

/** A round of four items, one of them archived and three overdue. */
const begin = async (): Promise<void> => {
  const plan = planOf({ round: ROUND, items: 4, deadline: '2021-05-20' });
  const { clock, hands } = await world.begin(plan, START);
  for (const { number } of plan.items)
    await poll(number, () => world.rectify.item(itemId(plan.round, number)));
  const first = hands('1.1');
  await first.close();
  await world.skipTo(clock, at('2021-05-25'));
};

const totalsOf = ({ json }: { json: unknown }) => (json as { totals: unknown }).totals;

test('the board of a running round shows the totals of its list, and is never written over a file', async () => {
  await begin();
  const file = path.join(world.folder, '看板.html');
  const done = await cli.tell(['board', '--round', ROUND, '-o', file]);
  expect(done).toMatchObject({ exit: 0, json: { round: ROUND, file, totals: { items: 4, overdue: 3 } } });
  const page = await readFile(file, 'utf8');
  const list = await cli.tell(['list', '--round', ROUND]);
  expect(figuresOfBoard(page)).toEqual(totalsOf(list));
  expect(totalsOf(done)).toEqual(totalsOf(list));
  expect(page).toContain('Z109-WS·2021-D30-JGDW-0001');
  const again = await cli.tell(['board', '--round', ROUND, '-o', file, '--lang', 'en']);
  expect(again).toMatchObject({ exit: 2, json: { error: { type: 'path-exists' } } });
  expect(await readFile(file, 'utf8')).toBe(page);
});

/** The day of the round that an answer is of. */
const dayOf = ({ json }: { json: unknown }): string =>
  civilOf(instant(Date.parse((json as { now: string }).now)));

test('without a name the file is called by the round and the day, in the language of the board', async () => {
  await begin();
  process.chdir(world.folder);
  const chinese = await cli.tell(['board', '--round', ROUND]);
  const english = await cli.tell(['board', '--round', ROUND, '--lang', 'en']);
  const written = (await readdir('.')).filter((name) => name.endsWith('.html'));
  expect(written.sort()).toEqual([
    `drill-board-${ROUND}-${dayOf(english)}.html`,
    `演练-看板-${ROUND}-${dayOf(chinese)}.html`,
  ]);
});
