import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { anItem } from '../../../testing/item';
import { aBirth, at, planned } from '../../../testing/world';
import { Policy } from '../../../domain/round/policy';
import type { Language } from '../../../domain/round/roster';
import { ItemNumber } from '../../../base/ids';
import type { DossierItem } from '../../dossier';
import { boardOf } from '../board';
import { figuresOfBoard } from '../figures';
import { aDossier, anyRound, dossierItem } from '../../../testing/board';
import { BIDI, expectPolicy } from '../../../testing/seen-page';
import { boardPage } from './page';

const NOW = at('2021-07-09');
const LANGUAGES: readonly Language[] = ['zh-CN', 'en'];

type Tag = { name: string; attributes: Record<string, string> };

/** Reads a page as strict XML, which throws at anything that is left open, crossed or unquoted. */
const read = (page: string): { tags: Tag[]; text: string } => {
  const tags: Tag[] = [];
  let text = '';
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    tags.push({ name, attributes: attributes });
  });
  parser.on('text', (piece) => (text += piece));
  parser.write(page).close();
  return { tags, text };
};

const numbered = (index: number, more: Partial<DossierItem['row']> = {}): DossierItem => {
  const item = dossierItem(anItem('in-progress'));
  const number = ItemNumber.parse(`${1 + Math.floor(index / 90)}.${1 + (index % 90)}`);
  return { ...item, row: { ...item.row, number, ...more } };
};

const pageOf = (items: readonly DossierItem[], more = {}, language: Language = 'zh-CN'): string =>
  boardPage(boardOf(aDossier(items, NOW, more)), language);

test('the figures that a page shows are the totals of the round, in either language', () => {
  fc.assert(
    fc.property(anyRound, fc.constantFrom(...LANGUAGES), ({ dossier }, language) => {
      const page = boardPage(boardOf(dossier), language);
      expect(figuresOfBoard(page)).toEqual(dossier.totals);
    }),
    { numRuns: 25 },
  );
});

test('a page is well-formed, loads nothing, runs nothing and shows every item once', () => {
  fc.assert(
    fc.property(anyRound, fc.constantFrom(...LANGUAGES), ({ dossier }, language) => {
      const page = boardPage(boardOf(dossier), language);
      const { tags } = read(page);
      expectPolicy(page);
      expect(page).not.toMatch(/https?:|url\(|@import|javascript:/i);
      for (const { name, attributes } of tags) {
        expect(['script', 'link', 'img', 'iframe', 'object', 'base', 'form', 'a']).not.toContain(name);
        expect(Object.keys(attributes).filter((key) => /^(on|src|href|action)/.test(key))).toEqual([]);
      }
      const shown = tags.flatMap(({ attributes }) => attributes['data-item'] ?? []);
      expect(shown.sort()).toEqual(dossier.items.map(({ row }) => String(row.number)).sort());
    }),
    { numRuns: 25 },
  );
});

const HOSTILE = '"><script>alert(1)</script><b data-figure="items">99</b></style>&amp;' + `${BIDI}]]>\u0007`;

test('what people write is text and nothing else, and cannot pass for a figure', () => {
  const item = numbered(0, { problem: HOSTILE, section: HOSTILE });
  const letters = [
    { rung: 'talk', day: NOW, outcome: 'issued', number: HOSTILE },
  ] as unknown as DossierItem['row']['proposals'];
  const dossier = aDossier([{ ...item, row: { ...item.row, proposals: letters } }], NOW, {
    head: { title: HOSTILE, body: HOSTILE },
    clock: { ...aDossier([], NOW).clock, drill: HOSTILE },
  });
  const page = boardPage(boardOf(dossier), 'zh-CN');
  const { tags, text } = read(page);
  expect(tags.filter(({ name }) => name === 'script')).toEqual([]);
  expect(figuresOfBoard(page)).toEqual(dossier.totals);
  expect(text.split('"><script>alert(1)</script>').length).toBeGreaterThan(6);
  expect(text).not.toMatch(/[\p{Bidi_Control}\u0007]/u);
});

test('a page says what it is: the round, its moment, that it is a drill, that identities are claimed', () => {
  const { clock } = aDossier([], NOW);
  const { text } = read(pageOf([numbered(0)], { clock: { ...clock, drill: '春季' } }));
  expect(text).toContain('2021-03 · 截至 2021-07-09 10:00');
  expect(text).toContain('演练“春季”');
  expect(text).toContain('未经核实');
  const { text: plain } = read(pageOf([numbered(0)], { head: { policy: Policy.parse({}) } }));
  expect(plain).not.toMatch(/演练|未经核实/);
});

/** The cells of a line, each by the heading that it carries with it. */
const cellsOf = (page: string, number: string): Record<string, string> => {
  const line = new RegExp(`<tr data-item="${number}">(.*?)</tr>`, 's').exec(page)?.[1] ?? '';
  return Object.fromEntries(
    [...line.matchAll(/<td data-l="([^"]+)"[^>]*>(.*?)<\/td>/gs)].map(([, label = '', cell = '']) => [
      label,
      cell
        .replace(/<[^>]+>|\s+/g, ' ')
        .trim()
        .replace(/ +/g, ' '),
    ]),
  );
};

