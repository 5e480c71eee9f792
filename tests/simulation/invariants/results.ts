import { firstFound, type Rule, type SeenSeat, unequal } from '../rule';
import { newest } from './ledger';

type Figures = Record<string, number>;

/** Whatever order they come in. */
const inOrder = (figures: object): string => JSON.stringify(Object.entries(figures).sort());

const add = (figures: Figures, kind: string, figure: number): void => {
  if (figure > 0) figures[kind] = (figures[kind] ?? 0) + figure;
};

/** What a log tells that an item has brought, added up by hand; nothing before a result is recorded. */
const addedUp = ({ tale: { brought, gains } }: SeenSeat): Figures => {
  const figures: Figures = {};
  if (brought.length === 0) return figures;
  const standing = brought.filter(({ figure }) => figure > 0);
  for (const { kind, figure } of standing) add(figures, kind, figure);
  for (const [no, { fen = 0, rule }] of Object.entries(gains)) {
    const recorded = standing.filter(({ measure }) => measure === Number(no));
    if (!recorded.some(({ kind }) => kind.startsWith('money-'))) add(figures, 'money-saved', fen);
    if (rule !== undefined && !recorded.some(({ kind }) => kind.startsWith('rules-')))
      add(figures, 'rules-made', 1);
  }
  return figures;
};

export const resultsAddUp = (): Rule => ({
  name: 'results-add-up',
  sentence:
    'once everything has arrived, the results of the round are those of its lines, and those of its logs',
  quiet: (world) => {
    const { ledger } = world.round;
    const { resultTotals = {} } = ledger.totals(world.now);
    const all: Figures = {};
    for (const seat of newest(world))
      for (const [kind, figure] of Object.entries(addedUp(seat))) add(all, kind, figure);
    return (
      firstFound(newest(world), (seat) => {
        const row = ledger.rows.find(({ item }) => item === seat.life.state.item);
        return (
          row &&
          unequal(`the results of ${row.item}`, inOrder(row.resultTotals ?? {}), inOrder(addedUp(seat)))
        );
      }) ?? unequal('the results of the round', inOrder(resultTotals), inOrder(all))
    );
  },
});
