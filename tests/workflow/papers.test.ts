import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readDraft } from '../../intake/files';
import { type ItemNumber, itemId, RoundId } from '../../base/ids';
import type { Totals } from '../../domain/round/totals';
import { CliWorld, type Ended } from '../support/cli-world';
import { at } from '../support/instants';
import { untilStatus } from '../support/life';
import { noticeText } from '../support/notice-text';
import { planOf } from '../support/plans';
import { poll } from '../support/poll';
import { VirtualWorld } from '../support/virtual-world';

/** Three items due on a Friday: one done in time, one overdue, and one merged into that. */
const ROUND = RoundId.parse('papers');
const DUE = '2021-05-14';
const LATE = at('2021-05-21', '12:00');
const NUMBER = '整改办〔2021〕7号';

let world: VirtualWorld;
let cli: CliWorld;

/** The server that skips time lists no workflows, so the round is named. */
const tell = (...args: string[]): Promise<Ended> => cli.tell(['--round', ROUND, ...args]);

const must = async (...args: string[]): Promise<Ended> => {
  const ended = await tell(...args);
  if (ended.exit !== 0) throw new Error(`rectify ${args.join(' ')} ended with ${ended.exit}: ${ended.err}`);
  return ended;
};

const file = (name: string): string => path.join(world.folder, name);

const finish = async (item: string): Promise<void> => {
  const list = file('清单.txt');
  await writeFile(list, '逐件核对');
  await must('evidence', item, list, '--measure', '1', '--title', '清单', '--as', 'handler-1');
  await must('progress', item, '已核对', '--complete', '1', '--as', 'handler-1');
  await must('request-closure', item, '均已落实', '--as', 'handler-1');
  await must('approve', item, '--as', 'leader');
  await must('accept', item, '--as', 'acceptor');
};

const isProposed = async (): Promise<boolean> => {
  const { json } = await must('proposals');
  return (json as { proposals: unknown[] }).proposals.length > 0;
};

beforeAll(async () => {
  world = await VirtualWorld.create();
  cli = new CliWorld(world);
  const { clock } = await world.begin(planOf({ round: ROUND, items: 3, deadline: DUE }), at('2021-05-06'));
  for (const number of ['1.1', '1.2', '1.3'] as ItemNumber[])
    await poll(number, () => world.rectify.item(itemId(ROUND, number)));
  await must('ack', '1.1', '1.2', '--as', 'handler-1');
  await finish('1.1');
  await must('withdraw', '1.3', '--into', '1.2', '--reason', '同一问题', '--as', 'head');
  await untilStatus(world.rectify, itemId(ROUND, '1.1' as ItemNumber), 'archived');
  await world.skipTo(clock, LATE);
  await poll('the letter to be proposed', isProposed);
});
afterAll(() => world.close());

type Paper = { file: string; title: string; paragraphs: { part: string; text: string; runOn?: string }[] };

describe('the notice of a running round', () => {
  test('has the totals that the ledger has', async () => {
    const { json } = await must('notice', '-o', file('通报.docx'));
    const { totals } = (await must('list')).json as { totals: Totals };
    expect(json).toMatchObject({
      round: 'papers',
      title: '【演练】某单位关于巡察整改进展情况的通报',
      figures: { items: totals.items, byPublished: totals.byPublished },
    });
    expect(totals.byPublished).toMatchObject({ completed: 1, 'not-completed': 1, withdrawn: 1 });
  });

  test('can be read, and imported again', async () => {
    const { categories } = await readDraft(file('通报.docx'));
    expect(categories.map(({ items }) => items.map(({ problem }) => problem))).toEqual([
      ['第 1 个', '第 2 个'],
    ]);
  });

  const publish = (name: string, ...more: string[]) =>
    tell('publish-notice', file(name), '--title', '通报', '--as', 'office', ...more);
  const write = (name: string, text: string) => writeFile(file(name), text);
  const correct = async () => noticeText(await world.rectify.ledger(ROUND));

  test('is not published as the draft that it is, nor anything that is no notice of this round', async () => {
    const draft = await publish('通报.docx');
    expect(draft).toMatchObject({ exit: 2, json: { error: { type: 'no-notice' } } });
    expect(draft.err).toContain('标有“代拟稿”');
    await write('采购.txt', '采购清单');
    expect((await publish('采购.txt')).json).toMatchObject({ error: { type: 'no-notice' } });
  });

  test('is not published unseen with figures that differ, or that cannot be read', async () => {
    await write('有误.txt', (await correct()).replace('已完成1项', '已完成2项'));
    const wrong = await publish('有误.txt', '--yes');
    expect(wrong).toMatchObject({ exit: 2, json: { error: { type: 'notice-unchecked' } } });
    expect(wrong.err).toContain('已完成：台账为 1，文件中为 2');
    await write('扫描.pdf', '%PDF-1.7');
    expect((await publish('扫描.pdf', '--yes')).json).toMatchObject({ error: { type: 'notice-unchecked' } });
  });

  test('is published with the figures that were read in it, or that somebody has looked at, and each file once', async () => {
    await write('定稿.txt', await correct());
    expect(await publish('定稿.txt', '--yes')).toMatchObject({ exit: 0, json: { decided: true } });
    const again = await publish('定稿.txt', '--yes', '--title', '另一标题');
    expect(again).toMatchObject({ exit: 3, json: { error: { type: 'NothingNew' } } });
    await write('改写.txt', (await correct()).replace('已完成1项', '已完成的有壹项'));
    const seen = await publish('改写.txt');
    expect(seen).toMatchObject({ exit: 0, json: { decided: true } });
    expect(seen.err).toContain('已完成：台账为 1，文件中没有');
  });

  test('is never written over another file', async () => {
    const before = await readFile(file('通报.docx'));
    const { exit, err } = await tell('notice', '-o', file('通报.docx'));
    expect([exit, err]).toEqual([2, expect.stringContaining('通报.docx')]);
    expect((await readFile(file('通报.docx'))).equals(before)).toBe(true);
  });

  test('says where it cannot be written', async () => {
    const { exit, err } = await tell('notice', '-o', file('没有/通报.docx'));
    expect([exit, err]).toEqual([2, expect.stringContaining('没有')]);
  });
});

