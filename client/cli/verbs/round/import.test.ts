import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { restyle, type Style } from '../../../../testing/intake/restyle';
import { toldPlan } from '../../../../testing/intake/told';
import { scratchFolder } from '../../../../testing/store';
import { run } from '../../main';
import { aScreen } from '../../../../testing/screen';
import { examplePlan } from '../../../../examples/plan-path';
import { jsonOf } from '../../../../testing/json-of';

const PLAN = examplePlan('round-2021');

/** As most offices write a notice. */
const STYLE: Style = {
  ladder: ['comma', 'bracketed', 'point', 'parenthesis'],
  step: 'words',
  stepsApart: false,
  frame: 'full',
  halfWidth: false,
  page: undefined,
  ragged: false,
  pageNumbers: false,
  oneLine: false,
  fused: false,
  gap: false,
  indent: '　　',
  afterMark: '',
  chrome: true,
};

const noticeIn = async (folder: string): Promise<string> => {
  const path = join(folder, 'notice.txt');
  await writeFile(path, restyle(toldPlan(await readFile(PLAN, 'utf8')), STYLE));
  return path;
};

const rectify = async (args: string[], language = 'zh_CN.UTF-8') => {
  const screen = aScreen({ environment: { LANG: language } });
  const exit = await run(args, screen);
  return { ...screen.written, exit };
};

type Printed = {
  categories: { items: { problem: string; children?: unknown[] }[] }[];
  warnings: { line: number; message: string }[];
  missing: { item: string; field: string }[];
};

describe('import of a notice', () => {
  test('prints what was understood, for programs in this form', async () => {
    const { exit, out } = await rectify([
      'import',
      await noticeIn(await scratchFolder()),
      '--dry-run',
      '--json',
    ]);
    expect(exit).toBe(0);
    const printed = jsonOf(['import'], out) as Printed;
    expect(Object.keys(printed)).toEqual(['categories', 'declared', 'warnings', 'missing', 'refused']);
    expect(printed).toMatchObject({ declared: { categories: 7, items: 28 } });
    expect(printed.categories.map(({ items }) => items.length)).toEqual([3, 2, 7, 6, 4, 3, 3]);
    expect(printed.categories[2]?.items[6]?.children).toHaveLength(4);
    expect(printed.categories[4]?.items[1]?.children).toHaveLength(3);
    expect(printed.warnings[0]).toEqual({ line: 1, message: '未采用：首页 > 政务公开 > 通知公告' });
    expect(printed.missing).toContainEqual({ item: '1.1', field: 'leader' });
  });

  test('shows a person the same as a tree, with what to look at again', async () => {
    const path = await noticeIn(await scratchFolder());
    const chinese = await rectify(['import', path, '--dry-run']);
    expect(chinese.out).toContain('识别出 7 个方面、28 项（原文称 7 个方面、28 项）');
    expect(chinese.out).toMatch(/^（三）应急管理体系和能力建设推进不力$/m);
    expect(chinese.out).toMatch(/^ {2}7\. 行政执法不规范$/m);
    expect(chinese.out).toMatch(/^ {5}\(3\) 处罚案件败诉和被撤销$/m);
    expect(chinese.out).toMatch(/^ {2}缺责任领导 28 处：1\.1-1\.3、2\.1-2\.2、3\.1-3\.7、/m);
    expect(chinese.out).toMatch(/^ {2}轮次和名册缺：轮次、标题、/m);
    const english = await rectify(['import', path, '--dry-run'], 'en_US.UTF-8');
    expect(english.out).toContain('7 categories, 28 items (the text says 7 categories, 28 items)');
  });

  test('writes a plan to complete, and never over a file', async () => {
    const folder = await scratchFolder();
    const [path, plan] = [await noticeIn(folder), join(folder, 'plan.yaml')];
    expect(await rectify(['import', path, '--write', plan])).toMatchObject({ exit: 0 });
    const text = await readFile(plan, 'utf8');
    const unfinished = await rectify(['import', plan]);
    expect(unfinished.exit).toBe(2);
    const line = text.split('\n').findIndex((one) => one.includes('        leader: # 待填')) + 1;
    expect(unfinished.err).toContain(`第 ${line} 行起 缺责任领导 28 处：1.1-1.3、2.1-2.2、3.1-3.7、`);
    expect(await rectify(['import', path, '--write', plan])).toMatchObject({ exit: 2 });
    expect(await readFile(plan, 'utf8')).toBe(text);
  });

  test('writes our template, filled in, which reads back to the same plan', async () => {
    const folder = await scratchFolder();
    const path = await noticeIn(folder);
    const [plan, template, again] = ['plan.yaml', 'plan.xlsx', 'again.yaml'].map((name) =>
      join(folder, name),
    );
    for (const [from = '', to = ''] of [
      [path, plan],
      [path, template],
      [template, again],
    ])
      expect(await rectify(['import', from, '--write', to])).toMatchObject({ exit: 0 });
    const values = async (file = '') => (await readFile(file, 'utf8')).replace(/^#.*\n/gm, '');
    expect(await values(again)).toBe(await values(plan));
    expect((await readFile(template ?? '')).subarray(0, 2).toString()).toBe('PK');
  });

  test.each(['plan.docx', 'plan', 'plan.csv'])('is written neither as %s nor read for it', async (name) => {
    const folder = await scratchFolder();
    const { exit, err } = await rectify(['import', await noticeIn(folder), '--write', join(folder, name)]);
    expect(exit).toBe(2);
    expect(err).toContain('.xlsx');
    expect(err).toContain('.yaml');
    await expect(readFile(join(folder, name))).rejects.toThrow();
  });

  test.each(['zh_CN.UTF-8', 'en_US.UTF-8'])('starts no round, but says what to do (%s)', async (language) => {
    const { exit, err } = await rectify(['import', await noticeIn(await scratchFolder())], language);
    expect(exit).toBe(2);
    expect(err).toContain('--write');
  });

  test('of a text without problems shows its lines, and writes no plan', async () => {
    const folder = await scratchFolder();
    const [path, plan] = [join(folder, 'letter.txt'), join(folder, 'plan.yaml')];
    await writeFile(path, '您好。\n谢谢。\n');
    const shown = await rectify(['import', path, '--dry-run']);
    expect(shown).toMatchObject({ exit: 0 });
    expect(shown.out).toContain('第 2 行：未采用：谢谢。');
    expect(await rectify(['import', path, '--write', plan])).toMatchObject({ exit: 2 });
    await expect(readFile(plan)).rejects.toThrow();
  });
});
