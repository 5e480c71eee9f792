import { count } from '../../../base/plural';
import type { RoundWords } from './words';

const keyOf = (person: string | undefined): string =>
  person === undefined ? 'your key' : `the key of ${person}`;

/** What mails say of a round itself. */
export const ENGLISH_ROUND: RoundWords = {
  group: 'Keys and the round itself',
  summary: (day, lines) => `As of ${day}: ${count(lines, 'notice')} about keys or a round.`,
  tag: {
    'key-proposed': 'Key replacement asked for',
    'key-countersigned': 'Key to be replaced',
    'key-replaced': 'Key replaced',
    'key-revoked': 'Key revoked',
    'key-registered': 'Key registered',
    'key-lapsed': 'Key request lapsed',
    'second-asked': 'Waits for countersignature',
    'second-lapsed': 'Not countersigned',
    'plan-amended': 'Plan amended',
    'amendment-conflict': 'Amendment to be decided',
    'import-undone': 'Import undone',
    'address-changed': 'Address changed',
    'policy-changed': 'New policy',
    'opening-waiting': 'Round waits for you',
    'opening-lapsed': 'Round not opened',
    'start-blocked': 'Item not started',
    undeliverable: 'Mail not delivered',
    report: 'Report',
  },
  said: {
    'key-proposed': ({ by, person }) =>
      `${by ?? 'The rectification office'} asks to replace ${keyOf(person)}. It needs the countersignature of the head or oversight and takes effect a full working day after that; until then the old key stays valid.`,
    'key-countersigned': ({ by, person, at }) =>
      `${by ?? 'A second person'} has countersigned the request to replace ${keyOf(person)}${at ? `; it takes effect on ${at}` : ''}. Until then the old key stays valid.`,
    'key-replaced': ({ by, person }) =>
      `${by ? `At the request of ${by}, ` : ''}${keyOf(person)} was replaced. The old key can no longer sign; what it has signed stays valid.`,
    'key-revoked': ({ by, person }) =>
      `${by ?? 'The rectification office'} has revoked ${keyOf(person)}: it can no longer sign anything.`,
    'key-registered': ({ by, person }) =>
      `${by ?? 'The rectification office'} has registered a key for ${person ?? 'you'}. It is valid at once.`,
    'key-lapsed': ({ person }) =>
      `Nobody countersigned the request to replace ${keyOf(person)} in time. It has lapsed; nothing has changed.`,
    'second-asked': ({ by, what }) =>
      `${by ?? 'The rectification office'} has given a command that needs a second signature${what ? ` (${what})` : ''}. Nothing changes until it is countersigned.`,
    'second-lapsed': ({ what, by }) =>
      by === undefined
        ? `Nobody countersigned in time${what ? ` (${what})` : ''}: the command has lapsed; nothing has changed.`
        : `${by} has decided otherwise meanwhile, so the command that waited to be countersigned${what ? ` (${what})` : ''} has lapsed; nobody need sign it.`,
    'plan-amended': ({ by }) =>
      `${by ?? 'The rectification office'} has put a new version of the plan in force. Those whose items it concerns have been told.`,
    'import-undone': ({ by }) =>
      `${by ?? 'The rectification office'} has undone the import of this round: all its items are withdrawn, and nobody is reminded of them any more. Those concerned have been told.`,
    'amendment-conflict': () =>
      'An item had moved on and could not take an amendment of the plan; it stays as it was until somebody decides.',
    'address-changed': ({ by, person }) =>
      `${by ?? 'The rectification office'} has changed ${person === undefined ? 'your mail address' : `the mail address of ${person}`}. From now on mail goes to the new address only.`,
    'policy-changed': ({ by }) =>
      `${by ?? 'The rectification office'} has put a new policy in force. If you did not agree to what it changes, talk to the office.`,
    'opening-waiting': ({ by, at }) =>
      `${by ?? 'The rectification office'} has signed the opening of this round. It starts once a second person has countersigned${at ? `, by ${at}` : ''}.`,
    'opening-lapsed': () =>
      'Nobody countersigned in time: the round was not opened, and nothing was started.',
    'start-blocked': () =>
      'An item could not be started: something else on the Temporal server has the name of its workflow. The round goes on, and tries again every ten minutes.',
    report: () => 'How the round stands.',
    undeliverable: () => 'A mail about keys or the round was refused by the mail server of its recipient.',
  },
  label: {
    kid: 'New key',
    former: 'Old key',
    since: 'Since',
    force: 'Takes effect',
    until: 'Countersign by',
    sentTo: 'Note',
  },
  written: {
    'key-proposed': 'Note',
    'key-countersigned': 'Note',
    'key-replaced': 'Note',
    'key-revoked': 'Reason',
    'key-registered': 'Note',
    'key-lapsed': 'Note',
    'second-asked': 'Items and reason',
    'second-lapsed': 'Items and reason',
    'plan-amended': 'Items and reason',
    'amendment-conflict': 'Item',
    'import-undone': 'Items and reason',
    'address-changed': 'Old and new address',
    'policy-changed': 'Changed, before → after',
    'opening-waiting': 'Note',
    'opening-lapsed': 'Note',
    'start-blocked': 'Item',
    undeliverable: 'Recipient and reason',
    report: 'Note',
  },
  sentToFormer: 'This mail also goes to the address that was registered for you before.',
  todo: {
    concerned:
      'If you did not ask for this, call the rectification office or oversight at once. The office, the head and oversight can revoke a key (rectify revoke-key); one of the head or oversight only they can.',
    revoke: 'If something is wrong, revoke the key.',
    countersign:
      'Compare the new key with its owner, in person or by telephone. Countersign if it is right, revoke it if not.',
    opening: 'Look at what is opened, then countersign.',
    second: 'Look at what is to be changed, then countersign, or leave it to lapse.',
    again: 'If it is still wanted, give the command again.',
    conflict:
      'See why with rectify round, then amend the item anew, or leave it as it is (rectify amend ITEM --keep --reason TEXT).',
    import: 'If the round is still to be opened, import the plan again.',
    blocked: 'Ask whoever operates the server to find out who started it, and to end it.',
    register: 'If the key is still to be replaced, ask again.',
    undeliverable: "Check the recipient's mail address, and tell them some other way.",
  },
};
