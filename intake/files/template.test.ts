import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Language } from '../../domain/round/roster';
import { scratchFolder } from '../../testing/store';
import { run } from '../../client/cli/main';
import { filledIn, sheetRows } from '../../testing/office-files';
import { RFC_KEY } from '../../testing/keys';
import { aScreen } from '../../testing/screen';
import { understand } from '..';
import { keysIn } from '../key-text';
import { gridOf } from '../../testing/intake/grid';
import { readDraft } from './index';
import { templateWorkbook } from './template';
import { jsonOf } from '../../testing/json-of';

const ITEMS = [
  [
    '',
    '领导作用发挥不充分',
    '决策制度执行不到位',
    '限期整改',
    '乙',
    '办公室',
    '党办、财务科',
    '丙',
    '戊',
    '2021年6月底',
    '修订规则',
    '建章立制',
    '丙',
    '2021.6.11',
  ],
  ['', '', '', '', '', '', '', '', '', '', '补充通报', '其他', '', '2021年6月18日'],
  [
    '',
    '',
    '意识形态工作抓得不实',
    '长期坚持',
    '乙',
    '党办',
    '',
    '丙',
    'p05',
    '',
    '每半年研判一次',
    '举一反三',
    '',
    '',
  ],
  [
    '',
    '资产监管不到位',
    '资产流失',
    '立行立改',
    '乙',
    '财务科',
    '',
    '丙',
    '戊',
    '2021-05-31',
    '盘点',
    '专项整治',
    '',
    '',
  ],
];
const KEY = `kid: ${RFC_KEY.kid}, x: ${RFC_KEY.x}, from: 2021-05-06`;
const ROSTER = [
  ['p01', '甲', 'p01@example.org', '局领导', '', '', '主要负责人', KEY],
  ['p02', '乙', 'p02@example.org', '局领导', 'p01', '戊、p06', '', ''],
  ['p03', '丙', 'p03@example.org', '办公室', 'p02', '', '', ''],
  ['p04', '丁', 'p04@example.org', '派驻纪检组', '', '', '派驻纪检组', ''],
  ['p05', '戊', 'p05@example.org', '整改办', '', '', '整改办', ''],
  ['p06', '己', 'p06@example.org', '档案室', '', '', '档案员', ''],
];
const FACTS = [
  '2021-03',
  '2021年巡察整改',
  '某局委员会',
  'some-bureau',
  '2021-04-29',
  '2021-08-31',
  'Z109',
  '2021',
  'JGDW',
  '30年',
  'claimed',
];

const rowsInto = (rows: string) => (xml: string) => xml.replace('</sheetData>', `${rows}</sheetData>`);
const factsInto = (xml: string) =>
  FACTS.reduce((text, fact, index) => {
    const cell = new RegExp(`<c r="B${index + 2}"[^>]*?(?:/>|>.*?</c>)`);
    const filled = `<c r="B${index + 2}" t="inlineStr"><is><t>${fact}</t></is></c>`;
    return cell.test(text)
      ? text.replace(cell, filled)
      : text.replace(new RegExp(`(<row r="${index + 2}".*?)</row>`), `$1${filled}</row>`);
  }, xml);

const filled = async (language: Language, items: readonly string[][] = ITEMS): Promise<string> => {
  const path = join(await scratchFolder(), 'plan.xlsx');
  const workbook = filledIn(await templateWorkbook(language), {
    'xl/worksheets/sheet1.xml': rowsInto(sheetRows(items, 2)),
    'xl/worksheets/sheet2.xml': rowsInto(sheetRows(ROSTER, 2)),
    'xl/worksheets/sheet3.xml': factsInto,
  });
  await writeFile(path, workbook);
  return path;
};

