import { anItem } from '../testing/item';
import { at } from '../testing/world';
import { aDossier, asDossierItem } from '../testing/dossier';
import { noticeOf } from './notice';
import { unfinishedIn } from './unfinished';

const drafted = (): string[] =>
  noticeOf(aDossier([asDossierItem(anItem('in-progress'))], at('2021-06-15'))).paragraphs.map(
    ({ text, runOn = '' }) => text + runOn,
  );
const filledIn = (lines: string[]) => lines.map((line) => line.replace(/【[^】]*】/g, '某某'));

test('a notice as the system drafts it has its mark and its gaps', () => {
  const found = unfinishedIn(drafted());
  expect(found?.marked).toBe(true);
  expect(found?.blanks).toBeGreaterThan(0);
});

test('one that was filled in still has its mark', () => {
  expect(unfinishedIn(filledIn(drafted()))).toEqual({ blanks: 0, marked: true });
});

test('one that was filled in, and whose mark was taken away, is a draft no more', () => {
  const final = filledIn(drafted()).filter((line) => !line.includes('代拟稿'));
  expect(unfinishedIn(final)).toBeUndefined();
});

test('the mark of a drill is not a gap', () => {
  expect(unfinishedIn(['【演练】某单位关于巡察整改进展情况的通报'])).toBeUndefined();
});
