import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { run } from '../../client/cli/main';
import { filledIn, sheetRows } from '../../testing/office-files';
import { aScreen } from '../../testing/screen';
import { scratchFolder } from '../../testing/store';
import { templateWorkbook } from './template';

const ROSTER = [
  ['p01', '甲甲', 'p01@example.org', '局领导', '', '', '主要负责人'],
  ['p02', '李军', 'p02@example.org', '局领导', 'p01', '', ''],
  ['p03', '丙丙', 'p03@example.org', '办公室', 'p02', '', ''],
  ['p04', '丁丁', 'p04@example.org', '派驻纪检组', '', '', '派驻纪检组'],
  ['p05', '戊戊', 'p05@example.org', '整改办', '', '', '整改办'],
  ['p06', '己己', 'p06@example.org', '档案室', '', '', '档案员'],
];
const FACTS = [
  '2026-03',
  '2026年巡察整改',
  '某局党组',
  'some-bureau',
  '2026-04-29',
  '2026-08-31',
  'Z109',
  '2026',
  'JGDW',
  '30年',
  'claimed',
];
const item = (deadline: string, leader = '李军') => [
  '',
  '学习方面',
  '集中学习少',
  '限期整改',
  leader,
  '办公室',
  '',
  '丙丙',
  '戊戊',
  deadline,
  '制定计划',
  '建章立制',
];

/** Our template, filled in but for what an item says; `change` acts on the sheet of items. */
const aTemplate = async (items: readonly string[][], change = (xml: string) => xml): Promise<string> => {
  const rowsInto = (rows: readonly (readonly string[])[]) => (xml: string) =>
    xml.replace('</sheetData>', `${sheetRows(rows, 2)}</sheetData>`);
  const facts = (xml: string) =>
    FACTS.reduce((text, fact, index) => {
      const filled = `<c r="B${index + 2}" t="inlineStr"><is><t>${fact}</t></is></c>`;
      const cell = new RegExp(`<c r="B${index + 2}"[^>]*?(?:/>|>.*?</c>)`);
      return cell.test(text)
        ? text.replace(cell, filled)
        : text.replace(new RegExp(`(<row r="${index + 2}".*?)</row>`), `$1${filled}</row>`);
    }, xml);
  const path = join(await scratchFolder(), 'plan.xlsx');
  await writeFile(
    path,
    filledIn(await templateWorkbook('zh-CN'), {
      'xl/worksheets/sheet1.xml': (xml) => change(rowsInto(items)(xml)),
      'xl/worksheets/sheet2.xml': rowsInto(ROSTER),
      'xl/worksheets/sheet3.xml': facts,
    }),
  );
  return path;
};

const rectify = async (...args: string[]) => {
  // A server may stand at the usual place.
  const screen = aScreen({ environment: { LANG: 'zh_CN.UTF-8', TEMPORAL_ADDRESS: '127.0.0.1:1' } });
  const exit = await run(args, screen);
  return { ...screen.written, exit };
};
const UNREACHABLE = 5;

const written = async (from: string): Promise<string> => {
  const plan = join(await scratchFolder(), 'plan.yaml');
  expect((await rectify('import', from, '--write', plan)).exit).toBe(0);
  return plan;
};

