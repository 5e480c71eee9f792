import { STATUSES } from '../domain/item/states';
import { RUNGS } from '../domain/ladder/rung';
import { SEARCH_ATTRIBUTES } from '../workflows/search-attributes';
import { readConfiguration } from './configuration';
import { TEST_SEAL_KEYS } from '../testing/seals';
import { docText } from '../testing/repository';

const rowsOf = (guide: string): string[][] =>
  guide
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );

/** Settings that have no default. */
const UNSET = ['SMTP_PASSWORD', 'PAYLOAD_KEYS', 'UNSEALED_UNTIL', 'TRUST_FILE', 'TRUST_SINCE'];

describe.each([
  ['operations.md', 'Rung'],
  ['operations.zh-CN.md', '阶梯'],
])('the guide for operators, %s,', (file, rung) => {
  const rows = rowsOf(docText(file));
  const rowOf = (head: string): string[] => {
    const row = rows.find(([first]) => first === `\`${head}\``);
    if (!row) throw new Error(`no table has a row for ${head}`);
    return row;
  };

  it('has every setting of a worker with its default', () => {
    const required = {
      STORE: 'file:///srv/store',
      SMTP_URL: 'smtp://mail.example.org',
      SEAL_KEYS: TEST_SEAL_KEYS,
    };
    const { STORE, SMTP_URL, SEAL_KEYS, MAIL_FROM, PAYLOAD_KEYS, ...defaults } = readConfiguration(required);
    for (const [name, value] of Object.entries(defaults))
      expect(rowOf(name)[1]?.replaceAll('`', '')).toBe(String(value));
    expect(rowOf('MAIL_FROM')[1]).toBe(`\`${MAIL_FROM.name} <${MAIL_FROM.address}>\``);
    for (const name of [...Object.keys(required), 'HEALTH_PORT', 'METRICS_PORT', ...UNSET])
      expect(rowOf(name)[1]).toBe('–');
  });

  it('has every search attribute with its type', () => {
    for (const [name, type] of Object.entries(SEARCH_ATTRIBUTES)) expect(rowOf(name)[1]).toBe(type);
  });

  it('has every state that can be searched for', () => {
    expect(rowOf('RectStatus')[2]).toMatch(
      new RegExp(STATUSES.map((status) => `\`${status}\``).join('(?:, |、)')),
    );
  });

  it('numbers the rungs as RectRung does', () => {
    const start = rows.findIndex(([head]) => head === rung);
    expect(rows[start]?.slice(1)).toEqual(RUNGS.map((_, index) => String(index + 1)));
    expect(rows[start + 2]?.slice(1)).toEqual([...RUNGS]);
  });
});
