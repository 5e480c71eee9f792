import type { Provisioned } from '../../api/provision';
import type { LostItem } from '../../api/lost-items';
import type { Repaired, StillDifferent } from '../../api/repair-ledger';
import type { BodyId, ItemId, ItemNumber, PersonId, RoundId, Sha256, Sha512 } from '../../../base/ids';
import type { FiledDocument } from '../../../archive/round/record';
import type { ledgerJson } from '../../../documents/ledger';
import type { LetterRung } from '../../../documents/letter';
import type { NoticeFigures } from '../../../documents/notice/figures';
import type { Paragraph } from '../../../documents/paper';
import type { CivilDate } from '../../../domain/calendar/civil';
import type { IsoInstant } from '../../../domain/calendar/iso';
import type { PublicKey } from '../../../domain/identity/key';
import type { Answer, EvidenceFile } from '../../../domain/item/command';
import type { LogEntry } from '../../../domain/item/log';
import type { Receipt } from '../../../domain/ladder/notice';
import type { NoticeRung } from '../../../domain/ladder/measure-rung';
import type { Proposal } from '../../../domain/ladder/rung';
import type { PlanFault } from '../../../domain/plan/fault';
import type { HelperDoubts } from '../../../domain/plan/helper-doubts';
import type { Past } from '../../../domain/plan/past';
import type { ItemKind } from '../../../domain/plan/plan';
import type { Refusal } from '../../../domain/refusal';
import type { RoundAnswer } from '../../../domain/round/command';
import type { Attestation } from '../../../domain/round/attestation';
import type { RoundEvent } from '../../../domain/round/event';
import type { Conflict } from '../../../domain/round/amend/conflicts';
import type { ImportUndone } from '../../../domain/round/undo/undone';
import type { TwoSignedType } from '../../../domain/round/second/types';
import type { OpeningOffice } from '../../../domain/round/two-offices';
import type { PinnedKey } from '../../../domain/round/opening/trust';
import type { Policy } from '../../../domain/round/policy';
import type { Report } from '../../../domain/round/report/report';
import type { Person, Roster } from '../../../domain/round/roster';
import type { LedgerRow } from '../../../domain/round/row';
import type { Totals } from '../../../domain/round/totals';
import type { Task } from '../../../domain/round/task';
import type { DraftField } from '../../../intake/draft';
import type { Outcome } from '../../demo/outcome';
import type { CollectedKey, RefusedKey } from '../files/key-outcome';
import type { OwnKey, Self } from '../commands/self';
import type { Verification } from '../../../archive/verify/bag';
import type { WhyNotOpened } from '../evidence/harmless';
import type { EvidenceFault, ExitCode } from '../trouble/trouble';
import type { Check } from '../verbs/machine/checks/names';
import type { ItemJson, RowJson } from '../views/json';

/*
 * What programs read (docs/cli.md): the values that verbs print with `--json`. `npm run json` makes the schemas in
 * docs/json of these types, and their comments become its descriptions. What is absent is left out.
 */

/** A command to an item that was shown and asked about. `evidence`: the hash of the evidence it names. */
type Decision = ({ decided: true; evidence: Sha256 } & Answer) | { decided: false };

/** Why something failed. */
type FailureJson = {
  exit: ExitCode;
  /** A refusal, what was wrong with the input, `Misuse`, `Interrupted`, `Unreachable`, `Forbidden`, `NotBegun`, `StoreFault`, `PayloadUnreadable`, `BadSetting` or `Fault`. */
  type: string;
  /** What is said on stderr. */
  message: string;
  refusal?: Refusal;
  /** For whom the person could have given the refused command, with `--deputy-for`. */
  deputyFor?: PersonId[];
  faults?: (PlanFault & { message: string })[];
};

/** One of several decisions: not made where the person said no, or for the reason in `error`. */
export type Decided =
  ({ decided: true; evidence: Sha256 } & Answer) | { decided: false; item: string; error?: FailureJson };

/** The same of a round. */
type RoundDecision = ({ decided: true } & RoundAnswer) | { decided: false };

/** What waits for a person: an item that waits for several things is there several times. */
type TaskJson = RowJson & {
  task: Task;
  person: PersonId;
  /** By when. */
  due?: CivilDate | undefined;
  /** What is to be issued or dropped. */
  proposal?: Proposal | undefined;
  /** The number of the measure that is to be carried out. */
  measure?: number | undefined;
};

type KeyJson = Pick<PublicKey, 'kid' | 'x'> & {
  from: IsoInstant;
  state: 'valid' | 'waiting' | 'expired' | 'revoked';
};

type At<T> = Omit<T, 'at'> & { at: IsoInstant };

