import { hashOf } from '../../base/hash';
import { words } from '../../domain/language';
import { anItem } from '../../testing/item';
import { aRecord } from '../../testing/item-record';
import { ABOUT, aBirth, planned } from '../../testing/world';
import { itemOf } from './item-file';
import { recordPage } from './page/page';
import { roundInfoOf } from '../round/bag-info';
import { roundFiles } from '../round/contents';
import { aRoundRecord } from '../../testing/round-record';
import { roundPage } from '../round/page/page';

/**
 * Bags are compared with what the program would make of their log today. Where this test fails, bags that were
 * written before would be called changed: raise `RECORD_FORM`, unless none has been written, then note the hash.
 */
test('a record of form 1 is made as ever', () => {
  const record = aRecord(anItem('closed'));
  expect(hashOf([itemOf(record), recordPage(record)])).toBe(
    'c1d0ced2607afbc6baae4a1960ceeed4a8bc41af74dd2cc71edf0dcc3d2faa38',
  );
});

test('so is one of an item whose plan says what it is about', () => {
  const record = aRecord(anItem('closed', aBirth({ planned: planned(ABOUT) })));
  expect(hashOf([itemOf(record), recordPage(record)])).toBe(
    '96a45db6be73b4fc58ac7a7c62cccba5332ea1aaf018aaef9183af081b8579af',
  );
});

test('so is the record of a round', () => {
  const record = aRoundRecord();
  expect(hashOf([Object.keys(roundFiles(record)), roundInfoOf(record), roundPage(record)])).toBe(
    '86d8b25c706091c6348defc4d6bf8ed79c3e8957d2f187f8d32f1ae139ca2316',
  );
});

test('so are the words that any page can have', () => {
  const { status, role, rung, fact, itemKind, measureKind, identity, published, documentKind, date } =
    words('zh-CN');
  const terms = { status, role, rung, fact, itemKind, measureKind, identity, published, documentKind };
  expect(hashOf({ ...terms, none: date.none })).toBe(
    'a6785255c2c3845b45c53796cc4e52e59e557bfdbdc0824ac508b65d4032f54f',
  );
});

test('so are the words for what an item is about', () => {
  const { priority, source } = words('zh-CN');
  expect(priority).toEqual({ high: '高', normal: '中', low: '低' });
  const pages = [undefined, '3', '3-5', '附件2'].map((page) =>
    source({ document: '意见', ...(page && { page }) }),
  );
  expect(pages).toEqual(['意见', '意见，第 3 页', '意见，第 3-5 页', '意见，附件2']);
});
