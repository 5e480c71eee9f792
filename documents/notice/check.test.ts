import { anItem, give } from '../../testing/item';
import { aBirth, at, planned } from '../../testing/world';
import { aDossier, asDossierItem } from '../../testing/dossier';
import { ItemNumber } from '../../base/ids';
import type { Status } from '../../domain/item/states';
import type { ItemLife } from '../../domain/item/life';
import { doubtsOfNotice, noticeOf, notANotice } from './index';

const NOW = at('2021-06-15');

const inState = (status: Status, number: string): ItemLife =>
  anItem(status, aBirth({ planned: planned({ number: ItemNumber.parse(number) }) }));

const withMoney = (): ItemLife => {
  const life = anItem('in-progress');
  give(life, 'complete-measure', NOW, { measure: 1, recoveredFen: 623_000 });
  return life;
};

/** Four items in two categories: two completed, one that goes on, with 6,230 yuan, and one merged. */
const DOSSIER = aDossier(
  [withMoney(), inState('closed', '2.1'), inState('closed', '2.2'), inState('withdrawn', '2.3')].map(
    asDossierItem,
  ),
  NOW,
);
const BODY = DOSSIER.head.body;

/** The draft, as a clerk finishes it. */
const finished = (change: (text: string) => string = (text) => text): string[] =>
  noticeOf(DOSSIER)
    .paragraphs.filter(({ part }) => part !== 'mark')
    .map(({ text, runOn = '' }) => change(text + runOn).replace(/【[^】]*】/g, '某某'));

describe('a document is taken for the notice of a round', () => {
  test('when it is finished, speaks of rectification and names the body, its place or not', () => {
    expect(notANotice(finished(), BODY)).toBeUndefined();
    expect(notANotice(['应急管理局关于整改进展情况的通报'], '广东省东莞市应急管理局')).toBeUndefined();
  });

  test.each([
    ['with the mark of a draft, in a table too', ['（代拟稿）'], { type: 'draft', blanks: 0, marked: true }],
    ['with a gap', ['联系电话：【号码】'], { type: 'draft', blanks: 1, marked: false }],
  ])('not %s', (_, more, found) => {
    expect(notANotice([...finished(), ...more], BODY)).toEqual(found);
  });

  test('not when it is another body’s, or no notice at all', () => {
    const another = { type: 'of-another', body: BODY };
    expect(notANotice(['市财政局关于巡察整改进展情况的通报'], BODY)).toEqual(another);
    expect(notANotice(['采购清单'], BODY)).toEqual(another);
  });
});

describe('the figures of a notice', () => {
  test('that was finished as it was drafted are those of the ledger', () => {
    expect(doubtsOfNotice(finished(), DOSSIER)).toEqual([]);
  });

  test.each([
    ['in other words', '反馈的2个方面4个具体问题，整改完成2个，正在推进1个，追缴资金0.623万元。'],
    ['in Chinese numerals', '问题共四项，其中已完成二项，持续推进一项。追缴6230元。'],
    ['with the number first, in full width', '４项问题中２项已完成，１项正在推进，退缴６，２３０元。'],
    [
      'with counts of its parts',
      '第一方面2项问题，已完成1项。总计4项问题，已完成2项，持续推进1项，挽回6,230.00元。',
    ],
  ])('are read %s', (_, text) => {
    expect(doubtsOfNotice([text], DOSSIER)).toEqual([]);
  });

  test('that differ are named with both', () => {
    const wrong = finished((text) => text.replace('已完成2项', '已完成3项').replace('6,230元', '6,320元'));
    expect(doubtsOfNotice(wrong, DOSSIER)).toEqual([
      { figure: 'recoveredFen', ledger: 623_000, found: [632_000] },
      { figure: 'completed', ledger: 2, found: [3] },
    ]);
  });

  test('that are missing are named, and so is one that the ledger does not have', () => {
    expect(doubtsOfNotice(['4项问题，基本完成1项，持续推进1项，追缴6230元'], DOSSIER)).toEqual([
      { figure: 'completed', ledger: 2, found: [] },
      { figure: 'completed-sustained', ledger: 0, found: [1] },
    ]);
  });

  test('of measures, and words within other words, are not taken for them', () => {
    const text =
      '4项问题，已完成2项，持续推进1项，追缴6230元。整改措施9条，已完成8条，未完成1条，基本完成整改任务。';
    expect(doubtsOfNotice([text], DOSSIER)).toEqual([]);
  });
});
