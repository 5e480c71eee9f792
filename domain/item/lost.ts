import type { Sha256 } from '../../base/ids';
import type { CivilDate } from '../calendar/civil';
import type { Status } from './states';

/**
 * How the server has ended a life of an item that has no record in the archive. `removed`: it no longer knows it, since
 * somebody has deleted it or its retention is over.
 */
export const ENDS = ['terminated', 'failed', 'timed-out', 'cancelled', 'removed'] as const;
export type End = (typeof ENDS)[number];

/** How the server has a life of an item. `recorded`: it went to its end. */
export type LifeFound = End | 'at-work' | 'recorded';

export const isEnd = (found: LifeFound): found is End => ENDS.some((end) => end === found);

/** A life of an item that was lost with its log: what its round knew of it. */
export type LostLife = {
  cycle: number;
  ended: End;
  status: Status;
  /** The archive number (档号) that was given to it. Nothing else gets it. */
  archiveNumber: string;
  /** How far its log went when it last reported, and the hash of its last entry then. */
  seen?: { entries: number; hash: Sha256 };
  /** The first deadline, by which lateness is still measured. */
  originalDeadline?: CivilDate;
  /** How many extensions were granted; they still count. */
  extensions: number;
};
