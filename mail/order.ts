import type { CivilDate } from '../domain/calendar/civil';
import { isInReview, isOpen } from '../domain/item/status';
import {
  type Addressee,
  type DigestLine,
  type FactKind,
  type ItemBrief,
  lineId,
} from '../domain/ladder/notice';
import { RUNGS } from '../domain/ladder/rung';
import { groupOf, isAhead, isCopy } from './turn';

/** The date that presses: while a reviewer has the item, his own. None once the item is closed. */
export const dueOf = (brief: ItemBrief): CivilDate | undefined => {
  if (!isOpen(brief.status)) return undefined;
  if (brief.status === 'sustained') return brief.checkIn;
  return isInReview(brief.status) ? brief.reviewDeadline : brief.deadline;
};

/** Facts by how much hangs on them. */
const FACT_ORDER: Record<FactKind, true> = {
  returned: true,
  reopened: true,
  'approval-voided': true,
  'proposal-issued': true,
  undeliverable: true,
  urged: true,
  asked: true,
  'extension-requested': true,
  approved: true,
  'sustaining-ended': true,
  'closure-requested': true,
  reassigned: true,
  assigned: true,
  'stage-accepted': true,
  'deadline-set': true,
  'extension-refused': true,
  'extension-granted': true,
  'calendar-changed': true,
  commented: true,
  'closure-withdrawn': true,
  'checked-in': true,
  withdrawn: true,
  accepted: true,
  resent: true,
  archived: true,
};
const FACT_RANK = Object.keys(FACT_ORDER) as FactKind[];

/** Rungs that are on, facts that ask, rungs ahead, facts to know, copies; in each, the worse first. */
const rankOf = (line: DigestLine, to: Addressee): [band: number, within: number] => {
  if ('reminder' in line) {
    const band = isCopy(line) ? 4 : isAhead(line) ? 2 : 0;
    return [band, RUNGS.length - RUNGS.indexOf(line.reminder.rung)];
  }
  const within = FACT_RANK.indexOf(line.fact.kind);
  if (isCopy(line)) return [4, within];
  return [groupOf(line, to) === 'act' ? 1 : 3, within];
};

type Key = readonly (string | number)[];

const compare = (a: Key, b: Key): number => {
  for (const [i, x] of a.entries()) {
    const y = b[i] ?? '';
    if (x !== y) return x < y ? -1 : 1;
  }
  return 0;
};

const LAST = '9999';

/** Severity, then date, round, number, and the line's own id: the order does not hang on that of arrival. */
const keyOf = (line: DigestLine, to: Addressee): Key => [
  ...rankOf(line, to),
  dueOf(line.brief) ?? LAST,
  line.brief.round,
  ...line.brief.number.split('.').map(Number),
  lineId(line),
];

/** The lines of a mail, worst first. */
export const worstFirst = (lines: readonly DigestLine[], to: Addressee): DigestLine[] =>
  lines
    .map((line) => ({ line, key: keyOf(line, to) }))
    .sort((a, b) => compare(a.key, b.key))
    .map(({ line }) => line);
