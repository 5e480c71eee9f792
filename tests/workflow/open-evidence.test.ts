import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { CliWorld } from '../support/cli-world';
import { at } from '../support/instants';
import { planOf } from '../support/plans';
import { VirtualWorld } from '../support/virtual-world';

let world: VirtualWorld;
let cli: CliWorld;
let hashes: string[];

const PAGE = '<!DOCTYPE html><p>x</p>';
const TEXT = '一、清点';

/** An item in review with a text, and a page with the same title that claims to be one. */
beforeAll(async () => {
  world = await VirtualWorld.create();
  cli = new CliWorld(world);
  const { hand } = await world.beginItem(planOf({ round: 'r', deadline: '2021-06-30' }), at('2021-05-06'));
  await hand.acknowledge();
  const one = await hand.handIn(TEXT);
  const two = await hand.handIn(PAGE);
  hashes = [one.sha512, two.sha512];
  await hand.handIn('三');
  await hand.tell('handler-1', 'complete-measure', { measure: 1, result: '已核对完毕' });
  await hand.tell('handler-1', 'request-closure', { summary: '措施均已完成' });
});
afterAll(() => world.close());

const scratch = () => mkdtemp(path.join(world.folder, 'to-'));
const stored = (no: number) => path.join(world.folder, 'store/evidence', hashes[no - 1] ?? '');
/** The folders of copies that were opened. */
const opened = async () => (await readdir(world.folder)).filter((name) => name.startsWith('rectify-opened-'));
const approve = ['approve', 'r/1.1', '--as', 'leader'];

/** Does something while the store has another content under the hash of a file, or none. */
const whileStored = async (no: number, content: string | undefined, work: () => Promise<void>) => {
  const before = await readFile(stored(no));
  await rm(stored(no), { force: true });
  if (content !== undefined) await writeFile(stored(no), content);
  try {
    await work();
  } finally {
    await rm(stored(no), { force: true });
    await writeFile(stored(no), before);
  }
};

test('evidence is opened as it was handed in, by its number', async () => {
  const { exit, screen } = await cli.talk(['evidence', 'open', 'r/1.1', '1']);
  expect(exit).toBe(0);
  expect(screen.opened.map(({ content }) => content.toString())).toEqual([TEXT]);
  expect(path.basename(screen.opened[0]?.path ?? '')).toBe('1.1-01 核对台账.txt');
  expect(screen.written.out).toContain('已打开《核对台账》');
});

test('what may run something is saved instead, without an extension that would have it run, and why is said', async () => {
  const folder = await scratch();
  const { exit, screen } = await cli.talk(['evidence', 'open', 'r/1.1', '2', '--to', folder]);
  expect(exit).toBe(0);
  expect(screen.opened).toEqual([]);
  expect(await readdir(folder)).toEqual(['1.1-02 核对台账.txt']);
  expect(screen.written.out).toContain('可能运行程序');
  expect(screen.written.out).toContain(folder);
});

test('where there is no screen it says where the file is', async () => {
  const { exit, screen } = await cli.talk(['evidence', 'open', 'r/1.1', '1', '--json'], undefined, {
    opens: false,
  });
  expect(exit).toBe(0);
  const { file, ...said } = JSON.parse(screen.written.out) as { file: string };
  expect(said).toMatchObject({ item: 'r/1.1', no: 1, opened: false, why: 'no-screen', sha512: hashes[0] });
  expect(await readFile(file, 'utf8')).toBe(TEXT);
});

test.each([
  ['of several none was named', ['open', 'r/1.1'], 2, '3 份'],
  ['there is none of the number', ['open', 'r/1.1', '9'], 4, '共有 3 份'],
  ['there is no such item', ['save', 'r/1.9', '1'], 4, '1.9'],
])('it says what is wrong where %s', async (_, args, code, said) => {
  const { exit, screen } = await cli.talk(['evidence', ...args]);
  expect(exit).toBe(code);
  expect(screen.written.err).toContain(said);
});

