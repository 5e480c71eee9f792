import fc from 'fast-check';
import { aDigest } from '../../../../testing/digest';
import { anyRound, type Lived } from '../../../../testing/board';
import { boardOf } from '../../../../documents/board';
import { briefOf } from '../../../../domain/ladder/correspondence';
import type { DigestLine } from '../../../../domain/ladder/notice';
import { inOrder } from '../../../../mail';
import type { RoundLedger } from '../../../../workflows/messages';
import { waitingFor } from './inbox';
import { listed } from './list';

const ledgerOf = ({ dossier: { head, calendar, clock, now, totals, items } }: Lived): RoundLedger => ({
  head,
  calendar,
  clock,
  now,
  totals,
  rows: items.map(({ row }) => row),
});

/** What a mail of this moment would say: of every item the rung that is on, in the order of the plan. */
const linesOf = ({ lives, dossier: { now } }: Lived): DigestLine[] =>
  lives.flatMap((life) => {
    const { level, state, context } = life.view(now);
    if (!level) return [];
    const brief = briefOf(state, context, `item/${state.item}`);
    return [{ brief, reminder: { id: `${state.item}@${level}`, rung: level, slot: now } }];
  });

test('inbox, list, board and mail put the same items in the same order', () => {
  fc.assert(
    fc.property(anyRound, (lived) => {
      const ledger = ledgerOf(lived);
      const list = listed(ledger, () => true).map(({ number }) => number);
      const among = (some: readonly string[]) => list.filter((number) => some.includes(number));

      const board = boardOf(lived.dossier).items.map(({ number }) => number);
      expect(board).toEqual(list);

      const everybody = ({ head }: RoundLedger) => head.roster.people.map(({ id }) => id);
      const inbox = waitingFor([ledger], everybody)
        .filter(({ waiting: { task } }) => task !== 'decide-extension' && task !== 'decide-proposal')
        .map(({ row }) => row.number);
      expect(inbox).toEqual(among(inbox));

      const mail = inOrder(linesOf(lived), aDigest([]).to).map(({ brief }) => brief.number);
      expect(mail).toEqual(among(mail));
    }),
    { numRuns: 60 },
  );
});
