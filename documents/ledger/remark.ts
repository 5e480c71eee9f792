import type { ItemNumber } from '../../base/ids';
import type { CivilDate } from '../../domain/calendar/civil';
import type { End } from '../../domain/item/lost';
import type { Proposal, RungId } from '../../domain/ladder/rung';

/** What the ledger notes beside its columns (备注). With it every total can be counted from the ledger. */
export type Remark =
  | { type: 'drill'; drill: string }
  | { type: 'reopened'; cycle: number; archiveNumber: string }
  /** The cycle before, whose log was not archived, and how the server had ended it. */
  | { type: 'restored'; cycle: number; ended: End }
  /** Not imported, but added by this version of the plan. */
  | { type: 'added'; version: number; splitFrom?: ItemNumber }
  | { type: 'overdue' }
  | { type: 'closed-late' }
  | { type: 'late-against-original' }
  | { type: 'escalated'; rungs: readonly RungId[] }
  | { type: 'issued'; rung: Proposal; letter: string }
  | { type: 'extension-pending'; newDeadline: CivilDate }
  | { type: 'sustaining'; until: CivilDate; checkIn?: CivilDate }
  | { type: 'withdrawn'; reason?: string; into?: ItemNumber }
  /** With its whole round, whose import was undone. */
  | { type: 'undone'; reason?: string }
  /** The plan of it was amended so often, the last time by this version. */
  | { type: 'amended'; times: number; version: number }
  | { type: 'undeliverable' }
  /** The log once had so many entries, which it no longer had on that day. */
  | { type: 'log-went-back'; entries: number; on: CivilDate };
