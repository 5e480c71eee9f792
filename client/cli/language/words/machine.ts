import type { Provisioned } from '../../../api/provision';
import type { Why } from '../../../api/repair-ledger';
import type { ItemNumber, PersonId } from '../../../../base/ids';
import type { IsoInstant } from '../../../../domain/calendar/iso';
import type { KeyId } from '../../../../domain/identity';
import type { Self } from '../../commands/self';
import type { Shell } from '../../completion/scripts';
import type { CheckName, FoundWords } from '../../verbs/machine/checks/names';

/** This machine: its keys, its environment, its shell. */
export interface MachineWords {
  keygen: KeygenWords;
  whoami: WhoamiWords;
  sealKeys: KeysWords;
  payloadKeys: KeysWords;
  codecServer: {
    started: (url: string, origin: string) => string;
    /** Whoever is on the way can read along. */
    open: (host: string) => string;
  };
  mail: MailOnHoldWords;
  repair: RepairWords;
  /** A line for each thing that was done, or for what was found. */
  provision: (done: Provisioned) => string[];
  doctor: { check: Record<CheckName, string>; advice: Record<CheckName, string>; found: FoundWords };
  /** Said on a screen, where a script is of no use. */
  completion: (shell: Shell) => string;
}

/** A file of keys of which one is in use. */
interface KeysWords {
  done: (file: string, inUse: string) => string;
  kept: (file: string) => string;
  next: (next: string) => string;
}

interface KeygenWords {
  passphrase: (path: string) => string;
  /** How often it may still be tried. */
  mistyped: (left: number) => string;
  newPassphrase: string;
  again: string;
  done: (path: string) => string;
  next: (person: PersonId) => string;
  /** With `--renew`: where the new key lies, and where it belongs once it is registered. */
  renewed: (person: PersonId, path: string, own: string) => string;
}

/** Mails that wait until an operator has seen them. */
interface MailOnHoldWords {
  head: Record<'mail' | 'to' | 'subject' | 'since' | 'notices' | 'decided', string>;
  decided: Record<'release' | 'drop', string>;
  nothing: string;
  /** Said where the workers' keys are not there. */
  unchecked: string;
  /** Of something in the store that no worker's key has sealed. */
  forged: (path: string) => string;
  /** What to do with them. */
  next: string;
  done: Record<'release' | 'drop', (mails: number) => string>;
}

/** A ledger whose lines are compared with what their items say. Fields have the names that they have in JSON. */
interface RepairWords {
  repaired: (item: ItemNumber, fields: readonly string[]) => string;
  differs: (item: ItemNumber, fields: readonly string[]) => string;
  why: Record<Why, string>;
  again: (time: IsoInstant) => string;
  inBag: (path: string) => string;
  totals: (counts: Record<'items' | 'agree' | 'repaired' | 'differ', number>) => string;
}

/** The key on this machine. */
export type Advised = { person: PersonId; path: string; public: { kid: KeyId; x: string } | undefined };

interface WhoamiWords {
  noRounds: string;
  notInRoster: string;
  /** Titles of lines. */
  key: string;
  offices: string;
  deputyFor: string;
  sides: string;
  identity: Record<Self['identity'], string>;
  state: Record<Self['key'], string>;
  /** What to do when a key cannot sign in a round. */
  advice: Record<Exclude<Self['key'], 'valid'>, (key: Advised) => string>;
  /** Without a key where a word is enough. */
  onlyClaimed: string;
}
