import { count } from '../../../../base/plural';
import type { Draft, Note } from '../../../../intake';
import { shellWord } from '../../terminal/shell';
import { sentenceFor } from '../sentences';
import type { IntakeWords } from '../words/intake';

const declaredText = ({ categories, items }: Draft['declared']): string => {
  const parts = [
    ...(categories === undefined ? [] : [count(categories, 'category', 'categories')]),
    ...(items === undefined ? [] : [count(items, 'item')]),
  ];
  return parts.length === 0 ? '' : ` (the text says ${parts.join(', ')})`;
};

type WhyUnseen = Extract<Note, { type: 'not-shown' }>['why'];

const UNSEEN: Record<WhyUnseen, string> = {
  struck: 'struck out',
  hidden: 'hidden',
  deleted: 'deleted as a tracked change',
  placeholder: 'the prompt of an empty field',
  covered: 'covered by a merged cell',
  symbol: 'an unknown symbol',
  'column-hidden': 'in a hidden column',
  'value-hidden': 'a value that its cell does not show',
};

/** The doubts of a document that have no place of their own in a plan, one a line. */
const doubtLines = (title: string, notes: readonly Note[]): string[] => {
  const { line, note: say } = INTAKE;
  const lines = notes.map((note) => `  ${line(note.line, note.sheet)}  ${sentenceFor<Note>(say, note)}`);
  return lines.length === 0 ? [] : ['', title, ...lines];
};

export const INTAKE: IntakeWords = {
  field: {
    title: 'title of the category',
    problem: 'problem',
    kind: 'kind',
    leader: 'leader',
    section: 'section',
    handler: 'handler',
    deadline: 'deadline',
    measures: 'measures',
  },
  note: {
    unused: ({ text }) => `not used: ${text}`,
    'left-out': ({ text }) => `part of this line was not used: ${text}`,
    'column-unused': ({ column }) => `this column was not used: ${column}`,
    'not-a-choice': ({ column, text, choices }) =>
      `"${text}" in the column "${column}" was not understood; correct it to one of ${choices.join(', ')}, or leave the cell empty`,
    uncalculated: () =>
      'this row has a formula without a value, read as empty; open the file in Excel or WPS, save it, and read it again',
    'sheet-repeats': ({ as }) => `this sheet has the same items as "${as}", so it was not read a second time`,
    'sheet-hidden': () => 'this sheet is hidden, but its items were read too; check whether they belong',
    'not-a-problem': ({ text }) =>
      `not worded like a problem, but taken as an item because of its place: ${text}`,
    'number-differs': ({ found, expected }) =>
      `numbered ${found} where ${expected} would follow; check that nothing is missing`,
    'not-a-mark': ({ text }) =>
      `starts like a number but does not continue the numbering, read as text: ${text}`,
    assists: ({ names }) =>
      `the first one leads, the others assist (sections are in the plan as assisting, people are left out): ${names.join(', ')}`,
    classified: ({ text }) =>
      `marked as classified; it must not be entered in this system, and the import will refuse it: ${text}`,
    'date-unclear': ({ text }) => `the deadline was not fully understood, please check: ${text}`,
    'year-assumed': ({ text, date }) => `"${text}" has no year, read as ${date}`,
    'declared-differs': ({ what, declared, found }) =>
      `the text says there are ${declared} ${what}, but ${found} were found; please check`,
    'not-shown': ({ why, text }) => `${UNSEEN[why]}, so not read: ${text}`,
    'number-format': ({ format }) =>
      `automatic numbers in an unknown format (${format}) were only counted, please check`,
    'ticks-unclear': ({ text }) =>
      `nothing is ticked, or more than one, so it was left open; please check: ${text}`,
    'rows-hidden': ({ line, to }) =>
      to === line
        ? 'this row is hidden but was read too, please check'
        : `rows ${line} to ${to} are hidden but were read too, please check`,
    'deadline-derived': ({ text, date }) =>
      `the item has no deadline of its own, so it has the latest of its measures, ${date}: ${text}`,
    'not-in-roster': ({ name, meant }) =>
      `"${name}" is not in the roster${meant.length === 0 ? '' : `; did you mean ${meant.join(' or ')}?`}`,
  },
  found: (categories, items, declared) =>
    `${count(categories, 'category', 'categories')}, ${count(items, 'item')}${declaredText(declared)}`,
  nothing: 'No item was found.',
  noProblem: '(no problem stated)',
  lacks: 'lacks',
  missing: 'To complete',
  assisting: (sections) => `assisting: ${sections.join(', ')}`,
  refused: 'The import would also refuse:',
  doubtful: (places) => `Doubtful, please check (${places}):`,
  unused: (lines) => `Not used (${lines}):`,
  told: (places) => `For your information (${places}):`,
  line: (line, sheet) => `${sheet === undefined ? '' : `${sheet} `}line ${line}`,
  next: (path) =>
    `To write it to a template you can complete in Excel or WPS: rectify import ${shellWord(path)} --write plan.xlsx`,
  nextInTemplate: 'Complete and correct it in the file, then check again with --dry-run.',
  acceptable: (items) => `; show them, or accept them with --accept ${items.join(',')}`,
  acceptedUnseen: (items) => `Accepted, though hidden: ${items.join(', ')}`,
  written: {
    plan: (path, items, open) =>
      `Written: ${path}, with ${count(items, 'item')} and ${count(open, 'place')} to fill in (marked TO FILL IN). Complete it, then import it with rectify import.`,
    template: (path, items, open) =>
      `Written: ${path}, with ${count(items, 'item')} and ${count(open, 'place')} to fill in (the yellow cells). Complete it in Excel or WPS, then check it with rectify import ${shellWord(path)} --dry-run.`,
  },
  template: (path) => `Template written: ${path}. Fill it in, then read it with rectify import.`,
  accepted: ({ item, date, said }) => `Accepted: "${said}" of ${item} as ${date}`,
  plan: {
    fill: 'TO FILL IN',
    head: [
      'Written by rectify import --write, for you to complete. The source does not give what is marked TO FILL IN;',
      'until it is filled in, an import lists each such line. For the form see examples/round-2021/plan.yaml.',
    ],
    address: ': mail address',
    deadline: ', or delete this line if there is none',
    said: (text) => `; the source says "${text}"`,
    doubts: (notes) => doubtLines('Doubtful, please check with the source:', notes),
  },
};
