import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { scratchFolder } from '../../testing/store';
import { docxOf, paragraph, wordTable } from '../../testing/office-files';
import { readDraft } from './index';

const draftIn = async (document: Uint8Array) => {
  const path = join(await scratchFolder(), 'plan.docx');
  await writeFile(path, document);
  return readDraft(path);
};

const numbered = (text: string, list: number, level: number) =>
  paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);

const level = (no: number, format: string, text: string) =>
  `<w:lvl w:ilvl="${no}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
const NUMBERING = `<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0">${level(0, 'chineseCounting', '（%1）')}${level(1, 'decimal', '%2.')}${level(2, 'decimalEnclosedCircle', '%3')}</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;

describe('a Word document', () => {
  test('of running text is read with its paragraphs as lines', async () => {
    const { categories, notes } = await draftIn(
      docxOf(
        [
          paragraph('关于整改情况的通报'),
          paragraph('（一）学习不经常'),
          '<w:p><w:r><w:t>1.针对甲不</w:t></w:r><w:ins><w:r><w:t>实问题，</w:t></w:r></w:ins><w:del><w:r><w:delText>删去</w:delText></w:r></w:del><w:r><w:br/><w:t>整改情况如下：已改。</w:t></w:r></w:p>',
        ].join(''),
      ),
    );
    expect(categories).toEqual([
      { no: 1, title: '学习不经常', items: [{ no: 1, problem: '甲不实', measures: [{ text: '已改' }] }] },
    ]);
    expect(notes).toEqual([
      { line: 1, type: 'unused', text: '关于整改情况的通报' },
      { line: 3, type: 'not-shown', why: 'deleted', text: '删去' },
    ]);
  });

  test('keeps the numbers that Word only shows', async () => {
    const { categories } = await draftIn(
      docxOf(
        [
          numbered('学习不经常', 7, 0),
          numbered('针对甲不实问题，整改情况如下：', 7, 1),
          numbered('补课；', 7, 2),
          numbered('考试。', 7, 2),
          numbered('针对乙不实问题，已改。', 7, 1),
          numbered('报销不规范', 7, 0),
          numbered('针对丙不实问题，已改。', 7, 1),
        ].join(''),
        { 'word/numbering.xml': NUMBERING },
      ),
    );
    expect(
      categories.map(({ no, title, items }) => [no, title, items.map((item) => [item.no, item.problem])]),
    ).toEqual([
      [
        1,
        '学习不经常',
        [
          [1, '甲不实'],
          [2, '乙不实'],
        ],
      ],
      [2, '报销不规范', [[1, '丙不实']]],
    ]);
    expect(categories[0]?.items[0]?.measures).toEqual([{ text: '补课' }, { text: '考试' }]);
  });

  test('with a table has its merged cells and the text around it', async () => {
    const { categories, notes, declared } = await draftIn(
      docxOf(
        paragraph('巡察反馈1个方面、2项问题。') +
          wordTable([
            ['问题方面', '具体问题', '整改措施', '责任分工', '<'],
            ['^', '^', '^', '责任领导', '时限'],
            ['（一）学习方面', '学习不经常', '1.补课；\n2.考试。', '甲、乙', '2021年6月底'],
            ['^', '记录不完整', '补记', '乙', '立行立改'],
          ]) +
          paragraph('注：时限为暂定。'),
      ),
    );
    expect(categories).toEqual([
      {
        no: 1,
        title: '学习方面',
        items: [
          {
            no: 1,
            problem: '学习不经常',
            leader: '甲',
            deadline: '2021-06-30',
            measures: [{ text: '补课' }, { text: '考试' }],
          },
          { no: 2, problem: '记录不完整', leader: '乙', kind: 'immediate', measures: [{ text: '补记' }] },
        ],
      },
    ]);
    expect(declared).toEqual({ categories: 1, items: 2 });
    expect(notes.filter(({ type }) => type === 'unused').map(({ line }) => line)).toEqual([1, 22]);
  });

  test('shows once what it holds in two forms', async () => {
    const { categories } = await draftIn(
      docxOf(
        `${paragraph('（一）学习不经常')}<w:p><w:r><mc:AlternateContent xmlns:mc="mc"><mc:Choice><w:t>1.针对甲不实问题，已改。</w:t></mc:Choice><mc:Fallback><w:t>再来一次</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
      ),
    );
    expect(JSON.stringify(categories)).not.toContain('再来一次');
    expect(categories[0]?.items).toHaveLength(1);
  });
});
