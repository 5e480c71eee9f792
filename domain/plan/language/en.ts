import { count } from '../../../base/plural';
import type { KeyFormFault } from '../../identity/key';
import { words } from '../../language';
import type { Part, SyntaxCause, TextForm, ValueKind } from '../fault';
import { fieldOf } from '../fields';
import type { FaultWords } from './words';

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
  person:
    'the id of a person such as p01 (a lower-case letter, then lower-case letters, digits or hyphens; at most 32 characters)',
  round: 'the id of a round such as 2021-03 (lower-case letters, digits or hyphens; at most 32 characters)',
  body: 'the code of a body such as some-bureau (lower-case letters, digits or hyphens; 2 to 32 characters)',
  fonds: 'a fonds number such as Z109 (2 to 8 capital letters or digits)',
  organisation: 'the code of an organisation such as JGDW (2 to 8 capital letters)',
  time: 'a time of day such as 08:30',
  address: 'an email address such as p01@example.org',
  name: 'a name on one line, at most 40 characters, without control characters',
  'media-type': 'a media type in lower case such as application/pdf or image/*, or */* for any',
  tag: 'a short word without commas, semicolons, slashes or #, and without spaces beside Chinese characters; write several tags apart',
  other: 'in the required form',
};

const KEY_FORM: Record<KeyFormFault, string> = {
  'not-32-bytes':
    'is not a key: 43 letters, digits, - and _ without spaces; copy it again from what rectify keygen printed',
  'not-its-thumbprint':
    'does not belong to the "x" beside it; copy both again from what rectify keygen printed',
  'ends-too-early': 'is not after the "from" of the key; correct one of the two dates',
  'listed-twice': 'has the same key twice; keep one of them',
};

const SYNTAX: Record<SyntaxCause, string> = {
  tab: 'indented with a tab; use spaces',
  indent:
    'wrong indentation or an open bracket; align it with the lines of the same level, close what is open',
  unclosed: 'a quote, bracket, colon or comma is missing; look at this line and the one before',
  key: 'not a valid key; write "key: value" with a space after the colon, and put text with special characters in quotes',
  alias: 'refers to an anchor that does not exist; put text that begins with * or & in quotes',
  'several-documents': 'more than one document (---); keep one',
  other: 'not valid YAML; check the punctuation of this line, and put text with special characters in quotes',
};

const PART: Record<Part, string> = { ...role, superior: 'superior', deputies: 'deputy' };

/** Text that YAML reads as something else until it is quoted. */
const quotable = (expected: ValueKind, given: ValueKind) =>
  expected === 'text' && (given === 'number' || given === 'boolean');

const range = (least: number | undefined, most: number | undefined): string =>
  [least !== undefined && `at least ${least}`, most !== undefined && `at most ${most}`]
    .filter((text) => text !== false)
    .join(' and ');

/** What is missing, of one and of several. */
const NOUN = (key: string): [one: string, several: string] => {
  if (key === 'measures') return ['list of measures', 'lists of measures'];
  return [key, key.endsWith('s') ? `${key}es` : `${key}s`];
};

