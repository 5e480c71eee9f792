import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import type { Dossier, DossierItem } from '../dossier';
import { letterOf } from '../letter';
import { noticeOf } from '../notice';
import { aDossier, asDossierItem } from '../../testing/dossier';
import type { OfficialPaper } from '../paper';
import type { Status } from '../../domain/item/states';
import { anItem, give } from '../../testing/item';
import { aBirth, at, planned } from '../../testing/world';
import { scratchFolder } from '../../testing/store';
import { examplePlan } from '../../examples/plan-path';
import { readDraft } from '../../intake/files';
import { readingIn } from '../../client/cli/files/plan-file';
import { officialDocx } from './official-docx';
import { signatureIndents } from './official-layout';

const NOW = at('2021-07-07');
const item = asDossierItem(anItem('in-progress'));
const notice = noticeOf(aDossier([item], NOW));
const letter = letterOf({ ...aDossier([item], NOW), ...item }, { rung: 'urging-letter' }).paper;

const partsOf = async (paper: OfficialPaper): Promise<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(unzipSync(await officialDocx(paper))).map(([name, part]) => [name, strFromU8(part)]),
  );
const partOf = async (paper: OfficialPaper, name: string): Promise<string> =>
  (await partsOf(paper))[name] ?? '';
const styleIn = (styles: string, name: string): string =>
  new RegExp(`<w:style [^>]*w:styleId="Official-${name}".*?</w:style>`).exec(styles)?.[0] ?? '';

const paragraphsIn = (document: string): string[] => document.match(/<w:p>.*?<\/w:p>/gs) ?? [];
/** As it is written once it has been issued. */
const unmarked = (paper: OfficialPaper): OfficialPaper => ({
  ...paper,
  paragraphs: paper.paragraphs.filter(({ part }) => part !== 'mark'),
});

const readBack = async (paper: OfficialPaper) => {
  const path = join(await scratchFolder(), 'paper.docx');
  await writeFile(path, await officialDocx(paper));
  return readDraft(path);
};