test('all evidence of an item is saved with a list, once, and nothing that is there is overwritten', async () => {
  const folder = path.join(await scratch(), '会议');
  const args = ['evidence', 'save', 'r/1.1', '--all', '--to', folder];
  for (const { exit } of [await cli.talk(args), await cli.talk(args)]) expect(exit).toBe(0);
  const names = [
    '1.1-00 佐证材料清单.txt',
    '1.1-01 核对台账.txt',
    '1.1-02 核对台账.txt',
    '1.1-03 核对台账.txt',
  ];
  expect((await readdir(folder)).sort()).toEqual(names);
  const view = await world.rectify.item('r/1.1' as never);
  const list = await readFile(path.join(folder, names[0] ?? ''), 'utf8');
  for (const said of [view.evidenceHash, ...hashes, ...names.slice(1)]) expect(list).toContain(said);

  await writeFile(path.join(folder, names[1] ?? ''), '别人的');
  expect((await cli.talk(args)).exit).toBe(0);
  expect(await readFile(path.join(folder, names[1] ?? ''), 'utf8')).toBe('别人的');
  expect(await readFile(path.join(folder, '1.1-01 核对台账 (2).txt'), 'utf8')).toBe(TEXT);
});

test.each([
  ['is not what was handed in', '一、清店', '不一致'],
  ['is cut short', '一', '不一致'],
  ['is gone', undefined, '找不到'],
])('a file that %s is neither opened nor saved, and nothing is left', async (_, content, said) => {
  await whileStored(1, content, async () => {
    for (const how of [['open'], ['save']]) {
      const folder = await scratch();
      const before = await opened();
      const { exit, screen } = await cli.talk(['evidence', ...how, 'r/1.1', '1', '--to', folder]);
      expect(exit).toBe(6);
      expect(screen.opened).toEqual([]);
      expect(screen.written.err).toContain(said);
      expect(await readdir(folder)).toEqual([]);
      expect(await opened()).toEqual(before);
    }
    const folder = await scratch();
    const { exit, screen } = await cli.talk(['evidence', 'save', 'r/1.1', '--all', '--to', folder, '--json']);
    expect(exit).toBe(6);
    expect(JSON.parse(screen.written.out)).toMatchObject({
      files: [{ no: 1, fault: content === undefined ? 'missing' : 'damaged' }, { no: 2 }, { no: 3 }],
    });
    expect((await readdir(folder)).sort().map((name) => name.slice(0, 6))).toEqual([
      '1.1-00',
      '1.1-02',
      '1.1-03',
    ]);
    expect(await readFile(path.join(folder, '1.1-00 佐证材料清单.txt'), 'utf8')).toContain(said);
  });
});

describe('before a decision', () => {
  test('"o" opens evidence, as often as one likes, and the question remains', async () => {
    const { exit, screen } = await cli.talk(approve, ['o', '1', 'ｏ３', 'o 9', 'o', '', 'n']);
    expect(exit).toBe(0);
    expect(screen.questions[0]).toContain('输入 o 打开佐证材料');
    expect(screen.questions[1]).toContain('1-3');
    expect(screen.opened.map(({ content }) => content.toString())).toEqual([TEXT, '三']);
    expect(screen.written.out).toContain('9');
    expect(screen.written.out).toContain('没有任何更改');
  });

  test('it does the same for a return', async () => {
    const { screen } = await cli.talk(
      [
        ...['return', 'r/1.1', '--opinion', '不全', '--missing', '缺少逐件核对的签字记录原件'],
        ...['--deadline', '2021-06-30', '--as', 'leader'],
      ],
      ['o 3', 'n'],
    );
    expect(screen.opened.map(({ content }) => content.toString())).toEqual(['三']);
  });

  test('nothing is said of evidence that is whole', async () => {
    expect((await cli.talk(approve, ['n'])).screen.written.err).not.toContain('打不开');
  });

  test.each([
    ['that is another now', '一、清店'],
    ['that is gone', undefined],
  ])('evidence %s is told before the question', async (_, content) => {
    await whileStored(1, content, async () => {
      const { screen } = await cli.talk(approve, ['n']);
      expect(screen.questions).toHaveLength(1);
      expect(screen.written.err).toContain('第 1 份佐证材料《核对台账》');
      expect(screen.written.err).toContain('有 1 份佐证材料打不开');
    });
  });

  test('a store that is away is told before the question', async () => {
    const STORE = `file://${world.folder}/nowhere`;
    const { screen } = await cli.talk(approve, ['o 1', 'n'], { environment: { STORE } });
    expect(screen.questions).toHaveLength(2);
    expect(screen.written.err).toContain('打不开');
    expect(screen.written.out).toContain(`存储 ${STORE} 找不到`);
  });
});

test('a decision in a script without --yes is refused for want of authority first', async () => {
  const other = await cli.talk(['approve', 'r/1.1', '--as', 'handler-1']);
  expect(other.exit).toBe(3);
  expect(other.screen.written.err).not.toContain('--yes');
  const leader = await cli.talk(approve);
  expect(leader.exit).toBe(2);
  expect(leader.screen.written.err).toContain('--yes');
});
