import fc from 'fast-check';
import { instant } from '../../domain/calendar/zone';
import { itemId, ItemNumber, RoundId } from '../../base/ids';
import type { ResultKind } from '../../domain/item/result-kind';
import { STATUSES } from '../../domain/item/states';
import { words } from '../../domain/language';
import { PUBLISHED } from '../../domain/round/published';
import { rowOf } from '../../domain/round/row';
import { anItem } from '../../testing/item';
import { anyBirth, anyScript, play } from '../../testing/random-lives';
import { anyRowAround } from '../../testing/rows';
import { at, date } from '../../testing/world';
import type { DossierItem } from '../dossier';
import { type Cell, machineValue } from './cell';
import { figuresOfLedger } from './figures';
import { aDossier, asDossierItem } from '../../testing/dossier';
import { ledgerOf } from './ledger';
import { ledgerWords } from './language';

const NOW = at('2021-07-15');
const ITEM = asDossierItem(anItem());
const anyItem = anyRowAround(date('2021-07-15')).map((row): DossierItem => ({ ...ITEM, row }));

/** Many items, each under a number of its own. */
const numbered = (items: readonly DossierItem[]): DossierItem[] =>
  items.map((item, index) => {
    const number = ItemNumber.parse(`1.${index + 1}`);
    return { ...item, row: { ...item.row, number, item: itemId(RoundId.parse('2021-03'), number) } };
  });

/** An item as whatever people did has left it. */
const anyLived: fc.Arbitrary<DossierItem> = fc.tuple(anyBirth, anyScript).map(([birth, script]) => {
  const state = play(birth, script).scenes.at(-1)?.state;
  if (!state) throw new RangeError('a play without a scene');
  return { row: rowOf(state, birth.context, 1), planned: birth.context.planned, state };
});

const LATER = instant(NOW + 60 * 86_400_000);

describe('the figures counted out of a ledger', () => {
  test('are the totals of the round, whatever its lines are', () => {
    fc.assert(
      fc.property(fc.array(anyItem, { maxLength: 30 }), fc.constantFrom('zh-CN', 'en'), (items, language) => {
        const dossier = aDossier(numbered(items), NOW);
        expect(figuresOfLedger(ledgerOf(dossier, language))).toEqual(dossier.totals);
      }),
    );
  });

  test('are the totals of the round, whatever people did', () => {
    fc.assert(
      fc.property(fc.array(anyLived, { minLength: 1, maxLength: 4 }), (items) => {
        const dossier = aDossier(numbered(items), LATER);
        expect(figuresOfLedger(ledgerOf(dossier, 'zh-CN'))).toEqual(dossier.totals);
      }),
      { numRuns: 50 },
    );
  });

  test('differ from totals of another ledger', () => {
    const { lines } = ledgerOf(aDossier([ITEM], NOW), 'zh-CN');
    expect(figuresOfLedger({ lines })).not.toEqual(aDossier([], NOW).totals);
  });
});

describe('the page of totals', () => {
  test.each(['zh-CN', 'en'] as const)('in %s says every figure of the totals', (language) => {
    fc.assert(
      fc.property(fc.array(anyItem, { maxLength: 10 }), (items) => {
        const { totals, ...dossier } = aDossier(numbered(items), NOW);
        const { sections } = ledgerOf({ ...dossier, totals }, language).summary;
        const said = new Map<string, Cell>(
          sections.flatMap(({ heading, lines }) =>
            lines.map((line) => [`${heading}/${line.heading}`, line.cell] as const),
          ),
        );
        const say = ledgerWords(language).totals;
        const { status, published } = words(language);
        const expectSaid = (heading: string, count: number) => {
          expect([heading, said.get(heading)]).toEqual([heading, { type: 'number', number: count }]);
        };
        const { byStatus, byPublished, items: all, resultTotals, ...others } = totals;
        expectSaid(`${say.section.items}/${say.figure.items}`, all);
        for (const one of STATUSES) expectSaid(`${say.section.status}/${status[one]}`, byStatus[one]);
        for (const one of PUBLISHED)
          expectSaid(`${say.section.published}/${published[one]}`, byPublished[one]);
        for (const [key, count] of Object.entries(others))
          expectSaid(`${say.section.other}/${say.figure[key as keyof typeof others]}`, count);
        for (const [kind, figure] of Object.entries(resultTotals ?? {})) {
          const heading = `${say.section.results}/${words(language).resultKind[kind as ResultKind]}`;
          const cell = said.get(heading);
          expect([heading, cell && machineValue(cell)]).toEqual([heading, figure]);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('adds up what was recovered, to the fen', () => {
    const measures = [1, 2].map((no) => ({
      no,
      text: '追缴',
      kind: 'loss-recovery' as const,
      completed: { by: ITEM.row.people.handler, at: NOW, result: '已追缴', recoveredFen: no * 10_000_001 },
    }));
    const item = { ...ITEM, state: { ...ITEM.state, measures } };
    const { sections } = ledgerOf(aDossier([item], NOW), 'zh-CN').summary;
    const others = sections.find(({ heading }) => heading === '其他');
    expect(others?.lines.at(-1)?.cell).toEqual({ type: 'money', fen: 30_000_003 });
  });
});
