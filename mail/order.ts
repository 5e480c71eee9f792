import type { Addressee, DigestLine, FactKind } from '../domain/ladder/notice';
import { lineId } from '../domain/ladder/notice';
import { byUrgency, type Urgency } from '../domain/ladder/urgency';
import { asPressing } from '../domain/ladder/measure-rung';
import { dateThatCounts } from './measure-line';
import { groupOf, isAhead, isCopy } from './group';

/** Facts by importance. */
const FACT_ORDER: Record<FactKind, true> = {
  returned: true,
  reopened: true,
  restored: true,
  'approval-voided': true,
  'proposal-issued': true,
  undeliverable: true,
  urged: true,
  'undo-refused': true,
  asked: true,
  'extension-requested': true,
  approved: true,
  'sustaining-ended': true,
  'closure-requested': true,
  reassigned: true,
  assigned: true,
  'measures-assigned': true,
  'stage-accepted': true,
  'deadline-set': true,
  amended: true,
  'extension-refused': true,
  'extension-granted': true,
  'calendar-changed': true,
  commented: true,
  'measure-reported': true,
  'helper-replaced': true,
  assisting: true,
  'closure-withdrawn': true,
  'checked-in': true,
  withdrawn: true,
  'import-undone': true,
  accepted: true,
  resent: true,
  archived: true,
  'you-decided': true,
};
const FACT_RANK = Object.keys(FACT_ORDER) as FactKind[];

/** The parts of a mail, the first to be read first. */
const BANDS = ['rungs that are on', 'facts that ask', 'rungs ahead', 'facts to know', 'copies'] as const;
type Band = (typeof BANDS)[number];

const bandOf = (line: DigestLine, to: Addressee): Band => {
  if (isCopy(line)) return 'copies';
  if ('reminder' in line) return isAhead(line) ? 'rungs ahead' : 'rungs that are on';
  return groupOf(line, to) === 'act' ? 'facts that ask' : 'facts to know';
};

const urgencyOf = (line: DigestLine): Urgency => {
  const { status, round, number } = line.brief;
  const rung = 'reminder' in line ? asPressing(line.reminder.rung) : undefined;
  return { status, round, number, rung, due: dateThatCounts(line) };
};

/** Smaller comes first. Rungs of a band differ by their urgency alone. */
const rankOf = (line: DigestLine, to: Addressee): number =>
  BANDS.indexOf(bandOf(line, to)) * FACT_RANK.length +
  ('fact' in line ? FACT_RANK.indexOf(line.fact.kind) : 0);

/** The lines of a mail, worst first: by band, then by urgency, at last by the id of the notice. */
export const inOrder = (lines: readonly DigestLine[], to: Addressee): DigestLine[] =>
  lines
    .map((line) => ({ line, rank: rankOf(line, to), urgency: urgencyOf(line), id: lineId(line) }))
    .sort((a, b) => a.rank - b.rank || byUrgency(a.urgency, b.urgency) || (a.id < b.id ? -1 : 1))
    .map(({ line }) => line);
