import type { PayloadFault, SettingFault } from '../../../../codec/errors';
import type { Misuse } from '../../trouble/misuse';
import type { NamedPerson, TroubleDetail } from '../../trouble/trouble';
import type { Denied, Ended } from '../../../api/errors';
import type { Sentences } from '../sentences';

/** What is wrong with a command is said in the words of the domain. */
export type OwnTrouble = Exclude<TroubleDetail, { type: 'bad-command' }>;

/** So many people who contradict another round are told by name; more would be a wall of text. */
export const MOST_CONFLICTS = 5;

/** How the address of the server was found. */
export type AddressSource = 'environment' | 'default' | 'profile';

/** Why a verb could not be done: what is wrong, where, and what to do. */
export interface TroubleWords {
  of: Sentences<OwnTrouble>;
  misuse: Record<Misuse, (given: string, meant: string | undefined) => string>;
  /** After a refusal: for whom the person could act. */
  asDeputy: (people: readonly NamedPerson[]) => string;
  unreachable: (address: string, source: AddressSource) => string;
  /** The server does not allow what was asked with this certificate or API key. */
  forbidden: (address: string, denied: Denied) => string;
  /** The server takes nothing from this client. */
  stranger: (address: string) => string;
  /** A setting that holds a secret cannot be used. */
  badSetting: Record<SettingFault, (setting: string, file: string, code: string) => string>;
  /** What the server has cannot be opened; `key`: the id of that with which it was encrypted. */
  unreadablePayload: Record<PayloadFault, (key: string) => string>;
  /** The server has ended its workflow before its time; `how` in the words of the domain. */
  ended: (ended: Pick<Ended, 'what' | 'id'>, how: string) => string;
  /** An item that was started a moment ago. */
  notBegun: (item: string) => string;
  /** A fault of the program or the machine; says how to see more of it. */
  fault: (reason: string) => string;
}