test('the ladder of an overdue item shows what was reached and what is to come, by signs and dates', () => {
  const life = anItem('in-progress');
  for (const day of ['2021-07-01', '2021-07-07', '2021-07-08']) life.passTime(at(day, '00:00'));
  const page = pageOf([dossierItem(life)]);
  expect(cellsOf(page, '1.2')).toMatchObject({
    提醒: '● 06-10',
    预警: '● 06-18',
    临期: '● 06-25',
    超期: '● 07-01 再 07-15',
    督办函: '● 07-07',
    问责建议: '○ 07-28',
    时限: '06-30 已超 9 天',
    级别: '督办函',
    状态与办理人: '整改中 经办人 乙',
  });
});

test('priorities and tags have a column, and priorities a table of their own, where any item has some', () => {
  const items = [
    numbered(0, { priority: 'high', tags: ['台账', '<b>'] }),
    numbered(1, { priority: 'low' }),
    numbered(2),
  ];
  const page = pageOf(items);
  const labels = ['1.1', '1.2', '1.3'].map((number) => cellsOf(page, number)['优先级、标签']);
  expect(labels).toEqual(['高 台账 · &lt;b&gt;', '低', '']);
  const { text } = read(page);
  const [, table] = /优先级 (事项.*?合计 \d)/.exec(text.replace(/\s+/g, ' ')) ?? [];
  expect(table).toMatch(/最高级别 高 1\d+ 督办函 低 1\d+ 督办函 未定 1\d+ 督办函 合计 3$/);
  const plain = pageOf([numbered(0)]);
  expect(plain).not.toContain('优先级');
  expect(cellsOf(plain, '1.1')).not.toHaveProperty('优先级、标签');
  for (const one of [page, plain]) {
    const [, head = ''] = /<table class="items">.*?<tr>(.*?)<\/tr>/s.exec(one) ?? [];
    expect(one).toContain(`colspan="${head.match(/<th /g)?.length}"`);
  }
});

test('an item without a deadline says so, and has no rungs of one', () => {
  const life = anItem('in-progress', aBirth({ planned: planned({ deadline: null }) }));
  expect(cellsOf(pageOf([dossierItem(life)]), '1.2')).toMatchObject({ 时限: '未设时限', 超期: '–' });
});

test('an archived item shows its archive number', () => {
  expect(cellsOf(pageOf([dossierItem(anItem('archived'))]), '1.2')).toMatchObject({
    档号: 'Z109-WS·2021-D30-JGDW-0002',
  });
});

test('an item that was closed says whether in time, but only where there was a time', () => {
  const bare = dossierItem(anItem('closed', aBirth({ planned: planned({ deadline: null }) })));
  expect(cellsOf(pageOf([dossierItem(anItem('closed'))]), '1.2').办结).toBe('05-10 按期 申请 05-10');
  expect(cellsOf(pageOf([bare]), '1.2').办结).toBe('05-10 申请 05-10');
});

test('many ended items are folded on a screen, few are not', () => {
  const { row, ...rest } = dossierItem(anItem('archived'));
  const ended = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      ...rest,
      row: { ...row, number: numbered(index).row.number },
    }));
  expect(pageOf(ended(60))).toContain('<details open="">');
  expect(pageOf(ended(61))).toContain('<details>');
});

test('the picture is told in a sentence to those who do not see it', () => {
  const { text } = read(pageOf([numbered(0)], {}, 'en'));
  expect(text).toContain('1 item assigned on 2021-05-06, 1 open on 2021-07-09');
});

test('a figure that is not on a page is an error, not a zero', () => {
  expect(() => figuresOfBoard('<p>')).toThrow(new RangeError('the figure items is there 0 times'));
});
