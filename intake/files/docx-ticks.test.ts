import { itemRow, itemTable, ofRuns, readWord, run, stylesPart } from '../../testing/intake/word';

const sign = (font: string, char: string) => `<w:r><w:sym w:font="${font}" w:char="${char}"/></w:r>`;
const formBox = (inside: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:sizeAuto/>${inside}</w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const control = (state: string, shown: string) =>
  `<w:sdt><w:sdtPr><w14:checkbox xmlns:w14="w14">${state}<w14:checkedState w14:val="0052" w14:font="Wingdings 2"/></w14:checkbox></w:sdtPr><w:sdtContent>${shown}</w:sdtContent></w:sdt>`;
const framed = (inner: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> eq \\o\\ac(□,</w:instrText></w:r><w:r><w:instrText>${inner}</w:instrText></w:r><w:r><w:instrText>)</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const inFont = (font: string, text: string) => run(text, `<w:rFonts w:ascii="${font}" w:hAnsi="${font}"/>`);

/** The kind, of three, where the second has one sign and the others another. */
const kindOf = async (box: string, tick: string) => {
  const kinds = ofRuns(`${box}${run('立行立改 ')}${tick}${run('限期整改 ')}${box}${run('长期坚持')}`);
  const { categories, notes } = await readWord(
    itemTable(itemRow({ 整改类型: kinds })),
    stylesPart(
      '<w:style w:type="character" w:styleId="W"><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr></w:style>',
    ),
  );
  return { kind: categories[0]?.items[0]?.kind, notes };
};

describe('a kind is what is ticked', () => {
  test.each([
    ['Unicode', run('□'), run('☑')],
    ['Wingdings 2', sign('Wingdings 2', 'F0A3'), sign('Wingdings 2', 'F052')],
    ['Wingdings 2, crossed', sign('Wingdings 2', 'F0A3'), sign('Wingdings 2', 'F054')],
    ['Wingdings', sign('Wingdings', 'F0A8'), sign('Wingdings', 'F0FE')],
    ['Wingdings, crossed', sign('Wingdings', 'F06F'), sign('Wingdings', 'F0FD')],
    ['Wingdings, a tick without box', sign('Wingdings', '00A8'), sign('Wingdings', '00FC')],
    ['Wingdings, circles', sign('Wingdings', 'F0A1'), sign('Wingdings', 'F06C')],
    ['Webdings', sign('Webdings', 'F063'), sign('Webdings', 'F061')],
    ['a root of Symbol', run('□'), sign('Symbol', 'F0D6')],
    ['a sign of another font', sign('MS Gothic', '2610'), sign('MS Gothic', '2612')],
    ['letters in Wingdings 2', inFont('Wingdings 2', '£'), inFont('Wingdings 2', 'R')],
    ['letters in Wingdings', inFont('Wingdings', '¨'), inFont('Wingdings', 'þ')],
    ['private characters in Wingdings', inFont('Wingdings', '\uf0a8'), inFont('Wingdings', '\uf0fe')],
    ['a font by a style', run('¨', '<w:rStyle w:val="W"/>'), run('þ', '<w:rStyle w:val="W"/>')],
    ['a form', formBox('<w:default w:val="0"/>'), formBox('<w:default w:val="0"/><w:checked/>')],
    [
      'a form by default',
      formBox('<w:default w:val="1"/><w:checked w:val="0"/>'),
      formBox('<w:default w:val="1"/>'),
    ],
    [
      'a control',
      control('<w14:checked w14:val="0"/>', run('☐')),
      control('<w14:checked w14:val="1"/>', run('☒')),
    ],
    [
      'a control with signs of its own',
      control('<w14:checked w14:val="0"/>', sign('Wingdings 2', 'F0A3')),
      control('<w14:checked w14:val="1"/>', sign('Wingdings 2', 'F052')),
    ],
    [
      'a control with signs that are not known',
      control('<w14:checked w14:val="0"/>', run('◎')),
      control('<w14:checked w14:val="1"/>', run('★')),
    ],
    ['a sign in a frame', run('□'), framed('√')],
  ])('by %s', async (_, box, tick) => {
    expect(await kindOf(box, tick)).toEqual({ kind: 'time-limited', notes: [] });
  });

  test('and not by a sign that is deleted or struck out', async () => {
    const deleted = `<w:del>${sign('Wingdings', 'F0FE')}</w:del>`;
    const struck = run('☑', '<w:strike/>');
    expect((await kindOf(deleted + run('□'), run('☑'))).kind).toBe('time-limited');
    expect((await kindOf(struck + run('□'), run('☑'))).kind).toBe('time-limited');
  });
});

test('a drop-down of a form says what is chosen in it', async () => {
  const list = (result: string) =>
    `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList>${result}<w:listEntry w:val="江一"/><w:listEntry w:val="河二"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMDROPDOWN</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('江一')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  const draft = await readWord(
    itemTable(itemRow({ 责任领导: ofRuns(list('<w:result w:val="1"/>')), 经办人: ofRuns(list('')) })),
  );
  expect(draft.categories[0]?.items).toMatchObject([{ leader: '河二', handler: '江一' }]);
});

test('a number in a circle is read as one', async () => {
  const circled = (no: number) => framed(String(no)).replace('□', '○');
  const draft = await readWord(
    itemTable(
      itemRow({
        整改措施: ofRuns(`${circled(1)}${run('补课；')}`) + ofRuns(`${circled(2)}${run('考试。')}`),
      }),
    ),
  );
  expect(draft.categories[0]?.items[0]?.measures).toEqual([{ text: '补课' }, { text: '考试' }]);
});

test('a picture of a font that has no character is told', async () => {
  const draft = await readWord(
    itemTable(itemRow({ 责任领导: ofRuns(sign('Wingdings', 'F04A') + run('甲')) })),
  );
  expect(draft.categories[0]?.items).toMatchObject([{ leader: '甲' }]);
  expect(draft.notes).toEqual([{ line: 8, type: 'not-shown', why: 'symbol', text: 'Wingdings F04A' }]);
});
