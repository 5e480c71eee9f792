import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { openStore } from '../../store/open';
import { CliWorld, type Ended } from '../support/cli-world';
import { at } from '../support/instants';
import { planOf } from '../support/plans';
import { VirtualWorld } from '../support/virtual-world';

let world: VirtualWorld;
let cli: CliWorld;

beforeAll(async () => {
  world = await VirtualWorld.create();
  cli = new CliWorld(world);
  const evidence = { mostBytes: 100, mediaTypes: ['text/*'] };
  const plan = planOf({ round: 'r', deadline: '2021-06-30', policy: { evidence } });
  const { hand } = await world.beginItem(plan, at('2021-05-06'));
  await hand.acknowledge();
});
afterAll(() => world.close());

/** Hands a text in, as the handler does. */
const handIn = async (text: string, ...how: string[]): Promise<Ended> => {
  const file = path.join(world.folder, '清单.txt');
  await writeFile(file, text);
  return cli.tell(['evidence', 'r/1.1', file, ...how, '--as', 'handler-1']);
};

const stored = async (): Promise<string[]> => (await openStore(world.storeUrl)).list('evidence');

const shown = async (): Promise<unknown> => {
  const { json } = await cli.tell(['show', 'r/1.1']);
  return (json as { measures: { evidence: unknown }[] }).measures[0]?.evidence;
};

test('a new version is of the measure and the title of its old one unless told, and both are shown and kept', async () => {
  expect((await handIn('一', '--measure', '1', '--title', '清单')).exit).toBe(0);
  expect((await handIn('二', '--replaces', '1')).exit).toBe(0);
  expect((await handIn('三', '--replaces', '2', '--title', '清单（补正）')).exit).toBe(0);
  expect(await shown()).toMatchObject([
    { no: 3, title: '清单（补正）', replaces: 2 },
    { no: 1, title: '清单', replacedBy: 2 },
    { no: 2, title: '清单', replaces: 1, replacedBy: 3 },
  ]);
  expect(await stored()).toHaveLength(3);
});

test.each([
  ['too large', '多'.repeat(34), ['--measure', '1', '--title', '清单'], 'EvidenceTooLarge'],
  ['of a type not taken', '%PDF-1.7', ['--measure', '1', '--title', '清单'], 'EvidenceTypeNotTaken'],
  ['a version of what was replaced', '四', ['--replaces', '1'], 'EvidenceReplaced'],
  ['a version of nothing', '五', ['--replaces', '9'], 'UnknownEvidence'],
  ['for no measure', '六', ['--measure', '9', '--title', '清单'], 'UnknownMeasure'],
])('what is %s is refused before it is stored', async (_, text, how, type) => {
  const before = await stored();
  const { exit, json } = await handIn(text, ...how);
  expect(exit).toBe(3);
  expect(json).toMatchObject({ error: { type } });
  expect(await stored()).toEqual(before);
});

test('what a measure has brought is kept to the fen', async () => {
  const outcome = ['--recovered', '4080.50', '--regulation', '终端管理办法'];
  const { exit } = await cli.tell([
    ...['progress', 'r/1.1', '已追缴', '--complete', '1', ...outcome, '--as', 'handler-1'],
  ]);
  expect(exit).toBe(0);
  const { json } = await cli.tell(['show', 'r/1.1']);
  expect(json).toMatchObject({
    measures: [{ completed: { recoveredFen: 408_050, regulation: '终端管理办法' } }],
  });
});