describe('our template', () => {
  test.each(['zh-CN', 'en'] as const)('in %s reads back as it was filled in', async (language) => {
    const { categories, notes, missing, people, facts } = await readDraft(await filled(language));
    expect(
      categories.map(({ no, title, items }) => [no, title, items.map(({ problem }) => problem)]),
    ).toEqual([
      [1, '领导作用发挥不充分', ['决策制度执行不到位', '意识形态工作抓得不实']],
      [2, '资产监管不到位', ['资产流失']],
    ]);
    expect(categories[0]?.items[0]).toEqual({
      no: 1,
      problem: '决策制度执行不到位',
      kind: 'time-limited',
      leader: '乙',
      section: '办公室',
      assisting: ['党办', '财务科'],
      handler: '丙',
      acceptor: '戊',
      deadline: '2021-06-30',
      measures: [
        { text: '修订规则', kind: 'rule-making', owner: '丙', deadline: '2021-06-11' },
        { text: '补充通报', kind: 'other', deadline: '2021-06-18' },
      ],
    });
    expect(notes).toEqual([]);
    expect(missing).toEqual([]);
    expect(people.map(({ id, name, office }) => [id, name, office])).toEqual([
      ['p01', '甲', 'head'],
      ['p02', '乙', undefined],
      ['p03', '丙', undefined],
      ['p04', '丁', 'oversight'],
      ['p05', '戊', 'office'],
      ['p06', '己', 'archivist'],
    ]);
    expect(people[0]?.keys).toEqual([{ kid: RFC_KEY.kid, x: RFC_KEY.x, from: '2021-05-06' }]);
    expect(people[1]?.deputies).toEqual(['戊', 'p06']);
    expect(facts).toMatchObject({ round: '2021-03', organisation: 'JGDW', retention: '30年' });
  });

  test('complete becomes a plan in which nothing is open', async () => {
    const path = await filled('zh-CN');
    const plan = join(await scratchFolder(), 'plan.yaml');
    expect(await run(['import', path, '--write', plan], aScreen())).toBe(0);
    const screen = aScreen();
    expect(await run(['import', plan, '--dry-run', '--json'], screen)).toBe(0);
    expect(jsonOf(['import'], screen.written.out)).toMatchObject({ round: '2021-03', items: 3 });
  });

  test('complete can be imported as it is: only a server is missing then', async () => {
    // A server may stand at the usual place.
    const environment = { LANG: 'zh_CN.UTF-8', TEMPORAL_ADDRESS: '127.0.0.1:1' };
    expect(await run(['import', await filled('zh-CN')], aScreen({ environment }))).toBe(5);
  });

  test('has a drop-down for what is chosen, and a sheet that explains and is not read', async () => {
    const parts = unzipSync(await templateWorkbook('zh-CN'));
    const sheet = (no: number) => new TextDecoder().decode(parts[`xl/worksheets/sheet${no}.xml`]);
    expect(sheet(1)).toContain('<formula1>"立行立改,限期整改,长期坚持"</formula1>');
    expect(sheet(2)).toContain('主要负责人,整改办,派驻纪检组,档案员');
    expect(sheet(3)).toContain('<formula1>"永久,30年,10年"</formula1>');
    expect(Object.keys(parts)).toContain('xl/worksheets/sheet4.xml');
    const path = join(await scratchFolder(), 'empty.xlsx');
    await writeFile(path, await templateWorkbook('zh-CN'));
    expect(await readDraft(path)).toMatchObject({ categories: [], notes: [] });
  });

  test('is never written over a file', async () => {
    const path = join(await scratchFolder(), 'template.xlsx');
    expect(await run(['import', '--template', path], aScreen())).toBe(0);
    expect(await run(['import', '--template', path], aScreen())).toBe(2);
  });
});

test('sheets of a template that say that they are not read are not, whatever version wrote their other lines', async () => {
  const path = join(await scratchFolder(), 'former.xlsx');
  const rewritten = filledIn(await templateWorkbook('zh-CN'), {
    'xl/sharedStrings.xml': (xml) => xml.replace(/一行写一项措施[^<]*/, '以前的版本这样说明。'),
  });
  await writeFile(path, rewritten);
  expect(await readDraft(path)).toMatchObject({ notes: [] });
});

test('a roster of an earlier template, without deputies and keys, is read', () => {
  const { people } = understand([
    gridOf([
      ['人员编号', '姓名', '邮箱地址', '科室', '上级', '职责'],
      ['p01', '甲', 'p01@example.org', '', '', '主要负责人'],
    ]),
  ]);
  expect(people).toEqual([{ id: 'p01', name: '甲', address: 'p01@example.org', office: 'head' }]);
});

