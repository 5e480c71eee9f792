import { type Calendar, isProvisional } from '../../domain/calendar/calendar';
import type { CivilDate } from '../../domain/calendar/civil';
import { opening } from '../../domain/calendar/working-hours';
import { civilOf, type Instant } from '../../domain/calendar/zone';
import type { ItemState } from '../../domain/item/state';
import { isAtWork } from '../../domain/item/states';
import { horizonOf, isEscalation, standsSince, type Step, stepsOf } from '../../domain/ladder/plan';
import { type RungId, RUNGS } from '../../domain/ladder/rung';
import type { Policy } from '../../domain/round/policy';

/** A date as it is shown; provisional (暂定) where its year has no published schedule. */
export type ShownDay = { date: CivilDate; provisional: boolean };

/** A rung of an item's ladder, from what it counts from now: told, or to be told unless something changes. */
export type Mark = {
  rung: RungId;
  /** The first day on which it was told, or will be. */
  day: ShownDay;
  told: boolean;
  /** The next day of one that repeats. */
  again?: ShownDay;
};

/** `marks` in the order of RUNGS. `before`: rungs reached under an earlier deadline, each with its last day. */
export type Ladder = { marks: Mark[]; before: Partial<Record<RungId, CivilDate>> };

export type LadderSetting = { policy: Policy; calendar: Calendar; now: Instant };

export const shownDay = (date: CivilDate, calendar: Calendar): ShownDay => ({
  date,
  provisional: isProvisional(calendar, date),
});

/** The steps from one kind of anchor, and when their telling ended. */
type Track = { state: ItemState; steps: Step[]; until?: Instant };

/** When the section handed the item on, or no longer had it: from then on its own deadline rests. */
const restsSince = ({ status, request, returns, withdrawal }: ItemState): Instant | undefined => {
  if (isAtWork(status)) return undefined;
  const isStanding = request !== undefined && request.at > (returns.at(-1)?.at ?? 0);
  return isStanding ? request.at : withdrawal?.at;
};

/** The deadline's own rungs, also while it rests: they say what was told until then. */
const deadlineTrack = (state: ItemState, setting: LadderSetting): Track => {
  const working: ItemState = isAtWork(state.status) ? state : { ...state, status: 'in-progress' };
  const until = restsSince(state);
  const last = until === undefined ? horizonOf(working, setting, civilOf(setting.now)) : civilOf(until);
  const steps = stepsOf(working, setting.policy, setting.calendar, last);
  return {
    state: working,
    steps: steps.filter(({ rung }) => rung.anchor === 'deadline'),
    ...(until !== undefined && { until }),
  };
};

/** What runs in this state beside the deadline: acknowledging, a review, a check-in. */
const otherTrack = (state: ItemState, setting: LadderSetting): Track => {
  const steps = stepsOf(
    state,
    setting.policy,
    setting.calendar,
    horizonOf(state, setting, civilOf(setting.now)),
  );
  return { state, steps: steps.filter(({ rung }) => rung.anchor !== 'deadline') };
};

/** Rungs told to people outside the item have to be noted by the item; mail follows in the morning. */
const wasTold = ({ state, until }: Track, step: Step, { policy, calendar, now }: LadderSetting): boolean => {
  const slot = opening(calendar, policy.mail, step.day);
  if (slot > now || (until !== undefined && slot >= until)) return false;
  if (isEscalation(step))
    return state.reached.some(({ rung, day }) => rung === step.rung.id && day === step.day);
  const since = standsSince(state, step);
  return since !== undefined && slot > since;
};

const isToCome = ({ until }: Track, { day }: Step, { policy, calendar, now }: LadderSetting): boolean =>
  until === undefined && opening(calendar, policy.mail, day) > now;

const markOf = (track: Track, rung: RungId, setting: LadderSetting): Mark[] => {
  const steps = track.steps.filter((step) => step.rung.id === rung);
  const told = steps.find((step) => wasTold(track, step, setting));
  const next = steps.find((step) => isToCome(track, step, setting));
  const shown = told ?? next;
  if (!shown) return [];
  const again = told && next && { again: shownDay(next.day, setting.calendar) };
  return [{ rung, day: shownDay(shown.day, setting.calendar), told: told !== undefined, ...again }];
};

/** What was told under earlier anchors; reminders to the item's own people are not noted. */
const reachedBefore = ({ reached }: ItemState, tracks: readonly Track[]): Ladder['before'] => {
  const standing = new Set(tracks.flatMap(({ steps }) => steps.map((step) => `${step.rung.id} ${step.day}`)));
  const earlier = reached.filter(({ rung, day }) => !standing.has(`${rung} ${day}`));
  return Object.fromEntries(earlier.map(({ rung, day }) => [rung, day]));
};

/** Which rungs of an item's ladder have been told, and which are still to come, with their days. */
export const ladderOf = (state: ItemState, setting: LadderSetting): Ladder => {
  const tracks = [deadlineTrack(state, setting), otherTrack(state, setting)];
  const marks = RUNGS.flatMap((rung) => tracks.flatMap((track) => markOf(track, rung, setting)));
  return { marks, before: reachedBefore(state, tracks) };
};
