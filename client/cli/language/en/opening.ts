import { count } from '../../../../base/plural';
import type { OpeningWords } from '../words/opening';

export const OPENING: OpeningWords = {
  waiting: (round, people, until) =>
    `Round ${round} is not open yet: it waits until ${until} for a second signature, by ${people.join(' or ')} (rectify countersign).`,
  proposed: (round, items, by, until) =>
    `Round ${round} (${count(items, 'item')}) is signed by ${by} and waits until ${until} for a second signature. No item has been started.`,
  toCountersign: (round, as) => as.map((person) => `  rectify countersign ${round} --as ${person}`),
  unchecked: (round) =>
    `No worker has checked the opening of round ${round} yet, so nothing was assigned. If it stays so, an operator should run rectify doctor.`,
  items: (items, people) => `${count(items, 'item')}, ${count(people, 'person', 'people')}`,
  firstDeadlines: 'First deadlines',
  genesis: 'Fingerprint of everything',
  signedBy: 'Signed by',
  pins: 'Keys of office, head and oversight',
  question: (round) => `Open round ${round}?`,
  opened: (round) => `Round ${round} is open; its items are being assigned.`,
  key: {
    waiting: ({ round, person, kid }, people, until) =>
      `Round ${round}: the new key ${kid} of ${person} waits until ${until} to be countersigned, by ${people.join(' or ')} (rectify countersign).`,
    counts: ({ round, person, kid }, from) =>
      `Round ${round}: the new key ${kid} of ${person} counts from ${from}. If it is not theirs, revoke it before with rectify revoke-key.`,
    proposed: (people) =>
      `to be countersigned by ${people.join(' or ')} (rectify countersign); it counts a whole working day after that`,
    person: 'Person',
    fresh: 'New key',
    current: 'Key until now',
    none: 'no valid one',
    proposedBy: 'Proposed by',
    until: 'Countersign by',
    compare: 'Compare the new key with its owner, in person or by telephone, before you sign.',
    question: (person) => `Countersign the new key of ${person}?`,
    signed: (person, from) =>
      `The new key of ${person} is countersigned and counts from ${from}. Until then the old one does.`,
  },
  trust: {
    head: { person: 'Person', office: 'Office', kid: 'Fingerprint (kid)', state: '' },
    state: { added: 'added', kept: 'pinned before', other: 'pinned before, not in this plan' },
    written: (file, added) => `${count(added, 'key')} pinned in ${file}`,
    unchanged: (file) => `${file} has these keys already.`,
    compare: 'Compare each fingerprint with its owner by phone: rectify whoami shows it to them.',
    others:
      'Keys that this plan does not have stay pinned. Delete the lines of those that are no longer good.',
  },
};
