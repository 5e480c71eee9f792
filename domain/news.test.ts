import { anItem, give, NOW } from '../testing/item';
import { aRoundCommand, WholeRound } from '../testing/round';
import { aBirth } from '../testing/world';
import { ItemLife } from './item/life';
import { PersonMailbox } from './ladder/mailbox';
import type { WithNews } from './news';

/** Whatever a loop keeps alive, and something that happens to it. */
const KEPT: Record<string, () => [kept: Pick<WithNews, 'hasNews' | 'catchUp'>, happens: () => unknown]> = {
  'an item': () => {
    const life = anItem();
    return [life, () => give(life, 'acknowledge', NOW)];
  },
  'a mailbox': () => {
    const [post] = new ItemLife(aBirth()).takePosts(NOW, 'item/2021-03/1.2');
    const box = new PersonMailbox();
    return [
      box,
      () => {
        if (post) box.take(post, NOW);
      },
    ];
  },
  'a ledger': () => {
    const { ledger } = new WholeRound().life;
    const [row] = ledger.rows;
    return [
      ledger,
      () => {
        if (row) ledger.note({ ...row, version: row.version + 1 });
      },
    ];
  },
  'a round': () => {
    const { life } = new WholeRound();
    return [life, () => life.carryOut(aRoundCommand('new-policy', NOW), NOW, { identity: 'claimed' })];
  },
};

test.each(Object.keys(KEPT))('%s has news when it begins, and again whenever something happens', (which) => {
  const [kept, happens] = KEPT[which]?.() ?? [];
  expect(kept?.hasNews).toBe(true);
  kept?.catchUp();
  expect(kept?.hasNews).toBe(false);
  happens?.();
  expect(kept?.hasNews).toBe(true);
});

test('a report that the ledger has already is none', () => {
  const { ledger } = new WholeRound().life;
  ledger.catchUp();
  for (const row of ledger.rows) ledger.note(row);
  expect(ledger.hasNews).toBe(false);
});
