import { capital } from '../../../../base/capital';
import type { CardWords } from '../words/card';

export const CARD: CardWords = {
  kind: 'Kind',
  status: 'State',
  waits: (status, person) => `${status} (waiting for the ${person})`,
  level: 'Level',
  deadline: 'Deadline',
  firstDeadline: 'Original deadline',
  reviewDeadline: 'Review deadline',
  section: (person, section, assisting) =>
    `${person} (${section}${assisting ? `; assisting: ${assisting.join(', ')}` : ''})`,
  about: { priority: 'Priority', tags: 'Tags', cause: 'Cause', goal: 'Goal', source: 'Source' },
  progress: (person, at) => `Progress (${person}, ${at})`,
  measures: 'Measures',
  result: (person, at) => `Completed: ${person}, ${at}`,
  recovered: (yuan) => `Recovered: ${yuan} yuan`,
  regulation: (title) => `Rule adopted: "${title}"`,
  evidence: {
    none: 'No evidence yet',
    number: (no) => `No. ${no}`,
    title: (title) => `"${title}"`,
    replaces: (no) => `replaces no. ${no}`,
    replacedBy: (no) => `replaced by no. ${no}`,
    withdrawn: (person, at, reason) => `withdrawn by ${person}, ${at}: ${reason}`,
    older: (files) =>
      files === 1
        ? '1 file was replaced or withdrawn; it stays in the record and its hash:'
        : `${files} files were replaced or withdrawn; they stay in the record and its hash:`,
  },
  results: {
    title: 'Results',
    withdrawn: 'withdrawn',
    measure: (no) => `measure ${no}`,
    vouchedBy: (person) => `vouched for by ${person}`,
  },
  reviews: (round) => `Review (round ${round})`,
  returned: (role, person, at) => `Returned: ${role} ${person}, ${at}`,
  missing: (text) => `Missing: ${text}`,
  decided: (act, person, at, principal) =>
    `${capital(act)}: ${person}${principal === undefined ? '' : ` (for ${principal})`}, ${at}`,
  extension: {
    title: (granted, most) => `Extensions (${granted} granted, at most ${most})`,
    reason: 'Why',
    progress: 'Progress',
    pending: (role) => `waiting for a decision by the ${role}`,
    lapsed: (at) => `lapsed without a decision, ${at}`,
  },
  sustaining: {
    title: 'Sustained',
    period: 'Period',
    nextCheckIn: 'Next check-in',
    noCheckIn: 'none before the end',
    due: (day) => ` (due ${day})`,
  },
  proposal: {
    title: 'Letters, talks, accountability',
    proposedOn: (day) => `proposed on ${day}`,
    toDecide: 'to be issued or dropped',
    undecided: 'never decided',
    number: (number) => `no. ${number}`,
  },
  mergedInto: 'Merged into',
  reopened: 'Reopened',
  previous: (cycle, archiveNumber, bag) => `cycle ${cycle}, archived before as ${archiveNumber} · ${bag}`,
  restored: 'Restored',
  lost: (cycle, ended) =>
    `cycle ${cycle}; the workflow before ${ended} on the server, and its log was not archived`,
  undeliverable: "A mail was refused by the recipient's server and not delivered.",
  evidenceHash: 'Evidence manifest, SHA-256',
  archive: 'Archive',
  log: 'Log',
};