/** Each says what is wrong and what would be accepted. */
export const ENGLISH: FaultWords = {
  lead: ({ line, item }) => {
    const parts = [line !== undefined && `line ${line}`, item && `item ${item}`].filter(Boolean);
    return parts.length > 0 ? `${parts.join(', ')}: ` : '';
  },
  many: {
    fields: (key, ofMeasures, { count: many, places, line }) =>
      `${line === undefined ? '' : `from line ${line}: `}${count(many, ...NOUN(key))}${ofMeasures ? ' of measures' : ''} missing: ${places.join(', ')}`,
    people: (key, whom, named) =>
      `${count(whom.length, ...NOUN(key))} of people missing: ${named ? '' : 'lines '}${whom.join(', ')}`,
    round: (keys, line) =>
      `${line === undefined ? '' : `from line ${line}: `}the round lacks ${keys.join(', ')}`,
    keys: (people) =>
      `the policy accepts signed commands only, but ${people.length} people have no key: ${people.join(', ')}; have each run "rectify keygen --as ID", and add what it prints to them as keys`,
  },
  sentence: {
    'too-large': () => 'the file is too large; check that it is the plan, or split it into several rounds',
    'too-deep': () => 'nested too deeply; check brackets and indentation',
    syntax: ({ cause }) => SYNTAX[cause],
    'key-twice': () => 'the same key appears twice; remove one',
    'too-many-aliases': () => 'the aliases (*) expand to too much; write the entries out',
    'empty-file': () => 'the file is empty; write a plan as in examples/round-2021/plan.yaml',
    missing: ({ path }) => `${field(path)} is missing; add it`,
    blank: ({ path }) => `${field(path)} is empty; fill it in, or remove the line if it is optional`,
    'unknown-key': ({ key, meant }) =>
      `unknown field "${key}"${guess(meant)}; ${meant === undefined ? 'remove it' : 'correct it'}`,
    'wrong-kind': ({ path, expected, given }) =>
      path === ''
        ? `a plan is ${KIND[expected]}, not ${KIND[given]}; see examples/round-2021/plan.yaml`
        : `${field(path)} must be ${KIND[expected]}, not ${KIND[given]}; ${quotable(expected, given) ? 'put it in quotes' : 'correct it'}`,
    'not-whole': ({ path, given }) => `${field(path)} ${given} is not a whole number; enter one`,
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
    'key-malformed': ({ path, fault }) => `${field(path)} ${KEY_FORM[fault]}`,
    'tag-twice': ({ given }) => `the tag "${given}" is written twice; remove one of them`,
    'off-and-worked': ({ given }) =>
      `${given} is listed under both holidays and makeUpDays; keep it in one of them`,
    'not-accepted': ({ path, reason }) => `${field(path)} is not accepted (${reason}); correct it`,
    'unknown-person': ({ part, person, meant }) =>
      `the ${PART[part]} ${person} is not in the roster${guess(meant)}; correct it, or add the person to roster.people`,
    'duties-not-separate': ({ person, side, also }) =>
      `the ${role[side]} ${person} is also the ${role[also]}; name another ${role[side]}`,
    'deadline-before-feedback': ({ path, deadline, feedback }) =>
      `${field(path)} ${deadline} is before the feedback on ${feedback}; choose a date after it`,
    'measure-after-item': ({ path, deadline, itemDeadline }) =>
      `${field(path)} ${deadline} is after the item's own ${itemDeadline}; bring it forward, or move the item's deadline`,
    'period-before-feedback': ({ until, feedback }) =>
      `the concentrated period ends on ${until}, before the feedback on ${feedback}; choose a date after it`,
    'category-twice': ({ no, firstLine }) =>
      `category number ${no} is already used${at(firstLine)}; choose another`,
    'number-twice': ({ number, firstLine }) =>
      `item number ${number} is already used${at(firstLine)}; choose another`,
    'person-twice': ({ person, firstLine }) =>
      `the id ${person} is already used${at(firstLine)}; choose another`,
    'key-shared': ({ person }) =>
      `this key is also the key of ${person}; a key stands for one person. Have one of them make another with rectify keygen`,
    'key-unusable': () =>
      'this is not a sound Ed25519 key, so its signatures could be disputed; have the person make another with rectify keygen',
    'superior-cycle': ({ people }) =>
      people.length === 1
        ? `${people.join('')} is named as their own superior; name somebody else`
        : `the superiors form a circle (${people.join(' → ')} → ${people.slice(0, 1).join('')}); correct one of them`,
    'body-id-missing': () =>
      `the policy accepts signed commands only, but "bodyId" is missing; add a code for the inspected body, the same in all its rounds, e.g. bodyId: some-bureau. The operator pins the keys that may open its rounds under it (rectify trust)`,
    'key-missing': ({ person }) =>
      `the policy accepts signed commands only, but ${person} has no key; have them run "rectify keygen --as ${person}", and add what it prints to the person as keys`,
    'key-not-good': ({ person }) =>
      `the policy accepts signed commands only, but no key of ${person} is valid today (not yet, no longer, or revoked); correct its dates, or have them run "rectify keygen --as ${person}" and add what it prints to the person as keys`,
    'office-cannot-sign': ({ office, people }) =>
      `the policy accepts signed commands only, but nobody can sign for the ${role[office]} (${people.join(', ')}), so the round could not ${office === 'office' ? 'register keys or replace people' : 'decide extensions past the concentrated period'}; have ${people.join(' or ')} run "rectify keygen --as ${people[0] ?? ''}", and add what it prints to the person as keys`,
    'decider-unclear': ({ path, rung, to, decides }) =>
      `the ${words('en').rung[rung].toLowerCase()} goes to ${to.join(', ')} (${field(path)}) but is decided by ${decides.join(', ')}; send it to whoever decides, and if it goes to others than by default, name under "decides" which of head, office and oversight decide`,
    'decides-nothing': ({ path }) =>
      `${field(path)} is given for a rung that proposes nothing; only an urging letter, a talk and an accountability proposal are decided on: remove it`,
    'report-to-nobody': ({ path }) =>
      `${field(path)} names nobody, so the reports would go to nobody; name head, office or oversight, or leave out "reports" altogether`,
    classified: ({ marking }) =>
      `marked as classified ("${marking}"); classified matters must not be entered in this system: remove the item and handle it under the secrecy rules`,
  },
};