describe('the official layout', () => {
  test('is A4 with a text area of 156 by 225 mm, 37 mm from the top and 28 mm from the binding', async () => {
    const document = await partOf(notice, 'word/document.xml');
    const { w, h } = /<w:pgSz w:w="(?<w>\d+)" w:h="(?<h>\d+)"/.exec(document)?.groups ?? {};
    const margins = Object.fromEntries(
      Array.from(/<w:pgMar ([^>]*)\/>/.exec(document)?.[1]?.matchAll(/w:(\w+)="(\d+)"/g) ?? [], (one) => [
        one[1],
        Number(one[2]),
      ]),
    ) as Record<string, number>;
    const mm = (twips: number) => Math.round((twips / 1440) * 25.4);
    const { top = 0, bottom = 0, left = 0, right = 0 } = margins;
    expect([mm(Number(w)), mm(Number(h)), mm(top), mm(left)]).toEqual([210, 297, 37, 28]);
    expect([mm(Number(w) - left - right), mm(Number(h) - top - bottom)]).toEqual([156, 225]);
  });

  test('has 22 lines a page, 28 pt apart, and room for 28 characters on each', async () => {
    const parts = await partsOf(notice);
    expect(parts['word/document.xml']).toContain('<w:docGrid w:type="lines" w:linePitch="579"/>');
    const body = styleIn(parts['word/styles.xml'] ?? '', 'body');
    expect(body).toMatch(/w:line="560"[^>]* w:lineRule="exact"|w:lineRule="exact"[^>]* w:line="560"/);
    expect(body).toContain('<w:spacing w:val="-5"/>');
    expect(body).toMatch(/<w:ind [^>]*w:firstLineChars="200"/);
    expect(28 * (16 * 20 - 5)).toBeLessThanOrEqual((156 / 25.4) * 1440);
    expect(Math.floor(((225 / 25.4) * 1440) / 579)).toBe(22);
  });

  test.each([
    ['title', '方正小标宋简体', 44],
    ['level1', '黑体', 32],
    ['level2', '楷体_GB2312', 32],
    ['level3', '仿宋_GB2312', 32],
    ['body', '仿宋_GB2312', 32],
  ])('sets the %s in %s, %d half points, and its figures in Times New Roman', async (part, font, size) => {
    const style = styleIn(await partOf(notice, 'word/styles.xml'), part);
    expect(style).toContain(`w:eastAsia="${font}"`);
    expect(style).toContain('w:ascii="Times New Roman"');
    expect(style).toContain(`<w:sz w:val="${size}"/>`);
    expect(style.includes('<w:b/>')).toBe(part === 'level3');
  });

  test('names what may stand in for a font, and ships none', async () => {
    const parts = await partsOf(notice);
    expect(parts['word/fontTable.xml']).toContain(
      '<w:font w:name="仿宋_GB2312"><w:altName w:val="FangSong"/>',
    );
    expect(Object.keys(parts).filter((name) => /\.(odttf|ttf|otf)$/.test(name))).toEqual([]);
  });

  test('numbers odd pages at the right and even pages at the left', async () => {
    const parts = await partsOf(notice);
    expect(parts['word/settings.xml']).toContain('<w:evenAndOddHeaders/>');
    const footers = Object.entries(parts).filter(([name]) => /^word\/footer\d\.xml$/.test(name));
    expect(footers.map(([, xml]) => /<w:jc w:val="(\w+)"/.exec(xml)?.[1]).sort()).toEqual(['left', 'right']);
    for (const [, xml] of footers) expect(xml).toMatch(/>— <\/w:t>.*>PAGE<.*> —<\/w:t>/);
  });

  test('puts a letter below a red head of its first page only, which has no number', async () => {
    const parts = await partsOf(letter);
    expect(parts['word/document.xml']).toContain('<w:titlePg/>');
    expect(parts['word/document.xml']).toMatch(/<w:headerReference w:type="first"/);
    expect(parts['word/header1.xml']).toContain('整改办公室');
    expect(parts['word/document.xml']).not.toContain('Official-letterhead');
    expect(styleIn(parts['word/styles.xml'] ?? '', 'letterhead')).toContain('<w:color w:val="FF0000"/>');
  });

  test('draws two red lines of 170 mm in the middle of that page, the thin ones towards its text', async () => {
    const parts = Object.entries(await partsOf(letter));
    const lines = parts.flatMap(([, xml]) =>
      Array.from(xml.matchAll(/<w:p>(?:(?!<\/w:p>).)*?color="FF0000".*?<\/w:p>/gs), ([line]) => line),
    );
    const border = (line: string) => /<w:pBdr><w:(\w+) w:val="(\w+)"/.exec(line)?.slice(1).join(' ');
    expect(lines.map(border).sort()).toEqual(['bottom thickThinSmallGap', 'bottom thinThickSmallGap']);
    for (const line of lines) {
      const [, left = '', right = ''] = /<w:ind w:left="(-\d+)" w:right="(-\d+)"/.exec(line) ?? [];
      const mm = (twips: string) => Math.round((Number(twips) / 1440) * 25.4);
      expect([28 + mm(left), 26 + mm(right)]).toEqual([20, 20]);
    }
  });

  test.each([
    ['after its mark', letter, 'mark'],
    ['after its title, once it is issued', unmarked(letter), 'title'],
  ])('leaves an empty line before the text of a letter: %s', async (_, paper, last) => {
    const parts = await partsOf(paper);
    const before = paragraphsIn(parts['word/document.xml'] ?? '');
    const index = before.findIndex((one) => one.includes('Official-recipient'));
    expect(before[index - 1]).toContain(`Official-${last}`);
    const after = /<w:spacing [^>]*w:after="560"/;
    expect(
      after.test(before[index - 1] ?? '') || after.test(styleIn(parts['word/styles.xml'] ?? '', last)),
    ).toBe(true);
  });

  test.each([
    ['the signature of a notice', notice, 'signature'],
    ['the signature of a letter', letter, 'signature'],
    ['to whom copies go', letter, 'copies'],
  ])('never leaves %s alone on a page', async (_, paper, part) => {
    const paragraphs = paragraphsIn(await partOf(paper, 'word/document.xml'));
    const index = paragraphs.findIndex((one) => one.includes(`Official-${part}`));
    expect(paragraphs[index - 1]).toContain('<w:keepNext/>');
  });

  test.each([
    ['某局', '2021年7月7日'],
    ['中共某某市某某某某管理局委员会整改办公室', '2021年7月7日'],
  ])('centres the signature %s over its date, which keeps four characters from the edge', (name, day) => {
    const indents = signatureIndents(name, day);
    const width = (text: string) =>
      Array.from(text).reduce((sum, one) => sum + (/\d/.test(one) ? 0.5 : 1), 0);
    expect(indents.date).toBeGreaterThanOrEqual(4);
    expect(indents.signature).toBeGreaterThanOrEqual(0);
    expect(indents.signature + width(name) / 2).toBe(indents.date + width(day) / 2);
  });
});

