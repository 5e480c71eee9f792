import type { CivilDate } from '../../../domain/calendar/civil';
import type { Task } from '../../../domain/round/waiting';
import type { VerbName } from '../verbs/table';
import type { CliWords } from './cli-words';

/** The verbs of the whole life of an item, and those for a round. */
export type LifeVerb = Extract<
  VerbName,
  | 'withdraw-closure'
  | 'request-extension'
  | 'check-in'
  | 'ask'
  | 'accept-stage'
  | 'grant-extension'
  | 'refuse-extension'
  | 'withdraw'
  | 'reassign'
  | 'set-deadline'
  | 'urge'
  | 'resend'
  | 'comment'
  | 'register-people'
  | 'replace-person'
  | 'replace-key'
  | 'revoke-key'
  | 'new-calendar'
  | 'new-policy'
  | 'proposals'
  | 'issue'
  | 'drop'
  | 'round'
  | 'reopen'
>;

export type LifeTrouble =
  | 'not-open'
  | 'no-such-life'
  | 'nothing-sent'
  | 'bad-content'
  | 'bad-public-key'
  | 'no-record'
  | 'mails-in-bag';

/** What the CLI says of extensions, stages, successors, proposals, and of a round as a whole. */
export interface LifeWords {
  verb: Record<LifeVerb, string>;
  trouble: Pick<CliWords['trouble'], LifeTrouble>;
  argument: Record<
    | 'reason'
    | 'question'
    | 'sustained'
    | 'urge'
    | 'comment'
    | 'people'
    | 'overrides'
    | 'policy'
    | 'person'
    | 'publicKey'
    | 'kid',
    string
  >;
  option: Record<
    | 'until'
    | 'askedUntil'
    | 'reason'
    | 'progress'
    | 'stageUntil'
    | 'into'
    | 'side'
    | 'to'
    | 'successor'
    | 'note'
    | 'deadline'
    | 'recipient'
    | 'notice'
    | 'fromPerson'
    | 'rung'
    | 'number'
    | 'all'
    | 'cycle',
    string
  >;
  /** The policy takes people at their word for who they are. */
  claimed: string;
  card: LifeCardWords;
  rows: { first: string; extended: (times: number) => string; moved: string };
  inbox: { task: string; due: string; principal: string; of: Record<Task, string> };
  /** The bag of an item that the server has forgotten. */
  fromBag: (bag: string) => string;
  resend: { sent: string; head: Record<'slot' | 'subject' | 'id', string> };
  proposals: {
    nothing: string;
    head: Record<'number' | 'problem' | 'rung' | 'day' | 'who' | 'outcome', string>;
    pending: string;
  };
  roundAnswer: { done: (command: string, what: string) => string; items: (numbers: string) => string };
  change: ChangeWords;
  round: RoundWords;
}

export interface LifeCardWords {
  life: string;
  reopened: (cycle: number, archiveNumber: string, bag: string) => string;
  extensions: (granted: number, most: number) => string;
  reason: string;
  progress: string;
  pending: (role: string) => string;
  lapsed: (at: string) => string;
  sustaining: string;
  period: string;
  nextCheckIn: string;
  noCheckIn: string;
  due: (day: string) => string;
  proposals: string;
  proposedOn: (day: string) => string;
  toDecide: string;
  undecided: string;
  number: (number: string) => string;
  mergedInto: string;
}

/** What is about to change for a whole round. */
export interface ChangeWords {
  question: (command: string, what: string) => string;
  moves: (from: string, to: string) => string;
  sides: (side: string, count: number, numbers: string) => string;
  offices: (offices: string) => string;
  nothingMoves: string;
  versions: (from: string, to: string) => string;
  firm: (years: readonly number[]) => string;
  provisional: (deadlines: number, stay: number) => string;
  days: (off: readonly CivilDate[], worked: readonly CivilDate[]) => string;
  withoutKey: (people: readonly string[]) => string;
}

export interface RoundWords {
  feedback: string;
  concentrated: string;
  policy: string;
  identity: Record<'signed' | 'claimed', string>;
  calendar: string;
  provisional: (years: readonly number[]) => string;
  people: string;
  head: Record<'id' | 'name' | 'section' | 'office' | 'deputies' | 'key', string>;
  key: Record<'valid' | 'waiting' | 'expired' | 'revoked' | 'none', string>;
  log: string;
}
