import fc from 'fast-check';
import type { Calendar } from '../domain/calendar/calendar';
import { addDays } from '../domain/calendar/civil';
import { snapshotCalendar } from '../domain/calendar/snapshot';
import { civilOf, type Instant, instant } from '../domain/calendar/zone';
import { possibleIn } from '../domain/item/authority';
import type { ItemBirth, ItemLife } from '../domain/item/life';
import type { ItemState } from '../domain/item/state';
import type { Digest } from '../domain/ladder/notice';
import { Rehearsal } from '../domain/ladder/rehearse';
import { attempt, doTheWork } from './item';
import { aBirth, at, date, planned } from './world';

/** Items that live through anything: random deadlines, calendars and people's deeds at random instants. */
const DAY = 86_400_000;

const KNOWN = snapshotCalendar({ from: date('2021-01-01'), to: date('2023-12-31') });
const anyDate = fc.nat(300).map((n) => addDays(date('2021-05-10'), n));
/** The real calendar, and some days on which the office alone is closed or open. */
const anyCalendar: fc.Arbitrary<Calendar> = fc
  .tuple(fc.array(anyDate), fc.array(anyDate))
  .map(([closed, open]) => {
    const makeUpDays = [...KNOWN.makeUpDays, ...open];
    const holidays = [...KNOWN.holidays, ...closed].filter((day) => !makeUpDays.includes(day));
    return { ...KNOWN, version: 'any', makeUpDays, holidays };
  });

/** An item assigned at any hour of a spring or summer, due some time after, or never. */
export const anyBirth: fc.Arbitrary<ItemBirth> = fc
  .record({
    calendar: anyCalendar,
    assigned: fc.nat(120 * DAY),
    due: fc.option(fc.integer({ min: 1, max: 150 })),
  })
  .map(({ calendar, assigned, due }) => {
    const assignedAt = instant(at('2021-05-01', '00:00') + assigned);
    const deadline = due === null ? null : addDays(civilOf(assignedAt), due);
    return aBirth({ calendar, planned: planned({ deadline }) }, { assignedAt });
  });

export type Deed = { after: number; choice: number; newDeadlineIn: number };

/** What people do, one after the other: soon, weeks later, or at the very opening of a day. */
export const anyScript: fc.Arbitrary<Deed[]> = fc.array(
  fc.record({
    after: fc.oneof(
      fc.nat(DAY),
      fc.nat(30 * DAY),
      fc.nat(20).map((n) => n * DAY),
    ),
    choice: fc.nat(20),
    newDeadlineIn: fc.integer({ min: 1, max: 60 }),
  }),
  { maxLength: 12 },
);

export type Scene = { at: Instant; state: ItemState };
export type Play = {
  birth: ItemBirth;
  mails: readonly Digest[];
  scenes: readonly Scene[];
  log: ItemLife['log'];
};

/** A deed, by the person whose turn it is; nothing where nobody can do anything any more. */
export const act = (rehearsal: Rehearsal, now: Instant, { choice, newDeadlineIn }: Deed): void => {
  const life = rehearsal.life();
  const possible = possibleIn(life.state.status);
  const type = possible[choice % Math.max(possible.length, 1)];
  if (type === undefined) return;
  if (type === 'request-closure') doTheWork(life, now);
  const newDeadline = addDays(civilOf(now), newDeadlineIn);
  attempt(life, type, now, type === 'return' ? { newDeadline } : {});
  rehearsal.stir(0, now);
};

/** Lets an item live through a script by the people whose turn it is, and then be left alone for months. */
export const play = (birth: ItemBirth, script: readonly Deed[]): Play => {
  const rehearsal = new Rehearsal([birth]);
  const scenes: Scene[] = [{ at: birth.assignedAt, state: rehearsal.life().state }];
  let now = birth.assignedAt;
  for (const deed of script) {
    now = instant(now + deed.after);
    rehearsal.run(now);
    act(rehearsal, now, deed);
    scenes.push({ at: now, state: rehearsal.life().state });
  }
  rehearsal.run(instant(now + 45 * DAY));
  return { birth, mails: rehearsal.mails, scenes, log: rehearsal.life().log };
};

/** The item as it was when a mail went out; what happened at that very instant came after it. */
export const sceneAt = ({ scenes }: Play, slot: Instant): ItemState => {
  const scene = scenes.findLast(({ at: since }) => since < slot) ?? scenes[0];
  if (!scene) throw new RangeError('a play without a scene');
  return scene.state;
};
