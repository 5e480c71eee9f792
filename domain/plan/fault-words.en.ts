import { words } from '../language';
import type { FaultWords } from './describe-fault';
import type { Part, SyntaxCause, TextForm, ValueKind } from './fault';
import { fieldOf } from './fields';

const { role } = words('en');

/** The field as the file writes it, and the measure it belongs to. */
const field = (path: string): string => {
  const { key, measure } = fieldOf(path);
  return measure === undefined || key === 'measures' ? `"${key}"` : `"${key}" of measure ${measure}`;
};

const guess = (meant: string | undefined) => (meant === undefined ? '' : ` (did you mean "${meant}"?)`);
const at = (line: number | undefined) => (line === undefined ? '' : ` in line ${line}`);

const KIND: Record<ValueKind, string> = {
  map: 'a map of "key: value"',
  list: 'a list (each entry after "- ")',
  text: 'text',
  number: 'a number',
  boolean: 'true or false',
};

const FORM: Record<TextForm, string> = {
  person: 'the id of a person such as p01 (lower-case letter, then letters, digits, hyphens; at most 32)',
  round: 'the id of a round such as 2021-03 (lower-case letters, digits, hyphens; at most 32)',
  fonds: 'a fonds number such as Z109 (2 to 8 capitals or digits)',
  organisation: 'the code of an organisation such as JGDW (2 to 8 capitals)',
  time: 'a time of day such as 08:30',
  address: 'a mail address such as p01@example.org',
  name: 'a name of one line, at most 40 characters, without control characters',
  'media-type': 'a media type in lower case such as application/pdf or image/*, or */* for any',
  other: 'the prescribed form',
};

const SYNTAX: Record<SyntaxCause, string> = {
  tab: 'indented with a tab; use spaces',
  indent:
    'wrong indentation or an open bracket; align it with the lines of the same level, close what is open',
  unclosed: 'a quote, bracket, colon or comma is missing; look at this line and the one before',
  key: 'this is no valid key; write "key: value" with a space after the colon, and quote special characters',
  alias: 'names an anchor that does not exist; quote texts that begin with * or &',
  'several-documents': 'more than one document (---); keep one',
  other: 'not valid YAML; check the signs of this line and quote texts with special characters',
};

const PART: Record<Part, string> = { ...role, owner: 'owner', superior: 'superior', deputies: 'deputy' };

/** A text that YAML takes for something else until it is quoted. */
const quotable = (expected: ValueKind, given: ValueKind) =>
  expected === 'text' && (given === 'number' || given === 'boolean');

const range = (least: number | undefined, most: number | undefined): string =>
  [least !== undefined && `at least ${least}`, most !== undefined && `at most ${most}`]
    .filter((text) => text !== false)
    .join(' and ');

/** Each says what is wrong and what would be accepted. */
export const english: FaultWords = {
  lead: ({ line, item }) => {
    const parts = [line !== undefined && `line ${line}`, item && `item ${item}`].filter(Boolean);
    return parts.length > 0 ? `${parts.join(', ')}: ` : '';
  },
  sentence: {
    'too-large': () => 'the file is too large; check that it is the plan, or split it into rounds',
    'too-deep': () => 'nested too deeply; check brackets and indentation',
    syntax: ({ cause }) => SYNTAX[cause],
    'key-twice': () => 'the same key twice; remove one',
    'too-many-aliases': () => 'aliases (*) unfold to too much; write the entries out',
    'empty-file': () => 'the file is empty; write a plan as in examples/round-2021/plan.yaml',
    missing: ({ path }) => `${field(path)} is missing; add it`,
    blank: ({ path }) => `${field(path)} is empty; fill it in, or drop it where it is optional`,
    'unknown-key': ({ key, meant }) =>
      `unknown field "${key}"${guess(meant)}; ${meant === undefined ? 'remove it' : 'correct it'}`,
    'wrong-kind': ({ path, expected, given }) =>
      path === ''
        ? `a plan is ${KIND[expected]}, not ${KIND[given]}; see examples/round-2021/plan.yaml`
        : `${field(path)} must be ${KIND[expected]}, not ${KIND[given]}; ${quotable(expected, given) ? 'put it in quotes' : 'correct it'}`,
    'not-whole': ({ path, given }) => `${field(path)} ${given} is not a whole number; give one`,
    'not-a-date': ({ path, given }) =>
      `${field(path)} "${given}" is not a date; write it like 2021-06-30, with a year from 1900 to 2199`,
    'date-doubtful': ({ path, date, said }) =>
      `${field(path)} is doubtful: the document says "${said}"${date === '' ? '' : `, read as ${date}`}; write the date that is meant, without the question mark`,
    'person-doubtful': ({ path, person, said }) =>
      `${field(path)}: nobody in the roster is called "${said}"${person === '' ? '' : `; is it ${person}?`}; write the id of the person who is meant`,
    'not-a-choice': ({ path, given, choices, meant }) =>
      `${field(path)} cannot be "${given}"${guess(meant)}; choose from ${choices.join(', ')}`,
    'wrong-form': ({ path, form, given }) => `${field(path)} "${given}" must be ${FORM[form]}`,
    'too-long': ({ path, most }) => `${field(path)} is too long; at most ${most} characters`,
    'too-many': ({ path, most }) => `${field(path)} has too many entries; at most ${most}`,
    'out-of-range': ({ path, least, most }) => `${field(path)} is out of range; ${range(least, most)}`,
    'not-accepted': ({ path, reason }) => `${field(path)} is not accepted (${reason}); correct it`,
    'unknown-person': ({ part, person, meant }) =>
      `the ${PART[part]} ${person} is not in the roster${guess(meant)}; correct it, or add the person to roster.people`,
    'duties-not-separate': ({ person, side, also }) =>
      `the ${role[side]} ${person} is also the ${role[also]}; name another ${role[side]}`,
    'deadline-before-feedback': ({ path, deadline, feedback }) =>
      `${field(path)} ${deadline} is before the feedback on ${feedback}; choose a date after it`,
    'measure-after-item': ({ path, deadline, itemDeadline }) =>
      `${field(path)} ${deadline} is after the item's own ${itemDeadline}; bring it forward, or move the item's`,
    'period-before-feedback': ({ until, feedback }) =>
      `the concentrated period ends on ${until}, before the feedback on ${feedback}; choose a date after it`,
    'category-twice': ({ no, firstLine }) =>
      `category ${no} was given${at(firstLine)} already; number it anew`,
    'number-twice': ({ number, firstLine }) =>
      `item ${number} was given${at(firstLine)} already; number it anew`,
    'person-twice': ({ person, firstLine }) =>
      `the id ${person} was given${at(firstLine)} already; choose another`,
    'superior-cycle': ({ people }) =>
      people.length === 1
        ? `${people.join('')} is named as his own superior; name another`
        : `superiors in a circle (${people.join(' → ')} → ${people.slice(0, 1).join('')}); correct one of them`,
    'key-missing': ({ person }) =>
      `the policy takes signed commands only, but ${person} has no key; have ${person} run "rectify keygen --as ${person}" and put what it prints under the person as keys`,
    classified: ({ marking }) =>
      `marked as classified ("${marking}"); classified matters may not enter this system: remove the item and handle it by the rules of secrecy`,
  },
};
