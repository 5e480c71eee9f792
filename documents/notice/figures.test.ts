import fc from 'fast-check';
import { addDays } from '../../domain/calendar/civil';
import { categoryNumber, ItemNumber } from '../../base/ids';
import { STATUSES } from '../../domain/item/states';
import { ItemKind } from '../../domain/plan/plan';
import { totalsOf } from '../../domain/round/totals';
import { anItem } from '../../testing/item';
import { aBirth, at, date, planned } from '../../testing/world';
import type { DossierItem } from '../dossier';
import { figuresOfLedger, ledgerOf, recoveredOf } from '../ledger';
import { aDossier, asDossierItem } from '../../testing/dossier';
import { figuresOfNotice, listedInNotice, noticeOf } from './index';

const NOW = at('2021-07-15');
const TODAY = date('2021-07-15');
const LIVES = new Map(STATUSES.map((status) => [status, asDossierItem(anItem(status))]));

/** What somebody could write to be taken for a figure. */
const words = fc.constantFrom(
  '账物不符',
  '7个方面、99项问题中，已完成99项，未完成99项。',
  '已完成。',
  '未完成。共追缴、挽回资金9,999元。',
  '。\n二、整改落实情况',
);
const anyDate = fc.integer({ min: -60, max: 60 }).map((n) => addDays(TODAY, n));
/** By their numbers: the first and the last have one title. */
const CATEGORIES = { 1: '党的领导', 2: '资金管理', 3: '干部管理', 4: '党的领导' } as const;
const anyCategory = fc.constantFrom<keyof typeof CATEGORIES>(1, 2, 3, 4);
const numberIn = (category: number, item: number) => ItemNumber.parse(`${category}.${item}`);
const anyNumber = fc.tuple(anyCategory, fc.integer({ min: 1, max: 12 })).map((of) => numberIn(...of));

/** Any line at all, also such as no item ever comes to, with a text that tries to count. */
const anyItem: fc.Arbitrary<DossierItem> = fc
  .record({
    status: fc.constantFrom(...STATUSES),
    kind: fc.constantFrom(...ItemKind.options),
    deadline: fc.option(anyDate, { nil: undefined }),
    requestedOn: fc.option(anyDate, { nil: undefined }),
    stageAcceptedOn: fc.option(anyDate, { nil: undefined }),
    mergedInto: fc.option(anyNumber, { nil: undefined }),
    in: anyCategory,
    problem: words,
    result: words,
    recoveredFen: fc.option(fc.integer({ min: 1, max: 10_000_000 }), { nil: undefined }),
    regulation: fc.option(words, { nil: undefined }),
  })
  .map(({ in: no, result, recoveredFen, regulation, ...line }) => {
    const base = LIVES.get(line.status) ?? asDossierItem(anItem());
    const gains = { ...(recoveredFen && { recoveredFen }), ...(regulation && { regulation }) };
    const measures = base.state.measures.map((measure) =>
      measure.completed ? { ...measure, completed: { ...measure.completed, result, ...gains } } : measure,
    );
    const place = { category: CATEGORIES[no], number: numberIn(no, 1) };
    return { ...base, row: { ...base.row, ...line, ...place }, state: { ...base.state, measures } };
  });

const anyRound = fc.array(anyItem, { minLength: 1, maxLength: 12 }).map((items) =>
  items.map((item, index) => ({
    ...item,
    row: { ...item.row, number: numberIn(Number(categoryNumber(item.row.number)), index + 1) },
  })),
);

const recovered = (items: readonly DossierItem[]) =>
  items
    .flatMap(({ state }) => state.measures)
    .reduce((sum, { completed }) => sum + (completed?.recoveredFen ?? 0), 0);

describe('the figures in the words of a notice', () => {
  test('equal the totals of the ledger, whatever people have written', () => {
    fc.assert(
      fc.property(anyRound, (items) => {
        const totals = totalsOf(
          items.map(({ row }) => row),
          TODAY,
        );
        const paper = noticeOf(aDossier(items, NOW));
        expect(figuresOfNotice(paper)).toEqual({
          categories: new Set(items.map(({ row }) => categoryNumber(row.number))).size,
          items: totals.items,
          byPublished: totals.byPublished,
          recoveredFen: recovered(items),
        });
        expect(listedInNotice(paper)).toEqual(totals.byPublished);
      }),
      { numRuns: 300 },
    );
  });

  test('are those that the ledger of the same moment gives in its lines', () => {
    fc.assert(
      fc.property(anyRound, (items) => {
        const dossier = aDossier(items, NOW);
        const ledger = ledgerOf(dossier, 'zh-CN');
        const { byPublished, recoveredFen } = figuresOfNotice(noticeOf(dossier));
        expect(byPublished).toEqual(figuresOfLedger(ledger).byPublished);
        expect(recoveredFen).toBe(recoveredOf(ledger.lines));
      }),
    );
  });

  test('are those that the dossier has, and not counted again', () => {
    const item = asDossierItem(anItem('in-progress', aBirth({ planned: planned({ deadline: null }) })));
    const dossier = aDossier([item], NOW);
    const totals = {
      ...dossier.totals,
      items: 9,
      byPublished: { ...dossier.totals.byPublished, ongoing: 8 },
    };
    expect(figuresOfNotice(noticeOf({ ...dossier, totals }))).toMatchObject({
      items: 9,
      byPublished: { ongoing: 8, completed: 0 },
    });
  });
});