describe('a letter about an item', () => {
  test('that the ladder has proposed is drafted without a word of warning', async () => {
    const { json, err } = await must('letter', '1.2', '-o', file('督办函.docx'), '--until', '2021-06-01');
    expect(json).toMatchObject({ item: 'papers/1.2', rung: 'urging-letter', proposed: true });
    expect(json).not.toHaveProperty('number');
    expect(err).toBe('');
    const { paragraphs } = json as Paper;
    expect(paragraphs.find(({ part }) => part === 'mark')?.text).toBe('（代拟稿）');
    expect(paragraphs.map(({ text }) => text).join('\n')).toContain('自2021年5月15日起超期，至今已5个工作日');
  });

  test('that was issued has the number it was issued under', async () => {
    await must('issue', '1.2', '--rung', '督办函', '--number', NUMBER, '--as', 'office');
    const issued = async () => {
      const name = file(`${String(process.hrtime.bigint())}.docx`);
      const { json } = await must('letter', '1.2', '--number', '另一号', '-o', name);
      return (json as { number: string }).number === NUMBER && (json as Paper);
    };
    const { paragraphs } = await poll('the item to know of the number', issued);
    expect(paragraphs.map(({ part }) => part)).not.toContain('mark');
  });

  test('that is not proposed is drafted all the same, and stderr says so', async () => {
    const { json, err } = await must('letter', '1.2', '-o', file('另一封.docx'), '--rung', 'talk');
    expect(json).toMatchObject({ item: 'papers/1.2', rung: 'talk', proposed: false });
    expect(err).toContain('系统没有就事项 (一)2 提出约谈');
  });

  test('that has left nothing to urge is drafted too, and stderr says why it need not be', async () => {
    const { json, err } = await must('letter', '1.1', '-o', file('不必.docx'));
    expect(json).toMatchObject({ item: 'papers/1.1', proposed: false });
    expect(err).toContain('事项 (一)1 现为“已归档”，不必再督办');
  });

  test.each([
    [['letter', '9.9'], 4],
    [['letter', '1.2', '--rung', 'accountability'], 2],
    [['letter', '1.2', '--until', '明天'], 2],
    [['letter', '1.2', '--until', '2021-05-20'], 2],
    [['letter', '1.2', '--number', '甲\u202E乙'], 2],
    [['letter', '1.2', '-o', '督办函.pdf'], 2],
    [['notice', '-o', '通报.pdf'], 2],
  ])('%j is told as a mistake, and writes nothing', async ([verb = '', ...args], expected) => {
    const { exit, json } = await tell(verb, '-o', file('不写.docx'), ...args);
    expect(exit).toBe(expected);
    expect(json).toHaveProperty('error');
    await expect(readFile(file('不写.docx'))).rejects.toThrow('ENOENT');
  });
});

test('papers lie in the folder where they were asked for, under names that say what they are', async () => {
  const before = process.cwd();
  process.chdir(world.folder);
  try {
    const notice = (await must('notice')).json as Paper;
    const letter = (await must('letter', '1.2')).json as Paper;
    expect([notice.file, letter.file]).toEqual([
      expect.stringMatching(/^演练-整改情况通报-papers-2021-05-\d\d\.docx$/),
      '演练-督办函-papers-1.2.docx',
    ]);
    for (const name of [notice.file, letter.file])
      expect((await readFile(file(name))).length).toBeGreaterThan(0);
  } finally {
    process.chdir(before);
  }
});