test.each([
  ['as keygen prints it', `keys:\n  - kid: ${RFC_KEY.kid}\n    x: ${RFC_KEY.x}\n    from: 2021-05-06`],
  ['as JSON', `{"kid":"${RFC_KEY.kid}","x":"${RFC_KEY.x}","from":"2021-05-06"}`],
  ['on one line', KEY],
])('a key is read %s', (_, text) => {
  expect(keysIn(text)).toEqual([{ kid: RFC_KEY.kid, x: RFC_KEY.x, from: '2021-05-06' }]);
  expect(keysIn(`${text}\n${text}`)).toHaveLength(2);
  expect(keysIn('以后补')).toEqual([]);
});

const rectify = async (...args: string[]) => {
  const screen = aScreen({ environment: { LANG: 'zh_CN.UTF-8', TEMPORAL_ADDRESS: '127.0.0.1:1' } });
  return { exit: await run(args, screen), ...screen.written };
};

/** The template filled in, with one text of it changed. */
const changedTo = async (from: string, to: string): Promise<string> => {
  const path = join(await scratchFolder(), 'changed.xlsx');
  await writeFile(
    path,
    filledIn(await readFile(await filled('zh-CN')), {
      'xl/worksheets/sheet1.xml': (xml) => xml.replace(from, to),
      'xl/worksheets/sheet2.xml': (xml) => xml.replace(from, to),
      'xl/worksheets/sheet3.xml': (xml) => xml.replace(from, to),
    }),
  );
  return path;
};

describe('a dry run of our template', () => {
  test.each([
    [
      'a leader who is the acceptor too',
      '<t>乙</t></is></c><c r="F2"',
      '<t>戊</t></is></c><c r="F2"',
      '验收人 p05 同时是责任领导',
    ],
    ['an address that is missing', 'p03@example.org', '', '缺人员的邮箱地址 1 处：丙'],
    ['people who could not sign', 'claimed', 'signed', '而 3 人没有公钥：p02、p03、p05'],
  ])('tells what the import refuses, as the import does: %s', async (_, from, to, told) => {
    const path = await changedTo(from, to);
    const dry = await rectify('import', path, '--dry-run');
    expect(dry.out).toContain(told);
    expect(dry.out).not.toContain('没有问题');
    const real = await rectify('import', path);
    expect(real.exit).toBe(2);
    expect(real.err).toContain(told);
    expect(real.err).not.toContain('--write');
  });

  test('names row and column of a priority that is none, as the import does, and takes what is understood', async () => {
    const items = ITEMS.map((row, index) => [
      ...row,
      '',
      '',
      index === 2 ? '非常要紧' : '重点',
      '经费',
      '',
      '',
    ]);
    const path = await filled('zh-CN', items);
    const told = '第 4 行：“优先级”栏的“非常要紧”不能识别；可填：高、中、低';
    expect((await rectify('import', path, '--dry-run')).out).toContain(told);
    const real = await rectify('import', path);
    expect(real.exit).toBe(2);
    expect(real.err).toContain(told);
    const good = await filled(
      'zh-CN',
      items.map((row) => row.map((cell) => (cell === '非常要紧' ? '一般' : cell))),
    );
    expect((await rectify('import', good, '--dry-run')).out).toContain('方案没有问题：轮次 2021-03，3 项');
  });

  test('of one that lacks nothing says so, and which deadlines have passed', async () => {
    const { out } = await rectify('import', await filled('zh-CN'), '--dry-run');
    expect(out).toContain('方案没有问题：轮次 2021-03，3 项');
    expect(out).toContain('有 2 项的时限已过，一经导入即为超期：1.1、2.1');
    expect(out).toContain('有 2 项措施的时限已过：1.1');
  });

  test('can be rehearsed, its doubts accepted', async () => {
    const path = await changedTo('2021年6月底', '三季度');
    expect((await rectify('rehearse', path)).exit).toBe(2);
    const { exit, out } = await rectify('rehearse', path, '--accept', '1.1');
    expect(exit).toBe(0);
    expect(out).toContain('【交办】');
  });
});
