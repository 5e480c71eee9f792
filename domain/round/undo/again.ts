import { RoundId } from '../../../base/ids';

/** How often a plan was imported under one number: `2021-03-r2` is the second time. */
const AGAIN = /^(?<base>.+)-r(?<times>[2-9]|[1-9]\d)$/u;

const LONGEST = 32;

/** The id under which a plan is imported anew once the import of a round was undone: `2021-03` is followed by `2021-03-r2`. */
export const nextImportOf = (round: RoundId): RoundId => {
  const { base = round, times = '1' } = AGAIN.exec(round)?.groups ?? {};
  const suffix = `-r${Number(times) + 1}`;
  return RoundId.parse(base.slice(0, LONGEST - suffix.length) + suffix);
};

/** The round whose import a round may stand in for, by its id; undefined of a first import. */
export const formerImportOf = (round: RoundId): RoundId | undefined => {
  const { base, times } = AGAIN.exec(round)?.groups ?? {};
  if (base === undefined || times === undefined) return undefined;
  return RoundId.parse(times === '2' ? base : `${base}-r${Number(times) - 1}`);
};
