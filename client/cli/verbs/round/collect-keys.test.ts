import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readPlan } from '../../../../domain/plan/read';
import { exampleText } from '../../../../testing/repository';
import { jsonOf } from '../../../../testing/json-of';
import { aScreen } from '../../../../testing/screen';
import { scratchFolder } from '../../../../testing/store';
import { generateKey, readKeyFile, type SigningKey, writeKeyFile } from '../../../keys';
import type { Values } from '../../json/values';
import { run } from '../../main';

const NAMES = ['李军', '王明', '王明远', '张三', '李四', '赵六', '孙七'];
const PLAN = NAMES.reduce(
  (text, name, index) => text.replace(`name: ${'甲乙丙丁戊己庚'[index] ?? ''}\n`, `name: ${name}\n`),
  exampleText('starter'),
);

/** A plan and a folder with what people have sent. */
const office = async (sent: Record<string, string | Buffer>, plan = PLAN) => {
  const folder = await scratchFolder();
  const keys = join(folder, '公钥');
  const path = join(folder, 'plan.yaml');
  await mkdir(keys);
  await writeFile(path, plan);
  for (const [name, text] of Object.entries(sent)) await writeFile(join(keys, name), text);
  const collect = async (...more: string[]) => {
    const screen = aScreen();
    const args = ['keys', 'collect', keys, path, ...more];
    const exit = await run(args, screen);
    const { out, err } = screen.written;
    const json = more.includes('--json') ? (jsonOf(args, out) as Values['keys']) : undefined;
    return { exit, out, err, json };
  };
  const ringOf = async (id: string) => {
    const reading = readPlan(await readFile(path, 'utf8'), 'keys-later');
    return reading.ok ? reading.plan.roster.people.find((one) => one.id === id)?.keys : reading.faults;
  };
  return { collect, ringOf, path };
};

const yamlOf = ({ kid, x }: Pick<SigningKey, 'kid' | 'x'>, from = '2026-11-29') =>
  `keys:\n  - kid: ${kid}\n    x: ${x}\n    from: ${from}\n`;

test('what keygen prints, sent in any of its forms, goes to its owner', async () => {
  const folder = await scratchFolder();
  const keygen = async (person: string, ...more: string[]) => {
    const screen = aScreen({ environment: { XDG_CONFIG_HOME: folder } });
    await run(['keygen', '--as', person, ...more], screen);
    return screen.written.out;
  };
  const [a, b, c, d] = [generateKey(), generateKey(), generateKey(), generateKey()];
  const { collect, ringOf } = await office({
    '收到的公钥.yaml': await keygen('p01'),
    '收到的公钥(1).json': await keygen('p02', '--json'),
    '王明远的公钥.txt': `您好：\r\n我的公钥如下\r\nkeys:\r\n- kid: ${a.kid}\r\nx: ${a.x}\r\nfrom: 2026-11-29\r\n谢谢！`,
    'p04.yaml': yamlOf(b),
    '李四 - 副本 (2).yaml': Buffer.from(`\ufeff${yamlOf(c)}`, 'utf16le'),
    'pubkey_赵六.txt': `kid：${d.kid}\nx：${d.x}`,
  });
  const { exit, json } = await collect('--json');
  expect(json?.refused).toEqual([]);
  expect(exit).toBe(0);
  expect(json?.without).toEqual([{ person: 'p07', name: '孙七', needed: false }]);
  for (const [person, { kid, x }] of [
    ['p03', a],
    ['p04', b],
    ['p05', c],
    ['p06', d],
  ] as const)
    expect(await ringOf(person)).toMatchObject([{ kid, x }]);
  for (const person of ['p01', 'p02']) {
    const { kid, x } = await readKeyFile(join(folder, 'rectify', 'keys', `${person}.json`));
    expect(await ringOf(person)).toMatchObject([{ kid, x }]);
  }
});

test('the table shows who has which key, and who with work has none', async () => {
  const key = generateKey();
  const { collect } = await office({ 'p03.yaml': yamlOf(key) });
  const { out } = await collect();
  expect(out).toMatch(new RegExp(`p03 +王明远 +${key.kid} +已登记 +p03.yaml`));
  expect(out).toContain('在本轮次中有任务的：p01 李军、p02 王明、p04 张三');
  expect(out).toContain('还没有公钥的：p05 李四、p06 赵六、p07 孙七');
});

test('a dry run writes nothing, and a second run changes nothing', async () => {
  const { collect, path } = await office({ 'p03.yaml': yamlOf(generateKey()) });
  expect((await collect('--dry-run', '--json')).json).toMatchObject({
    written: false,
    keys: [{ outcome: 'added' }],
  });
  expect(await readFile(path, 'utf8')).toBe(PLAN);
  await collect();
  const after = await readFile(path, 'utf8');
  expect((await collect('--json')).json).toMatchObject({ written: false, keys: [{ outcome: 'unchanged' }] });
  expect(await readFile(path, 'utf8')).toBe(after);
});