test('a signature of more than one line leaves its date room on one', () => {
  const { date } = signatureIndents('中'.repeat(70), '2021年12月27日');
  expect(28 - date).toBeGreaterThan('2021年12月27日'.length);
});

test('the same paper is the same bytes, at whatever time it is written', async () => {
  const first = await officialDocx(notice);
  jest.useFakeTimers({
    now: new Date('2031-01-01T03:04:05Z'),
    doNotFake: ['setImmediate', 'nextTick', 'setTimeout'],
  });
  try {
    expect(Buffer.from(await officialDocx(notice)).equals(first)).toBe(true);
  } finally {
    jest.useRealTimers();
  }
});

test('what people write stays text: no markup, no control, nothing that turns it around', async () => {
  const life = anItem(
    'in-progress',
    aBirth({ planned: planned({ problem: '</w:t><w:br/>&amp;<!--\u202E账' }) }),
  );
  give(life, 'report-progress', NOW, { text: '\u0007{ HYPERLINK "x" }\uFFFF]]>' });
  const paper = noticeOf(aDossier([asDossierItem(life)], NOW));
  const document = await partOf(paper, 'word/document.xml');
  let text = '';
  const parser = new SaxesParser();
  parser.on('text', (piece) => (text += piece));
  parser.write(document).close();
  expect(text).toContain('“</w:t><w:br/>&amp;<!--账”问题。');
  expect(text).toContain('最近进展：{ HYPERLINK "x" }]]>。');
  expect(document).not.toContain('fldChar');
});

describe('a notice that is imported again', () => {
  const STATES: readonly Status[] = ['archived', 'in-progress', 'leader-review', 'returned', 'acceptance'];

  const wholeRound = async (): Promise<Dossier> => {
    const { items, ...head } = (await readingIn(examplePlan('round-2021'), { keys: 'keys-later' })).plan;
    const lives = items.map((one, index): DossierItem => {
      const status = one.kind === 'sustained' ? 'sustained' : STATES[index % STATES.length];
      return asDossierItem(anItem(status, aBirth({ planned: one, roster: head.roster })));
    });
    return aDossier(lives, at('2021-07-20'), { head });
  };

  test('has the categories and problems of its round, each under its number', async () => {
    const dossier = await wholeRound();
    const { categories, declared, notes } = await readBack(noticeOf(dossier));
    const found = categories.flatMap(({ no, title, items }) =>
      items.map((one) => [`${no}.${one.no}`, title, one.problem]),
    );
    expect(found).toEqual(dossier.items.map(({ row }) => [row.number, row.category, row.problem]));
    expect(declared).toEqual({ categories: 7, items: 28 });
    expect(notes.filter(({ type }) => type === 'declared-differs')).toEqual([]);
  });
});
