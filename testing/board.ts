import fc from 'fast-check';
import type { Clock } from '../domain/calendar/clock';
import { REAL_TIME } from '../domain/calendar/clock';
import { addDays } from '../domain/calendar/civil';
import { civilOf, type Instant, instant } from '../domain/calendar/zone';
import { ItemNumber } from '../base/ids';
import type { ItemLife } from '../domain/item/life';
import { Rehearsal } from '../domain/ladder/rehearse';
import type { RoundHead } from '../domain/plan/plan';
import { rowOf } from '../domain/round/row';
import { totalsOf } from '../domain/round/totals';
import { archiveIt } from './item';
import { act, anyScript, type Deed } from './random-lives';
import { aHead } from './round';
import { aBirth, ASSIGNED, CALENDAR, planned } from './world';
import { type Dossier, type DossierItem, withResults } from '../documents/dossier';

/** An item for the documents: as planned, and as it is after some of its life. */
export const dossierItem = ({ state, context }: ItemLife, version = 1): DossierItem => ({
  row: rowOf(state, context, version),
  planned: context.planned,
  state,
});

/** The round of the known world with these items, at an instant. */
export const aDossier = (
  items: readonly DossierItem[],
  now: Instant,
  more: { head?: Partial<RoundHead>; clock?: Clock } = {},
): Dossier => {
  const today = civilOf(now);
  const rows = items.map(({ row }) => row);
  const { head, clock = REAL_TIME } = more;
  return {
    head: aHead(head),
    calendar: CALENDAR,
    clock,
    now,
    today,
    ...withResults({ items, totals: totalsOf(rows, today) }),
  };
};

type Cast = { due: number | null; script: Deed[]; section: number; archived: boolean };

const DAY = 86_400_000;
/** How long the rounds have run. */
const LENGTH = 150;

/** An item that has lived through a script up to an instant. */
const lived = ({ due, script, section, archived }: Cast, index: number, until: Instant): ItemLife => {
  const deadline = due === null ? null : addDays(civilOf(ASSIGNED), due);
  const number = ItemNumber.parse(`${1 + (index % 9)}.${1 + Math.floor(index / 9)}`);
  const own = planned({
    number,
    deadline,
    section: `第${section}科`,
    kind: index % 3 ? 'time-limited' : 'sustained',
  });
  const rehearsal = new Rehearsal([aBirth({ planned: own })]);
  let now: Instant = ASSIGNED;
  for (const deed of script) {
    now = instant(now + deed.after);
    if (now > until) break;
    rehearsal.run(now);
    act(rehearsal, now, deed);
  }
  rehearsal.run(until);
  const life = rehearsal.life();
  if (archived && life.state.status === 'closed') archiveIt(life, until);
  return life;
};

export type Lived = { lives: ItemLife[]; dossier: Dossier };

/** Rounds of some items to which anything has happened, on any day of their first months. */
export const anyRound: fc.Arbitrary<Lived> = fc
  .record({
    cast: fc.array(
      fc.record({
        due: fc.option(fc.integer({ min: 1, max: 150 })),
        script: anyScript,
        section: fc.nat(3),
        archived: fc.boolean(),
      }),
      { minLength: 1, maxLength: 6 },
    ),
    days: fc.nat(LENGTH * 24),
  })
  .map(({ cast, days }) => {
    const now = instant(ASSIGNED + (days * DAY) / 24);
    const lives = cast.map((one, index) => lived(one, index, now));
    return {
      lives,
      dossier: aDossier(
        lives.map((life) => dossierItem(life)),
        now,
      ),
    };
  });
