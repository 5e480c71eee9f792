import type { CivilDate } from '../../domain/calendar/civil';
import type { Instant } from '../../domain/calendar/zone';
import type { RoundId } from '../../base/ids';
import { type RungId, RUNGS } from '../../domain/ladder/rung';
import type { Totals } from '../../domain/round/totals';
import type { Dossier } from '../dossier';
import { type BurnDown, burnDownOf } from './burn-down';
import { type GroupLine, groupsOf, prioritiesOf } from './groups';
import { type BoardItem, itemsOf } from './items';

/** A whole round on one page (看板), at one moment. */
export type Board = {
  round: RoundId;
  title: string;
  body: string;
  now: Instant;
  today: CivilDate;
  /** Names the drill, if it is one. */
  drill?: string;
  /** So many items were withdrawn with the whole import, where it was undone. */
  undone?: number;
  /** People's identities were, or could be, merely claimed. */
  claimed: boolean;
  totals: Totals;
  burnDown: BurnDown;
  sections: GroupLine[];
  leaders: GroupLine[];
  /** The highest first; none where no item has a priority. */
  priorities: ReturnType<typeof prioritiesOf>;
  /** The rungs that count from an item's own deadline, the mildest first: the columns of the ladders. */
  rungs: RungId[];
  /** The worst first. */
  items: BoardItem[];
};

export const boardOf = (dossier: Dossier): Board => {
  const { head, clock, now, today, totals } = dossier;
  const items = itemsOf(dossier);
  const ofDeadline = new Set(
    head.policy.ladder.filter(({ anchor }) => anchor === 'deadline').map(({ id }) => id),
  );
  const undone = dossier.items.filter(({ row }) => row.undone).length;
  return {
    round: head.round,
    title: head.title,
    body: head.body,
    now,
    today,
    totals,
    items,
    ...(clock.drill !== undefined && { drill: clock.drill }),
    ...(undone > 0 && { undone }),
    claimed: head.policy.identity === 'claimed',
    burnDown: burnDownOf(
      dossier.items.map(({ row }) => row),
      today,
    ),
    sections: groupsOf(items, ({ section }) => ({ id: section, name: section })),
    leaders: groupsOf(items, ({ leader }) => leader),
    priorities: prioritiesOf(items),
    rungs: RUNGS.filter((rung) => ofDeadline.has(rung)),
  };
};
