import type { CivilDate } from '../calendar/civil';
import type { KeyFormFault } from '../identity/key';
import type { ItemNumber, PersonId } from '../../base/ids';
import type { Role, Side } from '../item/side';
import type { DecidingOffice, Proposal, Recipient } from '../ladder/rung';

/** Keys and indexes from the root of the plan, e.g. `['categories', 2, 'items', 0, 'deadline']`. */
export type Path = readonly (string | number)[];

/** Where in the file a fault is: line and column from 1; those of what should hold it when it is missing. */
export type Place = { path: string; line?: number; column?: number; item?: ItemNumber };

/** What stops a YAML text from being read. */
export type SyntaxCause = 'tab' | 'indent' | 'unclosed' | 'key' | 'alias' | 'several-documents' | 'other';

/** What a value of the file can be. */
export type ValueKind = 'map' | 'list' | 'text' | 'number' | 'boolean';

/** Texts with a prescribed form. */
export type TextForm =
  | 'person'
  | 'round'
  | 'body'
  | 'fonds'
  | 'organisation'
  | 'time'
  | 'address'
  | 'name'
  | 'media-type'
  | 'tag'
  | 'other';

/** What a person can be in a plan: a role of the item or the round, or somebody's superior or deputy. */
export type Part = Role | 'superior' | 'deputies';

/** Offices without whose signature a round would be stuck: it could register no key, and grant no late extension. */
export const SIGNING_OFFICES = ['head', 'office'] as const;
export type SigningOffice = (typeof SIGNING_OFFICES)[number];

/** Faults that keep a text from being checked further. */
type SourceFault =
  | { type: 'too-large' }
  | { type: 'too-deep' }
  | { type: 'syntax'; cause: SyntaxCause }
  | { type: 'key-twice' }
  /** Aliases that would unfold to more than a plan can be. */
  | { type: 'too-many-aliases' }
  | { type: 'empty-file' };

/** Faults of a single value. `given` is what was read, in short and on one line. */
type ShapeFault =
  | { type: 'missing' }
  | { type: 'blank' }
  | { type: 'unknown-key'; key: string; meant?: string }
  | { type: 'wrong-kind'; expected: ValueKind; given: ValueKind }
  | { type: 'not-whole'; given: string }
  | { type: 'not-a-date'; given: string }
  /** Written by the import of a document: a date that was not surely understood, and the words for it. */
  | { type: 'date-doubtful'; date: string; said: string }
  /** The same of a person: `person` is whom the roster has of a name near to what was written, or empty. */
  | { type: 'person-doubtful'; person: string; said: string }
  | { type: 'not-a-choice'; given: string; choices: string[]; meant?: string }
  | { type: 'wrong-form'; form: TextForm; given: string }
  | { type: 'too-long'; most: number }
  | { type: 'too-many'; most: number }
  | { type: 'out-of-range'; least?: number; most?: number }
  | { type: 'key-malformed'; fault: KeyFormFault }
  /** Of a calendar: a day off that is worked, too. */
  | { type: 'off-and-worked'; given: string }
  /** A tag that the item has already. */
  | { type: 'tag-twice'; given: string }
  | { type: 'not-accepted'; reason: string };

/** Faults against the office's rules. */
type RuleFault =
  | { type: 'unknown-person'; part: Part; person: PersonId; meant?: PersonId }
  | { type: 'duties-not-separate'; person: PersonId; side: Side; also: Side }
  | { type: 'deadline-before-feedback'; deadline: CivilDate; feedback: CivilDate }
  | { type: 'measure-after-item'; deadline: CivilDate; itemDeadline: CivilDate }
  | { type: 'period-before-feedback'; until: CivilDate; feedback: CivilDate }
  | { type: 'category-twice'; no: number; firstLine?: number }
  | { type: 'number-twice'; number: ItemNumber; firstLine?: number }
  | { type: 'person-twice'; person: PersonId; firstLine?: number }
  /** A key that another person has: it stands for one. `person` has it, too. */
  | { type: 'key-shared'; person: PersonId }
  /** No point of the prime-order group: verifiers differ on what it signs. */
  | { type: 'key-unusable' }
  /** Each is the superior of the one before, the first of the last. */
  | { type: 'superior-cycle'; people: PersonId[] }
  /** The policy takes signed commands only, and the plan does not say whose keys are to open the round. */
  | { type: 'body-id-missing' }
  /** The policy takes signed commands only, and this person, who has to act, could sign none. */
  | { type: 'key-missing'; person: PersonId }
  /** The same, of a person none of whose keys is good on the day of the import. */
  | { type: 'key-not-good'; person: PersonId }
  /** The same of an office of the round: none of its holders, nor of their deputies, could sign. */
  | { type: 'office-cannot-sign'; office: SigningOffice; people: PersonId[] }
  /** The recipients of a rung of the policy are not those who decide on what it proposes, and it does not say who does. */
  | { type: 'decider-unclear'; rung: Proposal; to: Recipient[]; decides: DecidingOffice[] }
  /** A rung that proposes nothing names who decides. */
  | { type: 'decides-nothing' }
  /** Of the policy: reports whose list of readers is empty. */
  | { type: 'report-to-nobody' }
  | { type: 'classified'; marking: string };

export type FaultDetail = SourceFault | ShapeFault | RuleFault;
export type FaultType = FaultDetail['type'];

/** One reason why a plan is refused, and where. The sentences are in `language/`. */
export type PlanFault = Place & FaultDetail;

/** A fault before its place in the text is known. `at: 'key'` points to the key instead of its value. */
export type Finding = { path: Path; detail: FaultDetail; at?: 'key' };

/** `categories[2].items[0].deadline`. */
export const pathText = (path: Path): string =>
  path.reduce<string>(
    (text, step) => (typeof step === 'number' ? `${text}[${step}]` : text === '' ? step : `${text}.${step}`),
    '',
  );
