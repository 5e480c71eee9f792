import type { AmendWords } from '../words/amend';

export const AMEND: AmendWords = {
  version: 'Version of the plan',
  fileOf: (version, file) => [
    `Version ${version} of the plan. Change it, then: rectify amend ${file} --based-on ${version} --reason TEXT`,
    'Dates and people are those of the plan: extensions, dates set at a return, and who has taken over since are not in it, nor are keys.',
    'Only items are read from it: people change by reassign and register-people, the policy by new-policy.',
  ],
  written: (version, path) => `Version ${version} of the plan was written to ${path}`,
  added: (version, from) =>
    `by version ${version} of the plan${from === undefined ? '' : `, split from ${from}`}`,
  origin: 'Added',
  adds: 'added',
  splitFrom: 'Split from',
  keeps: 'stays as it is',
  toCountersign: (people) =>
    `to be countersigned by ${people.join(' or ')} (rectify countersign); it takes effect then`,
  waiting: ({ round, command, items }, people, until) =>
    `Round ${round}: to ${command} (${items}) waits until ${until} to be countersigned, by ${people.join(' or ')} (rectify countersign).`,
  conflict: (item, version, why) =>
    `${item} could not be amended by version ${version} of the plan: ${why}. Amend it anew, or leave it as it is (rectify amend ITEM --keep --reason TEXT).`,
  by: 'Given by',
  until: 'Countersign by',
  reason: 'Reason',
  number: 'Number',
  question: (command) => `Countersign (${command})?`,
  signed: (command) => `Countersigned (${command}); it takes effect now.`,
  title: 'Amended',
  of: (version, number, by, at) =>
    `version ${version}${number === undefined ? '' : ` (no. ${number})`}, ${by}, ${at}`,
};
