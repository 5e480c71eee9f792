import fc from 'fast-check';
import { ItemNumber } from '../base/ids';
import { RESULT_KINDS } from '../domain/item/result-kind';
import { anItem, give, NOW } from '../testing/item';
import { aDossier, asDossierItem } from '../testing/dossier';
import { disagreementsIn } from './agreement';
import { boardOf, boardPage } from './board';
import type { Dossier, DossierItem } from './dossier';
import { ledgerOf, recoveredOf } from './ledger';
import { noticeOf } from './notice';

const anyItem = fc
  .record({
    results: fc.array(
      fc.record({
        kind: fc.constantFrom(...RESULT_KINDS),
        figure: fc.integer({ min: 1, max: 10_000_000 }),
        measure: fc.option(fc.constantFrom(1, 2), { nil: undefined }),
      }),
      { maxLength: 4 },
    ),
    recoveredFen: fc.option(fc.integer({ min: 1, max: 10_000_000 }), { nil: undefined }),
    regulation: fc.option(fc.constant('终端管理办法'), { nil: undefined }),
  })
  .map(({ results, ...told }): DossierItem => {
    const life = anItem('in-progress');
    give(life, 'complete-measure', NOW, told);
    for (const result of results) give(life, 'record-result', NOW, result);
    return asDossierItem(life);
  });

const dossierOf = (items: readonly DossierItem[]): Dossier =>
  aDossier(
    items.map((item, index) => ({
      ...item,
      row: { ...item.row, number: ItemNumber.parse(`1.${index + 1}`) },
    })),
    NOW,
  );

test('ledger, board and notice give the same results, to the fen, wherever they were told', () => {
  fc.assert(
    fc.property(fc.array(anyItem, { minLength: 1, maxLength: 5 }), (items) => {
      expect(disagreementsIn(dossierOf(items))).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

describe('a round with results', () => {
  const life = anItem('in-progress');
  give(life, 'complete-measure', NOW, { recoveredFen: 100_000, regulation: '终端管理办法' });
  give(life, 'record-result', NOW, { kind: 'rules-made', figure: 2, measure: 1 });
  give(life, 'record-result', NOW, { kind: 'money-collected', figure: 408_050, measure: 2 });
  give(life, 'record-result', NOW, { kind: 'people-disciplined', figure: 3 });
  const dossier = dossierOf([asDossierItem(life)]);

  test('has them by kind, and all money in one sum, in its ledger', () => {
    const ledger = ledgerOf(dossier, 'zh-CN');
    expect(ledger.lines[0]?.cells.resultTotals).toMatchObject({
      text: '建立制度 2 项\n收缴资金 4,080.50 元\n挽回损失 1,000 元\n党纪政务处分 3 人',
    });
    expect(recoveredOf(ledger.lines)).toBe(508_050);
    const section = ledger.summary.sections.find(({ heading }) => heading === '整改成效');
    expect(section?.lines).toEqual([
      { heading: '建立制度', cell: { type: 'number', number: 2 } },
      { heading: '收缴资金', cell: { type: 'money', fen: 408_050 } },
      { heading: '挽回损失', cell: { type: 'money', fen: 100_000 } },
      { heading: '党纪政务处分', cell: { type: 'number', number: 3 } },
    ]);
  });

  test('says them in its notice, and each rule by its title', () => {
    const text = noticeOf(dossier)
      .paragraphs.map((one) => `${one.text}${one.runOn ?? ''}`)
      .join('\n');
    expect(text).toContain('共追缴、挽回资金5,080.50元。');
    const results = '整改成效：建立制度2项，收缴资金4,080.50元，挽回损失1,000元，党纪政务处分3人。';
    expect(text.split(results)).toHaveLength(3);
    expect(text).toContain('形成的制度成果包括《终端管理办法》。');
  });

  test.each([
    ['zh-CN', '4,080.50 元'],
    ['en', '4,080.50 yuan'],
  ] as const)('shows them on its board in %s', (language, money) => {
    expect(boardPage(boardOf(dossier), language)).toContain(
      ` data-figure="result.money-collected" data-value="408050">${money}<`,
    );
  });
});

test('a round without results shows nothing of them', () => {
  const dossier = dossierOf([asDossierItem(anItem('in-progress'))]);
  const ledger = ledgerOf(dossier, 'zh-CN');
  expect(ledger.columns.map(({ key }) => key)).not.toContain('resultTotals');
  expect(ledger.summary.sections.map(({ heading }) => heading)).not.toContain('整改成效');
  expect(boardPage(boardOf(dossier), 'zh-CN')).not.toContain('整改成效');
  expect(
    noticeOf(dossier)
      .paragraphs.map(({ text }) => text)
      .join(''),
  ).not.toContain('整改成效');
});