type RoundJson = {
  round: RoundId;
  title: string;
  body: string;
  feedback: CivilDate;
  concentratedUntil: CivilDate;
  drill?: string;
  now: IsoInstant;
  policy: Policy;
  calendar: { version: string; published: number[] };
  /** Years of dates that are still to come whose schedule of holidays is not known. */
  provisionalYears: number[];
  offices: Omit<Roster, 'people'>;
  /** `canSign`: one of the keys is valid now. */
  people: (Omit<Person, 'keys'> & { keys: KeyJson[]; canSign: boolean })[];
  /** New keys that wait: for one of `people`, until `until`; or, countersigned, for `from`. */
  keys?: {
    person: PersonId;
    kid: string;
    by: PersonId;
    people?: PersonId[];
    until?: IsoInstant;
    from?: IsoInstant;
  }[];
  /** The version of the plan: one as imported, and one more for each amendment. */
  planVersion: number;
  /** The round whose import was undone, and that this one follows. */
  follows?: RoundId;
  /** Commands that wait for the second signature of one of `people`, until `until`. */
  seconds?: {
    type: TwoSignedType;
    by: PersonId;
    people: PersonId[];
    until: IsoInstant;
    reason: string;
    items: ItemNumber[];
  }[];
  /** What items could not take of an amendment, and nobody has decided yet. */
  conflicts?: Omit<Conflict, 'type'>[];
  /** That the import was undone; `left`: items that had moved on, and wait to be decided about one by one. */
  undone?: At<ImportUndone>;
  /** Who has countersigned the log last. */
  attested?: At<Attestation>;
  documents: At<FiledDocument>[];
  closed?: { at: IsoInstant; by: PersonId; note: string; archiveNumber: string };
  archive?: { bag: string; archiveNumber: string; manifest: string };
  log: At<LogEntry<RoundEvent>>[];
};

/** What waits for a second signature: the opening of a round, the new key of `person`, or a command that is about `items`. */
export type CountersignJson = {
  round: RoundId;
  what: 'opening' | 'key' | 'command';
  person?: PersonId;
  kid?: string;
  command?: TwoSignedType;
  items?: ItemNumber[];
  reason?: string;
  until: IsoInstant;
};

type NoticeJson = {
  id: string;
  person: PersonId;
  slot: IsoInstant;
  /** An event of the item; else `rung`. */
  fact?: string;
  rung?: NoticeRung;
  /** Of a rung for measures, the number of the measure. */
  measure?: number;
};

type SaidJson = NoticeJson & {
  receipt?: At<Pick<Receipt, 'outcome' | 'to' | 'messageId' | 'response'> & { at: unknown }>;
};

/** What was understood of an item, in a document that is no plan yet. Names are as they were written. */
export type DraftItemJson = {
  no: number;
  /** Empty where the source states none. */
  problem: string;
  kind?: ItemKind;
  leader?: string;
  section?: string;
  /** Sections that assist. */
  assisting?: string[];
  handler?: string;
  deadline?: CivilDate;
  cause?: string;
  goal?: string;
  /** A code; one that was not understood as it is written. */
  priority?: string;
  tags?: string[];
  source?: { document?: string; page?: string };
  measures: { text: string; owner?: string | undefined; deadline?: CivilDate | undefined }[];
  children?: DraftItemJson[] | undefined;
};

