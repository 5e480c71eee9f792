import { count } from '../../../../base/plural';
import { shellWord } from '../../terminal/shell';
import type { PlanWords } from '../words/plan';

export const PLAN: PlanWords = {
  head: {
    number: 'No.',
    problem: 'Problem',
    kind: 'Kind',
    deadline: 'Deadline',
    section: 'Section',
    people: 'Handler / leader / acceptor',
    measures: 'Measures',
  },
  past: {
    items: (deadlines, items) =>
      `${count(deadlines, 'deadline has', 'deadlines have')} already passed; these items are overdue as soon as they are imported: ${items.join(', ')}`,
    measures: (deadlines, items) =>
      `${count(deadlines, 'deadline of a measure has', 'deadlines of measures have')} already passed: ${items.join(', ')}`,
  },
  helpers: {
    of: (item, name, role) => `${item} ${name} (${role})`,
    reviewing: (owners) =>
      `These owners of measures are also the leader or the acceptor of the item, so they cannot report or hand in anything for it: ${owners.join(', ')}`,
    withoutContact: (sections) =>
      `Nobody of these assisting sections is told anything, for they have no contact (roster.contacts): ${sections.join(', ')}`,
    withoutKey: (people) =>
      `These owners of measures and contacts have no key yet, and can report and hand in nothing until they do: ${people.join(', ')}`,
  },
  unasked: (rounds) =>
    `Round ${rounds.join(', ')} gave no answer: whether people of the same ids have the same names and addresses there was not checked.`,
  provisional: (years) =>
    `No holiday schedule has been published for ${years.join(', ')}: dates that depend on it are provisional and will be recalculated.`,
  outcome: {
    started: (round, items) => `Imported round ${round}: ${items} items assigned.`,
    unchanged: (round, items) =>
      `Round ${round} (${items} items) was already imported from the same plan; nothing was changed.`,
    unchecked: (round, items) =>
      `Round ${round} (${items} items) has been handed in, and no worker has checked its opening yet; items are assigned after that. See rectify round, and rectify doctor if it stays so.`,
    'dry-run': (round, items) =>
      `No faults found: round ${round}, ${items} items. To import it, leave out --dry-run.`,
  },
  init: {
    plan: (path) => `The plan is in ${path}`,
    keys: (people, folder) =>
      `The keys of ${people} people are in ${folder}, for a trial only: in a real round people make their own.`,
    next: (plan) => [
      'Next:',
      `  1. Fill it in, following its comments: ${plan}`,
      '  2. Have everybody make a key with rectify keygen --as <person> and send you what it prints; rectify keys collect enters it in the plan',
      `  3. rectify import ${shellWord(plan)} --dry-run`,
      `  4. Have the operator pin the keys of office, head and oversight: rectify trust FILE ${shellWord(plan)}`,
      `  5. rectify import ${shellWord(plan)}; the head or somebody of oversight then runs rectify countersign`,
    ],
    nextWithKeys: ({ plan, keys, trust, handler, signers }) => [
      'Next:',
      `  export RECTIFY_KEYS=${shellWord(keys)}`,
      `  rectify trust ${shellWord(trust)} ${shellWord(plan)}`,
      `  rectify import ${shellWord(plan)} ${signers}`,
      `  rectify inbox --as ${handler}`,
    ],
  },
};
