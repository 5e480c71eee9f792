/** What is wrong with a setting that holds a secret. */
export type SettingFault =
  /** It is given itself, and as a file. */
  | 'twice'
  | 'empty'
  | 'unreadable'
  /** It is set, and is something else than it must be. */
  | 'malformed'
  | 'missing'
  | 'short';

/** A setting that holds a secret cannot be used. Its value is nowhere in this; `code`: why the file cannot be read. */
export class BadSetting extends Error {
  override readonly name = 'BadSetting';
  constructor(
    readonly setting: string,
    readonly fault: SettingFault,
    readonly file = '',
    readonly code = '',
  ) {
    super(`${setting}: ${fault} ${file} ${code}`.trimEnd());
  }
}

/** Why a payload cannot be opened: its key is not there, or it was changed, or encrypted for another namespace. */
export type PayloadFault = 'no-key' | 'damaged';

const SAID: Record<PayloadFault, (keyId: string) => string> = {
  'no-key': (keyId) =>
    `encrypted with the key "${keyId}", which is not in PAYLOAD_KEYS (or in the file that PAYLOAD_KEYS_FILE names)`,
  damaged: (keyId) =>
    `encrypted with the key "${keyId}", but not with the one of that id in PAYLOAD_KEYS, or for another namespace, or changed since`,
};

/** A payload cannot be opened. The message names the key and the setting, never what the payload holds. */
export class PayloadUnreadable extends Error {
  override readonly name = 'PayloadUnreadable';
  constructor(
    readonly fault: PayloadFault,
    readonly keyId: string,
  ) {
    super(SAID[fault](keyId));
  }
}
