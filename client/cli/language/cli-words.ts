import type { RecordFault } from '../../../archive/item/record-fault';
import type { CivilDate } from '../../../domain/calendar/civil';
import type { PersonId, RoundId } from '../../../base/ids';
import type { Totals } from '../../../domain/round/totals';
import type { BagFault } from '../../../archive/bag';
import type { CheckName } from '../verbs/machine/checks';
import type { ExpectedValue, TroubleDetail, TroubleType } from '../trouble/trouble';
import type { VerbGroup, VerbName } from '../verbs/table';
import type { EndingWords } from './ending-words';
import type { LifeWords } from './life-words';

/** Everything that the CLI says by itself. A text that a language lacks does not compile. */
export interface CliWords {
  help: HelpWords;
  argument: Record<'item' | 'items' | 'progress' | 'summary' | 'file' | 'plan' | 'document' | 'bag', string>;
  option: Record<OptionName, string>;
  life: LifeWords;
  ending: EndingWords;
  misuse: Record<Misuse, (given: string, meant: string | undefined) => string>;
  trouble: { [T in OwnTrouble]: (detail: Extract<TroubleDetail, { type: T }>) => string };
  expected: Record<ExpectedValue, string>;
  failure: FailureWords;
  label: (label: string) => string;
  /** Says that a round is a drill. */
  drill: (name: string) => string;
  card: CardWords;
  show: { log: string };
  keygen: KeygenWords;
  rows: {
    head: Record<'round' | 'number' | 'problem' | 'status' | 'deadline' | 'days' | 'waits' | 'level', string>;
  };
  list: {
    totals: (totals: Totals, shown: number, byStatus: readonly [status: string, count: number][]) => string;
  };
  inbox: { nothing: string; asDeputy: string };
  schedule: ScheduleWords;
  answer: {
    done: (command: string, item: string, status: string, deadline: string | undefined) => string;
  };
  decide: { question: (command: string, item: string) => string; hint: string; left: string };
  plan: PlanWords;
  rehearse: RehearseWords;
  verify: {
    valid: (files: number, size: string) => string;
    invalid: (faults: number) => string;
    /** The bag was made by another version, so that not everything could be compared. */
    otherForm: string;
    /** Of more than one bag. */
    total: (bags: number, invalid: number) => string;
  };
  /** What is wrong with a file of a bag, or with what it says. */
  bagFault: (fault: BagFault | RecordFault) => string;
  doctor: { check: Record<CheckName, string>; advice: Record<CheckName, string> };
}

/** What is wrong with a command is said in the words of the domain. */
export type OwnTrouble = Exclude<TroubleType, 'bad-command'>;

export type OptionName =
  | 'lang'
  | 'round'
  | 'as'
  | 'key'
  | 'help'
  | 'version'
  | 'json'
  | 'yes'
  | 'deputyFor'
  | 'opinion'
  | 'missing'
  | 'newDeadline'
  | 'complete'
  | 'measure'
  | 'title'
  | 'date'
  | 'dryRun'
  | 'write'
  | 'accept'
  | 'template'
  | 'person'
  | 'mail'
  | 'from'
  | 'until'
  | 'status'
  | 'section'
  | 'leader'
  | 'handler'
  | 'level'
  | 'mine'
  | 'overdue';

/** What commander calls a wrong use of the program, without its prefix. */
export const MISUSES = [
  'unknownOption',
  'unknownCommand',
  'missingArgument',
  'optionMissingArgument',
  'missingMandatoryOptionValue',
  'invalidArgument',
  'excessArguments',
] as const;
export type Misuse = (typeof MISUSES)[number];

export interface HelpWords {
  description: string;
  verb: Record<VerbName, string>;
  group: Record<VerbGroup, string>;
  helpVerb: string;
  /** Commander's own titles, such as `Usage:`. */
  title: Partial<Record<string, string>>;
  examples: string;
  /** Ends a complaint about a wrong use. */
  more: (verb: string) => string;
}

/** How the address of the server was found. */
export type AddressSource = 'environment' | 'default' | 'profile';

export interface FailureWords {
  unreachable: (address: string, source: AddressSource) => string;
  /** A fault of the program or the machine; says how to see more of it. */
  fault: (reason: string) => string;
}

export interface CardWords {
  kind: string;
  status: string;
  /** A state with the person it waits for. */
  waits: (status: string, person: string) => string;
  level: string;
  deadline: string;
  firstDeadline: string;
  reviewDeadline: string;
  progress: (person: string, at: string) => string;
  measures: string;
  title: (title: string) => string;
  noEvidence: string;
  result: (person: string, at: string) => string;
  reviews: (round: number) => string;
  returned: (role: string, person: string, at: string) => string;
  missing: (text: string) => string;
  decided: (act: string, person: string, at: string, principal: string | undefined) => string;
  undeliverable: string;
  evidenceHash: string;
  archive: string;
}

export interface ScheduleWords {
  head: Record<'slot' | 'person' | 'subject' | 'outcome', string>;
  said: (notices: number) => string;
  toCome: (notices: number) => string;
  /** The mail server has taken nothing yet. */
  noReceipt: string;
  noStore: string;
  receipt: (outcome: 'sent' | 'refused', address: string, response: string) => string;
}

export interface KeygenWords {
  passphrase: (path: string) => string;
  newPassphrase: string;
  again: string;
  done: (path: string) => string;
  next: (person: PersonId) => string;
}

export interface PlanWords {
  title: (round: RoundId, title: string, body: string) => string;
  head: Record<'number' | 'problem' | 'kind' | 'deadline' | 'section' | 'people' | 'measures', string>;
  provisional: (years: readonly number[]) => string;
  outcome: Record<'started' | 'unchanged' | 'dry-run', (round: RoundId, items: number) => string>;
}

export interface RehearseWords {
  title: (round: string, from: CivilDate, until: CivilDate) => string;
  head: Record<'day' | 'time' | 'person' | 'subject', string>;
  dayOff: (date: CivilDate) => string;
  total: (mails: number, people: number, until: string) => string;
}
