import type { NotANotice } from '../../../documents/notice';
import type { ItemNumber, PersonId, RoundId } from '../../../base/ids';
import type { Instant } from '../../../domain/calendar/zone';
import type { Unamendable } from '../../../domain/round/amend/plan-difference';
import type { Person } from '../../../domain/round/roster';
import type { PersonConflict } from '../../../domain/round/same-people';
import type { PlanFault } from '../../../domain/plan/fault';
import type { DocumentFault } from '../../../intake/files/fault';
import type { KeyFileFault } from '../../keys';

/** Exit codes, for scripts. */
export const EXIT = {
  done: 0,
  fault: 1,
  usage: 2,
  refused: 3,
  noSuchItem: 4,
  unreachable: 5,
  unverified: 6,
  /** Ctrl-C, as shells count it: 128 and the number of SIGINT. */
  interrupted: 130,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Why a file that somebody named cannot be taken. */
export type FileFault = 'missing' | 'folder' | 'empty' | 'unreadable';

/** Why evidence that an item knows cannot be opened: the store has no such file, or another one. */
export type EvidenceFault = 'missing' | 'damaged';

/** Everything that the CLI itself can object to. The sentences are in `language/`. */
export type TroubleDetail =
  | { type: 'no-person' }
  | { type: 'bad-value'; option: string; given: string; expected: ExpectedValue }
  | { type: 'bad-choice'; option: string; given: string; choices: readonly string[]; meant?: string }
  | { type: 'bad-item'; given: string }
  /** No round was named, and not exactly one is open. */
  | { type: 'which-round'; open: readonly RoundId[] }
  | { type: 'no-such-round'; round: RoundId; open: readonly RoundId[]; meant?: RoundId }
  | { type: 'no-such-item'; round: RoundId; number: ItemNumber; nearest: readonly ItemNumber[] }
  /** `people` are those who come nearest. */
  | { type: 'not-in-roster'; person: string; people: readonly NamedPerson[] }
  /** An opening is signed by the office, and by the head or oversight: `people`. */
  | { type: 'not-opener'; person: PersonId; people: readonly PersonId[] }
  /** A new key waits for the second signature of others. */
  | { type: 'not-countersigner'; person: PersonId; people: readonly PersonId[] }
  /** A new key has its second signature already; `from`: when it counts. */
  | { type: 'countersigned-before'; person: PersonId; from: Instant }
  /** An option that does not go with the rest. */
  | { type: 'stray-option'; option: string; because: StrayBecause }
  /** What is to be amended is as it is said. */
  | { type: 'nothing-to-amend' }
  /** The plan is to be amended by a file that is none of a plan. */
  | { type: 'no-plan-file'; path: string }
  /** A file of the plan differs in what no amendment changes. */
  | { type: 'not-to-amend'; path: string; unamendable: readonly Unamendable[] }
  /** Several keys wait for the second signature, and none was named. */
  | { type: 'which-key'; people: readonly PersonId[] }
  /** A file of pinned keys holds something else; `lines` say what. */
  | { type: 'bad-trust'; path: string; lines: readonly string[] }
  /** The plan has no code of a body to pin keys for, or nobody whose keys could be pinned. */
  | { type: 'nothing-to-pin'; path: string }
  /** Several people have this name. */
  | { type: 'ambiguous-person'; person: string; people: readonly PersonId[] }
  /** A decision needs a person who answers, or `--yes`. */
  | { type: 'needs-yes' }
  /** The items take signed commands only, and this person has no key on this machine. */
  | { type: 'no-key'; person: PersonId; path: string }
  | { type: 'bad-key'; path: string; fault: KeyFileFault }
  | { type: 'passphrases-differ' }
  /** The input has ended where a passphrase was asked for. */
  | { type: 'no-passphrase' }
  | { type: 'bad-file'; path: string; fault: FileFault }
  /** Nothing is ever overwritten. */
  | { type: 'path-exists'; path: string }
  | { type: 'not-yaml'; path: string }
  | { type: 'bad-plan'; path: string; faults: readonly PlanFault[] }
  | { type: 'bad-document'; path: string; fault: DocumentFault }
  | { type: 'unknown-format'; path: string }
  /** A document lacks what a round needs, and can only be looked at or made a plan of. */
  | { type: 'unfinished'; path: string }
  /** Our template is not complete, or breaks a rule; `people`: the names in its roster. */
  | { type: 'faulty'; path: string; faults: readonly PlanFault[]; people: readonly string[] }
  /** Nothing is missing in a document, but not everything was surely understood. */
  | { type: 'doubtful'; path: string; faults: readonly PlanFault[] }
  /** What is to be published is no finished notice of this round. */
  | { type: 'no-notice'; path: string; because: NotANotice }
  /** Figures of a notice are not the ledger's, or, without places, it cannot be read: a person has to look. */
  | { type: 'notice-unchecked'; path: string; places: readonly string[] }
  /** Something about the document itself is to be settled in it: hidden rows, formulas without values. */
  | { type: 'unsettled'; path: string; places: readonly string[] }
  | { type: 'bad-evidence'; no: number; title: string; fault: EvidenceFault }
  /** The item has no evidence yet. */
  | { type: 'no-evidence' }
  | { type: 'no-such-evidence'; no: number; files: number }
  /** Several files, and none was named. */
  | { type: 'which-evidence'; files: number }
  /** What was typed is not UTF-8; `at`: which argument, from 1; absent for an answer to a question. */
  | { type: 'argument-not-utf8'; at?: number }
  | { type: 'plan-already'; path: string }
  | { type: 'nothing-found'; path: string }
  | { type: 'cannot-write'; path: string }
  | { type: 'no-bag'; path: string }
  /** An item is merged only into one that is open. */
  | { type: 'not-open'; number: ItemNumber; status: string }
  /** The item has been reopened less often; `cycles` is its newest life. */
  | { type: 'no-such-life'; number: ItemNumber; cycle: number; cycles: number }
  /** Nothing that could be sent again has gone to this person. */
  | { type: 'nothing-sent'; person: PersonId }
  /** A file with people, a policy or a calendar; the faults are told as those of a plan. */
  | { type: 'bad-content'; path: string; faults: readonly PlanFault[] }
  | { type: 'bad-public-key'; path: string }
  /** A file of the workers' keys that holds something else, or cannot be read or written. */
  | { type: 'bad-keys-file'; path: string }
  /** Deciding on a mail takes a key of the workers. */
  | { type: 'no-seal-keys' }
  /** No mail of this name is on hold; `mails`: those that are. */
  | { type: 'not-on-hold'; mail: string; mails: readonly string[] }
  /** Somebody has decided otherwise, or something else lies there. */
  | { type: 'mail-decided'; mail: string; path: string }
  /** What is shown of a mail on hold has been changed: no worker has sealed it. */
  | { type: 'mail-changed'; mail: string; path: string }
  /** Search attributes are there with other types; `wrong` names them with the type that each has. */
  | { type: 'attribute-types'; namespace: string; wrong: readonly string[] }
  /** Items could not run: search attributes are missing, or have another type; `wrong` names them. */
  | { type: 'namespace-unready'; namespace: string; wrong: readonly string[] }
  /** People of a plan whom an open round of the body has with another name or address. */
  | { type: 'people-conflict'; conflicts: readonly PersonConflict[] }
  /** Somebody has handed in the private half of a key. */
  | { type: 'private-key'; path: string }
  /** A plan without anybody in its roster takes no keys. */
  | { type: 'no-roster'; path: string }
  /** Keys are written into plans in yaml only. */
  | { type: 'keys-need-yaml'; path: string }
  /** The people of a plan are written in a way that the program does not change. */
  | { type: 'keys-by-hand'; path: string }
  | { type: 'bad-folder'; path: string }
  /** The item has left the server, and its bag is not in the store of this machine. */
  | { type: 'no-record'; bag: string }
  /** The item has left the server, and with it the list of its mails. */
  | { type: 'mails-in-bag'; bag: string }
  /** What a command says is not of the agreed form; found before it was sent. */
  | { type: 'bad-command'; faults: { path: string; message: string }[] }
  | { type: 'round-exists'; round: RoundId; next?: RoundId | undefined }
  /** `dev` would need the port of a server that it does not know; `folder`: where its own data would be. */
  | { type: 'other-server'; address: string; folder: string }
  /** A server is there, but nothing takes up what it is asked. */
  | { type: 'no-worker'; address: string };
/** With what an option does not go: a file of the plan, one item of it, one that stays as it is, a measure that is completed. */
export type StrayBecause = 'file' | 'item' | 'keep' | 'complete';

export type TroubleType = TroubleDetail['type'];

/** A person by name and by id. */
export type NamedPerson = Pick<Person, 'id' | 'name'>;

/** What an option or argument has to be. */
export type ExpectedValue =
  | 'date'
  | 'date-ahead'
  | 'whole-number'
  | 'origin'
  | 'person'
  | 'person-id'
  | 'round'
  | 'measure'
  | 'of-measure'
  | 'of-new-item'
  | 'evidence'
  | 'result'
  | 'yuan'
  | 'life'
  | 'date-order'
  | 'docx'
  | 'html'
  | 'plan-to-be';

export const EXIT_OF: Record<TroubleType, ExitCode> = {
  'no-person': EXIT.usage,
  'bad-value': EXIT.usage,
  'bad-choice': EXIT.usage,
  'bad-item': EXIT.usage,
  'which-round': EXIT.usage,
  'no-such-round': EXIT.noSuchItem,
  'no-such-item': EXIT.noSuchItem,
  'not-in-roster': EXIT.usage,
  'not-opener': EXIT.usage,
  'not-countersigner': EXIT.usage,
  'countersigned-before': EXIT.usage,
  'stray-option': EXIT.usage,
  'nothing-to-amend': EXIT.usage,
  'no-plan-file': EXIT.usage,
  'not-to-amend': EXIT.usage,
  'which-key': EXIT.usage,
  'bad-trust': EXIT.usage,
  'nothing-to-pin': EXIT.usage,
  'ambiguous-person': EXIT.usage,
  'needs-yes': EXIT.usage,
  'no-key': EXIT.usage,
  'bad-key': EXIT.usage,
  'passphrases-differ': EXIT.usage,
  'no-passphrase': EXIT.usage,
  'bad-file': EXIT.usage,
  'path-exists': EXIT.usage,
  'not-yaml': EXIT.usage,
  'bad-plan': EXIT.usage,
  'bad-document': EXIT.usage,
  'unknown-format': EXIT.usage,
  unfinished: EXIT.usage,
  faulty: EXIT.usage,
  doubtful: EXIT.usage,
  unsettled: EXIT.usage,
  'bad-evidence': EXIT.unverified,
  'no-evidence': EXIT.noSuchItem,
  'no-such-evidence': EXIT.noSuchItem,
  'which-evidence': EXIT.usage,
  'no-notice': EXIT.usage,
  'notice-unchecked': EXIT.usage,
  'argument-not-utf8': EXIT.usage,
  'plan-already': EXIT.usage,
  'nothing-found': EXIT.usage,
  'cannot-write': EXIT.usage,
  'no-bag': EXIT.usage,
  'not-open': EXIT.usage,
  'no-such-life': EXIT.noSuchItem,
  'nothing-sent': EXIT.usage,
  'bad-content': EXIT.usage,
  'bad-public-key': EXIT.usage,
  'bad-keys-file': EXIT.usage,
  'no-seal-keys': EXIT.usage,
  'not-on-hold': EXIT.noSuchItem,
  'mail-decided': EXIT.refused,
  'mail-changed': EXIT.refused,
  'attribute-types': EXIT.fault,
  'namespace-unready': EXIT.fault,
  'people-conflict': EXIT.refused,
  'private-key': EXIT.usage,
  'no-roster': EXIT.usage,
  'keys-need-yaml': EXIT.usage,
  'keys-by-hand': EXIT.usage,
  'bad-folder': EXIT.usage,
  'no-record': EXIT.noSuchItem,
  'mails-in-bag': EXIT.noSuchItem,
  'bad-command': EXIT.usage,
  'round-exists': EXIT.refused,
  'other-server': EXIT.fault,
  'no-worker': EXIT.fault,
};

/** Thrown by a verb that cannot go on; nothing has been changed then. */
export class Trouble extends Error {
  override readonly name = 'Trouble';
  constructor(readonly detail: TroubleDetail) {
    super(detail.type);
  }
}
