import { hashOf } from '../../base/hash';
import { words } from '../../domain/language';
import { anItem } from '../../testing/item';
import { aRecord } from '../../testing/item-record';
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
    '7b0a8777e0e1e2bf1c64a426cbeddebb31d0ae4b04512f7f99aaa7134dddabe0',
  );
});

test('so is the record of a round', () => {
  const record = aRoundRecord();
  expect(hashOf([Object.keys(roundFiles(record)), roundInfoOf(record), roundPage(record)])).toBe(
    'd3f8bca758bc0ae060c4ae0282b7ac2576a86dec0907fa10201d917d6490e5ff',
  );
});

test('so are the words that any page can have', () => {
  const { status, role, rung, fact, itemKind, measureKind, identity, published, documentKind, date } =
    words('zh-CN');
  const terms = { status, role, rung, fact, itemKind, measureKind, identity, published, documentKind };
  expect(hashOf({ ...terms, none: date.none })).toBe(
    'a4f3549cc24634402e557ef675a25e83d694a6312786841b605c21bbf5c1f56f',
  );
});
