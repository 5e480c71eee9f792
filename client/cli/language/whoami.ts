import type { KeyId } from '../../../domain/identity';
import type { PersonId } from '../../../base/ids';
import type { Language } from '../../../domain/round/roster';
import type { Self } from '../commands/self';

export interface WhoamiWords {
  noRounds: string;
  notInRoster: string;
  /** Titles of lines. */
  key: string;
  offices: string;
  deputyFor: string;
  sides: string;
  identity: Record<Self['identity'], string>;
  state: Record<Self['key'], string>;
  /** What to do when a key cannot sign in a round; `kid` and `x` are those of the key on this machine. */
  advice: Record<Exclude<Self['key'], 'valid'>, (key: Advised) => string>;
  /** Without a key where a word is enough. */
  onlyClaimed: string;
}

export type Advised = { person: PersonId; path: string; public: { kid: KeyId; x: string } | undefined };

const publicOf = ({ public: half }: Advised): string => (half ? `kid ${half.kid}, x ${half.x}` : '');

const anotherKey = ({ person }: Advised) =>
  `请用 rectify keygen --as ${person} --key 新文件 另生成一把，并请整改办把公钥录入名册。`;

const another = ({ person }: Advised) =>
  `Make another with rectify keygen --as ${person} --key NEW-FILE, and have the office enter its public half in the roster.`;

const chinese: WhoamiWords = {
  noRounds: '现在没有在办的轮次。',
  notInRoster: '名册中没有您',
  key: '本机私钥',
  offices: '职务',
  deputyFor: '可代',
  sides: '在办事项',
  identity: {
    claimed: '身份仅为自称，未经证明（claimed）；有签名的指令仍记为签名',
    signed: '只接受签名指令（signed）',
  },
  state: {
    valid: '密钥在名册中，现在有效',
    'no-key': '本机没有可用的私钥',
    'unknown-key': '密钥不在名册中',
    'key-not-yet-valid': '密钥尚未生效',
    'key-expired': '密钥已过有效期',
    'key-revoked': '密钥已作废',
  },
  advice: {
    'no-key': ({ person, path }) =>
      `请用 rectify keygen --as ${person} 生成（写入 ${path}），并请整改办把公钥录入名册；私钥在别处的，用 --key 或 RECTIFY_KEYS 指明。`,
    'unknown-key': (key) => `请整改办把公钥录入名册：${publicOf(key)}。`,
    'key-not-yet-valid': () => '请等到名册所写的起用日期，或请整改办更正。',
    'key-expired': anotherKey,
    'key-revoked': anotherKey,
  },
  onlyClaimed: '指令将记为自称。',
};

const english: WhoamiWords = {
  noRounds: 'No round is open.',
  notInRoster: 'you are not in the roster',
  key: 'Key on this machine',
  offices: 'Offices',
  deputyFor: 'May act for',
  sides: 'Open items',
  identity: {
    claimed: 'who you are is merely claimed, not proved (claimed); signed commands are still noted as signed',
    signed: 'signed commands only (signed)',
  },
  state: {
    valid: 'the key is in the roster, and valid now',
    'no-key': 'there is no usable key on this machine',
    'unknown-key': 'the key is not in the roster',
    'key-not-yet-valid': 'the key is not valid yet',
    'key-expired': 'the key has expired',
    'key-revoked': 'the key has been revoked',
  },
  advice: {
    'no-key': ({ person, path }) =>
      `Make one with rectify keygen --as ${person} (into ${path}), and have the office enter its public half in the roster; a key that lies elsewhere is named with --key or RECTIFY_KEYS.`,
    'unknown-key': (key) => `Have the office enter the public half in the roster: ${publicOf(key)}.`,
    'key-not-yet-valid': () => 'Wait for the date in the roster, or have the office correct it.',
    'key-expired': another,
    'key-revoked': another,
  },
  onlyClaimed: 'Commands will be noted as claimed.',
};

export const WHOAMI: Record<Language, WhoamiWords> = { 'zh-CN': chinese, en: english };
