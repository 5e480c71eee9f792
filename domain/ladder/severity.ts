import { type RungId, RUNGS } from './rung';

/** How severe a rung is: higher is worse, no rung is the mildest. */
export const severity = (rung: RungId | undefined): number => (rung === undefined ? -1 : RUNGS.indexOf(rung));

/** The most severe of some rungs. */
export const worstRung = (rungs: Iterable<RungId | undefined>): RungId | undefined => {
  const there = new Set(rungs);
  return RUNGS.findLast((rung) => there.has(rung));
};