test.each(['', '口令'])(
  'a private half is refused, and its owner has to make another key (passphrase "%s")',
  async (passphrase) => {
    const file = join(await scratchFolder(), 'p03.json');
    const key = generateKey();
    await writeKeyFile(file, key, passphrase);
    const good = generateKey();
    const { collect, ringOf } = await office({ 'p03.json': await readFile(file), 'p04.yaml': yamlOf(good) });
    const { exit, out } = await collect();
    expect(exit).toBe(3);
    expect(out).toMatch(new RegExp(`p03.json：这是私钥（${key.kid}）！.*重新生成`));
    expect(await ringOf('p03')).toBeUndefined();
    expect(await ringOf('p04')).toMatchObject([{ kid: good.kid }]);
  },
);

describe('nothing is written for', () => {
  const refusedOf = async (sent: Record<string, string | Buffer>, plan?: string) => {
    const { collect, path } = await office(sent, plan);
    const before = await readFile(path, 'utf8');
    const { exit, json } = await collect('--json');
    expect(await readFile(path, 'utf8')).toBe(before);
    expect(exit).toBe(3);
    return json?.refused;
  };
  const key = generateKey();
  const other = generateKey();

  test('a name that is not in the roster, which is told with those that are near', async () => {
    expect(await refusedOf({ '李君.yaml': yamlOf(key) })).toEqual([
      {
        file: '李君.yaml',
        type: 'unknown-person',
        said: '李君',
        near: [
          { id: 'p01', name: '李军' },
          { id: 'p05', name: '李四' },
        ],
      },
    ]);
  });

  test('two people with one key', async () => {
    expect(await refusedOf({ 'p03.yaml': yamlOf(key), 'p04.yaml': yamlOf(key) })).toMatchObject([
      { file: 'p03.yaml', type: 'shared-key', people: [{ id: 'p03' }, { id: 'p04' }] },
      { file: 'p04.yaml', type: 'shared-key' },
    ]);
  });

  test('a key that another person has in the plan', async () => {
    const plan = PLAN.replace(
      '- id: p01\n',
      `- id: p01\n      ${yamlOf(key).trimEnd().replaceAll('\n', '\n      ')}\n`,
    );
    expect(await refusedOf({ 'p03.yaml': yamlOf(key) }, plan)).toMatchObject([
      { type: 'shared-key', people: [{ id: 'p03' }, { id: 'p01' }] },
    ]);
  });

  test('two keys of one person', async () => {
    expect(await refusedOf({ 'p03.yaml': yamlOf(key), '王明远.yaml': yamlOf(other) })).toMatchObject([
      { type: 'two-keys' },
      { type: 'two-keys' },
    ]);
  });

  test.each([
    [
      'a point of small order',
      `x: ${Buffer.alloc(32).toString('base64url')}\nkid: ${key.kid}`,
      'damaged-key',
    ],
    ['the wrong kid', yamlOf({ kid: other.kid, x: key.x }), 'damaged-key'],
    ['half of the key', `kid: ${key.kid}`, 'damaged-key'],
    ['two keys', yamlOf(key) + yamlOf(other), 'several-keys'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 0xff, 0xfe]), 'no-key'],
    ['a greeting', '公钥见附件', 'no-key'],
  ])('%s', async (_, text, type) => {
    expect(await refusedOf({ 'p03.txt': text })).toMatchObject([{ file: 'p03.txt', type }]);
  });

  test('a file whose name and text name two people', async () => {
    const json = JSON.stringify({ person: 'p04', key: { kid: key.kid, x: key.x, from: '2026-11-29' } });
    expect(await refusedOf({ '王明远.json': json })).toMatchObject([{ type: 'names-differ' }]);
  });

  test('somebody of whom the plan has another key, until that is said to be replaced', async () => {
    const { collect, ringOf, path } = await office({ 'p03.yaml': yamlOf(key) });
    await collect();
    await writeFile(join(path, '..', '公钥', 'p03.yaml'), yamlOf(other));
    const { exit, json } = await collect('--json');
    expect(exit).toBe(3);
    expect(json?.refused).toMatchObject([{ type: 'other-key', known: [key.kid], kid: other.kid }]);
    expect(await ringOf('p03')).toMatchObject([{ kid: key.kid }]);
    expect((await collect('--replace', '王明远', '--json')).json?.keys).toMatchObject([
      { outcome: 'replaced' },
    ]);
    expect(await ringOf('p03')).toMatchObject([{ kid: other.kid }]);
  });
});

test.each([
  [['keys', 'collect', '/nowhere', 'plan.xlsx'], '--write plan.yaml'],
  [['keys', 'colect', '/nowhere', 'plan.yaml'], 'collect'],
  [['keys', 'collect', '/nowhere', '/nowhere/plan.yaml'], '/nowhere/plan.yaml'],
])('%j says what would be right', async (args, said) => {
  const screen = aScreen();
  expect(await run(args, screen)).toBe(2);
  expect(screen.written.err).toContain(said);
});