/** Every value by its name, which is that of the verb where one verb alone prints it. */
export interface Values {
  list: {
    round: RoundId;
    title: string;
    identity: Policy['identity'];
    now: IsoInstant;
    /** Those of the whole round, whatever is listed. */
    totals: Totals;
    items: RowJson[];
    /** Items that the server has ended without a record, whatever is listed. */
    lost: LostItem[];
  };
  show: ItemJson;
  inbox: { person: string; items: TaskJson[]; asDeputy: TaskJson[]; countersign: CountersignJson[] };
  schedule: { item: ItemId; now: IsoInstant; said: SaidJson[]; toCome: NoticeJson[] };
  proposals: {
    round: RoundId;
    proposals: {
      item: ItemId;
      number: ItemNumber;
      problem: string;
      proposed: LedgerRow['proposals'][number];
      decidedBy: PersonId[];
    }[];
  };
  round: RoundJson;
  rehearse: {
    round: RoundId;
    from: CivilDate;
    until: CivilDate;
    mails: {
      at: IsoInstant;
      day: CivilDate;
      person: PersonId;
      address: string;
      subject: string;
      items: ItemId[];
      /** With `--mail`. */
      text?: string;
    }[];
  };
  answer: Answer;
  answers: Answer[];
  evidence: Answer & { file: EvidenceFile };
  /** `file`: the copy that was opened, or where the file was saved instead. */
  'evidence-opened': {
    item: ItemId;
    no: number;
    title: string;
    sha512: Sha512;
    file: string;
    opened: boolean;
    why?: WhyNotOpened | 'no-screen';
  };
  /** `evidenceHash`: what a decision on the item names. `list`: with `--all`. */
  'evidence-saved': {
    item: ItemId;
    evidenceHash: Sha256;
    list?: string;
    files: { no: number; title: string; sha512: Sha512; file?: string; fault?: EvidenceFault }[];
  };
  decision: Decision;
  /** Of several items, in the order of the command; items that were not reached are not in it. */
  decisions: Decided[];
  'round-answer': RoundAnswer;
  'round-decision': RoundDecision;
  ledger: ReturnType<typeof ledgerJson> & { file?: string };
  board: { round: RoundId; now: IsoInstant; file: string; totals: Totals };
  /** Those that were asked for. */
  report: { round: RoundId; title: string; now: IsoInstant; reports: Report[] };
  notice: {
    round: RoundId;
    now: IsoInstant;
    file: string;
    title: string;
    /** Read out of the paragraphs. */
    figures: NoticeFigures;
    paragraphs: readonly Paragraph[];
  };
  letter: {
    item: ItemId;
    rung: LetterRung;
    /** The ladder has proposed it. */
    proposed: boolean;
    number?: string;
    now: IsoInstant;
    file: string;
    title: string;
    paragraphs: readonly Paragraph[];
  };
  import: {
    round: RoundId;
    /** How many. */
    items: number;
    /** `waiting`: it has one signature, and nothing was started yet; `awaited`: who may give the second, `until`: by when. */
    outcome: 'started' | 'unchanged' | 'dry-run' | 'unchecked' | 'waiting';
    awaited?: PersonId[];
    until?: IsoInstant;
    provisionalYears: number[];
    /** Items whose deadline has passed; and the item of each measure whose own has. */
    past: Past;
    /** What is doubtful about who helps with items. */
    helpers: HelperDoubts;
    /** Open rounds that gave no answer: whether they have people of the same ids with other names or addresses is not known. */
    unasked: RoundId[];
  };
  draft: {
    categories: { no: number; title: string; items: DraftItemJson[] }[];
    /** Totals that the text gives of itself. */
    declared: { categories?: number; items?: number };
    /** Each place that is doubtful or was not used. */
    warnings: { line: number; message: string }[];
    /** What the source leaves open; `item` is `3.7`, `3.7(1)` for a sub-item, `3` for a category. */
    missing: { item: string; field: DraftField }[];
    /** Everything for which an import would refuse it; empty where nothing is in the way. */
    refused: string[];
  };
  /** Paths; `keys` and `people` with `--example`. */
  init: { plan: string; keys?: string; people?: string[] };
  /** `endorsed`: by the old key, with `--renew`. */
  keygen: {
    person: PersonId;
    path: string;
    key: { kid: string; x: string; from: CivilDate; endorsed?: string };
  };
  keys: {
    /** The file of the plan, and whether it was changed. */
    plan: string;
    written: boolean;
    keys: CollectedKey[];
    refused: RefusedKey[];
    /** Who has no key in the plan yet; `needed`: whose commands the round cannot do without. */
    without: { person: PersonId; name: string; needed: boolean }[];
  };
  countersign: {
    /** False where the person did not agree; nothing else is there then. */
    decided: boolean;
    round?: RoundId;
    genesis?: Sha256;
    /** Of a new key: whose it is, and from when on it counts. */
    person?: PersonId;
    kid?: string;
    from?: string;
    /** Of a command that took two. */
    command?: TwoSignedType;
    signers?: { person: PersonId; role: OpeningOffice; kid: string }[];
  };
  /** Keys pinned for a body: those that were not before, all of the plan, and others that were. */
  trust: { file: string; body: BodyId; added: PinnedKey[]; pinned: PinnedKey[]; others: PinnedKey[] };
  whoami: { person: PersonId; key: OwnKey; rounds: Self[] };
  verify: (Omit<Verification, 'attestations'> & { bag: string; attestations?: At<Attestation>[] })[];
  /** Ids of keys: the one that seals now, the one that will after the next change, and those that only open. */
  'seal-keys': { file: string; changed: boolean; seals: string; next: string; opens: string[] };
  /** The same of the keys of payloads: the one that encrypts now. */
  'payload-keys': { file: string; changed: boolean; encrypts: string; next: string; opens: string[] };
  provision: Provisioned;
  /** Mails that wait until an operator has seen them. `decided`: what was decided already, and takes effect within half a minute. */
  'mails-on-hold': {
    mails: {
      mail: string;
      to: string;
      subject: string;
      slot: IsoInstant;
      since: IsoInstant;
      notices: number;
      decided?: 'release' | 'drop';
      /** What it says, where it was asked for by name. */
      text?: string;
    }[];
  };
  'mails-decided': { decision: 'release' | 'drop'; reason?: string; mails: string[] };
  doctor: { ok: boolean; checks: Check[] };
  /** A ledger after its items were asked. `agree`: the lines that had nothing to be put right. */
  repair: {
    round: RoundId;
    items: number;
    agree: number;
    repaired: Repaired['repaired'];
    /** `bag`: where the record of an item lies that the ledger does not tell of. */
    differ: (StillDifferent & { bag?: string })[];
  };
  demo: Outcome;
  /** When a verb fails, whatever it is. */
  error: { error: FailureJson };
}
export type ValueName = keyof Values;
