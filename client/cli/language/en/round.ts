import type { RoundWords } from '../words/round';

export const ROUND: RoundWords = {
  title: (round, title, body) => `${round} ${title} (${body})`,
  feedback: 'Feedback',
  concentrated: 'Concentrated period until',
  policy: 'Policy',
  identity: { signed: 'signed commands only', claimed: 'takes unsigned commands' },
  calendar: 'Calendar',
  provisional: (years) => `${years.join(', ')} provisional`,
  people: 'People',
  head: { id: 'Id', name: 'Name', section: 'Section', office: 'Office', deputies: 'Deputies', key: 'Key' },
  key: { valid: 'valid', waiting: 'not yet valid', expired: 'expired', revoked: 'revoked', none: 'none' },
  signers: {
    able: (able, people) => `${able} of ${people} people can sign.`,
    unable: (people) => `Cannot sign: ${people.join(', ')}`,
    needed: (people) =>
      `Open work waits for a key of ${people.join(', ')}: have them run rectify keygen, then rectify replace-key <person> <file>.`,
  },
  documents: {
    title: 'Documents',
    head: { no: 'No.', kind: 'Kind', title: 'Title', number: 'Number', date: 'Date', item: 'Item' },
  },
  closed: 'Closed',
  bag: 'Bag of the round',
  pending: 'being written',
  log: 'Log',
  closing: (items, documents, notices) =>
    `All ${items} items are archived; documents filed: ${documents}, notices published: ${notices}.`,
  attest: {
    length: 'Entries of the log',
    head: 'Hash of the last',
    last: 'Last attested',
    none: 'never',
    since: 'Done since then',
    nothing: 'nothing',
    and: ', ',
    by: (name, entries, at) => `up to entry ${entries}, by ${name}, ${at}`,
    times: (what, times) => `${what} (${times})`,
  },
  forGood:
    'The bag of the round is written next. From then on the round takes no commands, and its items cannot be reopened.',
  restoring:
    'The item begins anew, with the people and the deadline of the ledger. What was reported, handed in and decided before no longer counts. Where resetting its workflow is possible, nothing is lost: see rectify doctor.',
};