describe('what is doubtful in a document', () => {
  test.each(['2026年四季度前', '6月底', '三季度', '2026年6月30日（视情况）'])(
    'starts no round: %s',
    async (deadline) => {
      const path = await aTemplate([item('2026-06-30'), ['', '', '记录不全', ...item(deadline).slice(3)]]);
      const { exit, err } = await rectify('import', path);
      expect(exit).toBe(2);
      expect(err).toContain(deadline);
      expect(err).toContain('(一)2');
    },
  );

  test('stands in the written plan at its place, is refused there, and can be settled there', async () => {
    const plan = await written(await aTemplate([item('2026年四季度前')]));
    const text = await readFile(plan, 'utf8');
    expect(text).toMatch(/^ {8}deadline: 2026-12-31 \? 2026年四季度前$/m);
    expect(text).toMatch(/^# .*2026年四季度前$/m);
    expect((await rectify('import', plan)).exit).toBe(2);
    await writeFile(plan, text.replace(/ \? 2026年四季度前$/m, ''));
    expect((await rectify('import', plan)).exit).toBe(UNREACHABLE);
  });

  test('can be accepted by the number of its item, in the document and in the plan', async () => {
    const path = await aTemplate([item('三季度')]);
    const plan = await written(path);
    for (const file of [path, plan]) {
      const { exit, err } = await rectify('import', file, '--accept', '1.1');
      expect(exit).toBe(UNREACHABLE);
      expect(err).toContain('“三季度”按 2026-09-30');
      expect((await rectify('import', file, '--accept', '1.2')).exit).toBe(2);
    }
  });

  test('a name that is near one of the roster is a fault with a suggestion, and never accepted', async () => {
    const path = await aTemplate([item('2026-06-30', '李君')]);
    const shown = await rectify('import', path, '--dry-run');
    expect(shown.out).toContain('“李君”不在名册中，是否为李军');
    const plan = await written(path);
    const text = await readFile(plan, 'utf8');
    expect(text).toContain('leader: p02 ? 李君 # 李军 p02');
    expect(text).not.toContain('name: 李君');
    for (const file of [path, plan]) {
      const { exit, err } = await rectify('import', file, '--accept', '1.1');
      expect(exit).toBe(2);
      expect(err).toContain('李君');
      expect(err).toContain('p02');
    }
  });

  test('stands in a written template at its place, on a list of its own, and can be accepted there', async () => {
    const from = await aTemplate([item('三季度')]);
    const path = join(await scratchFolder(), 'again.xlsx');
    expect((await rectify('import', from, '--write', path)).exit).toBe(0);
    const strings = new TextDecoder().decode(unzipSync(await readFile(path))['xl/sharedStrings.xml']);
    expect(strings).toContain('2026-09-30 ? 三季度');
    expect(strings).toContain('“三季度”没有写年份，按 2026-09-30 读取');
    const refused = await rectify('import', path);
    expect(refused.exit).toBe(2);
    expect(refused.err).toContain('三季度');
    expect((await rectify('import', path, '--accept', '1.1')).exit).toBe(UNREACHABLE);
  });

  test('rows that are hidden can be accepted by the numbers of their items', async () => {
    const hide = (xml: string) => xml.replace('<row r="3">', '<row r="3" hidden="1">');
    const second = ['', '', '记录不全', ...item('2026-06-30').slice(3)];
    const path = await aTemplate([item('2026-06-30'), second], hide);
    const refused = await rectify('import', path, '--accept', '1.1');
    expect(refused.exit).toBe(2);
    expect(refused.err).toContain('--accept 1.2');
    const { exit, err } = await rectify('import', path, '--accept', '1.2');
    expect(exit).toBe(UNREACHABLE);
    expect(err).toContain('已认可隐藏的事项：1.2');
  });

  test('rows that are hidden are to be shown before the document is imported', async () => {
    const hide = (xml: string) => xml.replace('<row r="2">', '<row r="2" hidden="1">');
    const path = await aTemplate([item('2026-06-30')], hide);
    const { exit, err } = await rectify('import', path);
    expect(exit).toBe(2);
    expect(err).toContain('隐藏');
    expect((await rectify('import', await aTemplate([item('2026-06-30')]))).exit).toBe(UNREACHABLE);
  });

  test('is marked on the screen and for programs', async () => {
    const path = await aTemplate([item('三季度')]);
    expect((await rectify('import', path, '--dry-run')).out).toContain('2026-09-30?（三季度）');
    const { out } = await rectify('import', path, '--dry-run', '--json');
    expect(JSON.parse(out)).toMatchObject({
      categories: [{ items: [{ deadline: '2026-09-30', doubt: '三季度' }] }],
    });
  });
});
