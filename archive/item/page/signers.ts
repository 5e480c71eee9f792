import { readable } from '../../../domain/calendar/zone';
import { type KeyId, kidOf, type PublicKey } from '../../../domain/identity';
import type { PersonId } from '../../../base/ids';
import type { Author, LogEntry } from '../../../domain/item/log';
import { html, type Markup } from '../../../base/markup';
import type { Roster } from '../../../domain/round/roster';
import { type Cell, code, named, section, table, who, zh } from './parts';

/** The name of the key that has signed an act; undefined for one that is only claimed. */
const keyOf = (author: Author): KeyId | undefined =>
  author.identity === 'signed' ? kidOf(author.jws) : undefined;

/** A key that has signed, whose it is, and which entries it has signed. */
export type Signer = { kid: KeyId; by: PersonId; entries: number[] };

/** Every key that has signed, in the order of its first signature. */
export const signersOf = (log: readonly Pick<LogEntry, 'seq' | 'author'>[]): Signer[] => {
  const signers = new Map<string, Signer>();
  for (const { seq, author } of log) {
    const kid = author && keyOf(author);
    if (!kid) continue;
    const signer = signers.get(`${kid} ${author.by}`) ?? { kid, by: author.by, entries: [] };
    signer.entries.push(seq);
    signers.set(`${kid} ${author.by}`, signer);
  }
  return [...signers.values()];
};

/** How it is known who did something: 签名 with the number of the key in the annex, 自称, or nobody did it. */
export const knownBy = (author: Author | undefined, signers: readonly Signer[]): Cell => {
  if (!author) return undefined;
  const how = zh.identity[author.identity];
  if (author.identity === 'claimed') return html`<span class="claimed">${how}</span>`;
  const place = signers.findIndex(({ kid, by }) => kid === keyOf(author) && by === author.by);
  return html`<span class="n">${how} ${place < 0 ? undefined : `钥${place + 1}`}</span>`;
};

const goodFor = ({ from, until, revoked }: PublicKey): string =>
  named([
    ['启用', readable(from)],
    ['停用', until === undefined ? undefined : readable(until)],
    ['作废', revoked === undefined ? undefined : readable(revoked)],
  ]);

/** A script that checks the signature of an entry with common tools and prints what was signed. Writes to its folder. */
const checkOf = (seq: number): string => `BAG=归档包的路径
unbase64url() { tr -d '\\n' | tr '_-' '/+' | awk '{ while (length % 4) $0 = $0 "="; print }' | base64 -d; }
jq -r 'select(.seq == ${seq}) | .author.jws' "$BAG/data/log.ndjson" > decision.jws
KID=$(cut -d. -f1 decision.jws | unbase64url | jq -r .kid)
X=$(jq -r --arg kid "$KID" '.people[].keys[]? | select(.kid == $kid) | .x' "$BAG/data/people.json")
{ printf '\\060\\052\\060\\005\\006\\003\\053\\145\\160\\003\\041\\000'; printf %s "$X" | unbase64url; } > key.der
cut -d. -f1,2 decision.jws | tr -d '\\n' > input
cut -d. -f3 decision.jws | unbase64url > signature
openssl pkeyutl -verify -pubin -keyform DER -inkey key.der -rawin -in input -sigfile signature
cut -d. -f2 decision.jws | unbase64url`;

/** The public keys of those who signed, and how to check a signature with nothing but common tools. */
export const keys = (roster: Roster, signers: readonly Signer[]): Markup | undefined => {
  const first = signers[0]?.entries[0];
  if (first === undefined) return undefined;
  const rows = signers.map(({ kid, by, entries }, index): Cell[] => {
    const key = roster.people.find(({ id }) => id === by)?.keys?.find((one) => one.kid === kid);
    const x = key ? code(key.x) : html`<span class="claimed">名册中没有这个公钥</span>`;
    return [`钥${index + 1}`, who(by, roster), code(kid), x, key && goodFor(key), entries.join('、')];
  });
  return section(
    '附：签名人公钥',
    html`${table(['', '签名人', '公钥编号 kid', '公钥 x', '有效期', '所签各条'], rows)}
      <p>
        各条签名为紧凑格式的 JWS（RFC 7515，EdDSA、Ed25519，RFC 8037），在 log.ndjson 该条的 author.jws
        中，所签的是整条指令。公钥编号是公钥的 SHA-256 指纹（RFC 7638），请与本单位所存的公钥登记核对。
        ${`以第 ${first} 条为例，在归档包之外的空文件夹中运行以下命令（bash、jq、OpenSSL 3）即可核验，末行给出所签的内容：`}
      </p>
      <pre>${checkOf(first)}</pre>`,
  );
};
