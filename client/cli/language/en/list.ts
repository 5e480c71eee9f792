import type { ListWords } from '../words/list';

export const LIST: ListWords = {
  head: {
    round: 'Round',
    number: 'No.',
    problem: 'Problem',
    priority: 'Priority',
    status: 'State',
    deadline: 'Deadline',
    first: 'Original deadline',
    days: 'Days',
    waits: 'Waiting for',
    level: 'Level',
  },
  extended: (times) => `extended ${times === 1 ? 'once' : `${times} times`}`,
  lost: (number) =>
    `Item ${number}: its workflow was ended on the server. It takes no commands and nobody is reminded of it. Tell the operators: rectify doctor says what to do. Where they cannot reset it, the office restores it: rectify restore ${number}.`,
  moved: '* The deadline has changed; a wider window also shows the original one.',
  totals: ({ items, overdue, withoutDeadline }, shown, byStatus) => {
    const states = byStatus.map(([status, count]) => `${count} ${status}`);
    const more = [
      `${overdue} overdue`,
      ...(withoutDeadline > 0 ? [`${withoutDeadline} without a deadline`] : []),
    ];
    return `${shown} shown of ${items}: ${[...states, ...more].join(', ')}`;
  },
  inbox: {
    nothing: 'Nothing is waiting for you.',
    asDeputy: 'As a deputy',
    head: { task: 'To do', due: 'Due', principal: 'For' },
    task: {
      acknowledge: 'acknowledge',
      rectify: 'rectify',
      supplement: 'rework',
      approve: 'approve',
      accept: 'accept',
      'check-in': 'check in',
      'decide-extension': 'decide on extension',
      'decide-proposal': 'issue or drop',
      measure: 'carry out measure',
    },
  },
  proposals: {
    nothing: 'Nothing is waiting to be issued or dropped.',
    head: {
      number: 'No.',
      problem: 'Problem',
      rung: 'Proposal',
      day: 'Proposed on',
      who: 'Decided by',
      outcome: 'Outcome',
    },
    pending: 'undecided',
  },
};
