import { chmod, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readPlan } from '../../../domain/plan/read';
import { changed } from '../../../testing/plan';
import { type PublicKey, verifyJws } from '../../../domain/identity';
import { itemId, ItemNumber, PersonId, RoundId } from '../../../base/ids';
import { instant } from '../../../domain/calendar/zone';
import { Policy } from '../../../domain/round/policy';
import { aCommand, anItem, NOW } from '../../../testing/item';
import { aContext, ROSTER } from '../../../testing/world';
import { scratchFolder } from '../../../testing/store';
import { run } from '../main';
import type { Cli } from '../context';
import { cliWords } from '../language';
import { generateKey, readKeyFile, type SigningKey, writeKeyFile } from '../../keys';
import { defaultKeyPath, signerFor, signersOf } from './signing';
import { Paper } from '../terminal/paper';
import { aScreen } from '../../../testing/screen';
import { jsonOf } from '../../../testing/json-of';

const yi = PersonId.parse('yi');

type Options = Parameters<typeof aScreen>[0] & { key?: string };

const contextOf = (folder: string, { key, environment, ...more }: Options = {}) => {
  const terminal = aScreen({ ...more, environment: { ...environment, XDG_CONFIG_HOME: folder } });
  const paper = new Paper(terminal.out, terminal);
  const cli: Cli = {
    terminal,
    language: 'zh-CN',
    say: cliWords('zh-CN'),
    out: paper,
    err: paper,
    round: undefined,
    person: 'yi',
    key,
    exitCode: 0,
  };
  return { cli, terminal };
};

const strict = { context: aContext({ policy: Policy.parse({ identity: 'signed' }) }), now: NOW };
const lenient = { context: aContext(), now: NOW };
const command = aCommand(anItem(), 'acknowledge', NOW);

/** The lenient round, in whose roster this person has the key. */
const lenientWith = ({ kid, x }: Pick<SigningKey, 'kid' | 'x'>, more: Partial<PublicKey> = {}) => {
  const people = ROSTER.people.map((one) =>
    one.id === yi ? { ...one, keys: [{ kid, x, from: NOW, ...more }] } : one,
  );
  return { context: aContext({ roster: { ...ROSTER, people } }), now: NOW };
};

describe('a command', () => {
  test('is signed with the key of the person who gives it, wherever there is one', async () => {
    const folder = await scratchFolder();
    const key = generateKey();
    const { cli, terminal } = contextOf(folder);
    await writeKeyFile(defaultKeyPath(terminal.environment, yi), key);
    for (const view of [strict, lenientWith(key)]) {
      const sign = await signerFor(cli, yi, [view]);
      expect(verifyJws(sign?.(command) ?? '', key)).toEqual({ payload: command });
    }
  });

  test('is only claimed without a key, and not given where that is not enough', async () => {
    const { cli } = contextOf(await scratchFolder());
    expect(await signerFor(cli, yi, [lenient])).toBeUndefined();
    await expect(signerFor(cli, yi, [lenient, strict])).rejects.toMatchObject({ detail: { type: 'no-key' } });
  });

  test('is never only claimed when a key was named', async () => {
    const folder = await scratchFolder();
    const { cli } = contextOf(folder, { key: join(folder, 'none.json') });
    await expect(signerFor(cli, yi, [lenient])).rejects.toMatchObject({
      detail: { type: 'bad-key', fault: 'missing' },
    });
  });

  test.each([
    ['is not in its roster', () => lenient],
    ['has been revoked there', (key: SigningKey) => lenientWith(key, { revoked: NOW })],
    ['has expired there', (key: SigningKey) => lenientWith(key, { from: instant(0), until: NOW })],
  ])('is only claimed, and says so, where a round takes that and the key %s', async (_, round) => {
    const { cli, terminal } = contextOf(await scratchFolder());
    const [path, key] = [defaultKeyPath(terminal.environment, yi), generateKey()];
    // Nobody is asked for the passphrase of a key that is of no use.
    await writeKeyFile(path, key, '口令');
    expect(await signerFor(cli, yi, [round(key)])).toBeUndefined();
    expect(terminal.written.out).toContain(`本机的密钥（${path}）在轮次 2021-03 中不能签名`);
  });

  test('is signed in the rounds that know the key when it goes to others too', async () => {
    const { cli, terminal } = contextOf(await scratchFolder());
    const key = generateKey();
    await writeKeyFile(defaultKeyPath(terminal.environment, yi), key);
    const other = { ...lenient, context: { ...lenient.context, round: { id: RoundId.parse('2021-04') } } };
    const sign = await signerFor(cli, yi, [lenientWith(key), other]);
    expect(sign?.(command)).toBeDefined();
    expect(
      sign?.({ ...command, item: itemId(other.context.round.id, ItemNumber.parse('1.2')) }),
    ).toBeUndefined();
  });

  test('is signed with a key that was named, whatever the round knows', async () => {
    const folder = await scratchFolder();
    const named = join(folder, 'named.json');
    await writeKeyFile(named, generateKey());
    expect((await signerFor(contextOf(folder, { key: named }).cli, yi, [lenient]))?.(command)).toBeDefined();
  });

  test('is never only claimed because a key cannot be used', async () => {
    const { cli, terminal } = contextOf(await scratchFolder());
    const path = defaultKeyPath(terminal.environment, yi);
    const key = generateKey();
    await writeKeyFile(path, key);
    await chmod(path, 0o644);
    await expect(signerFor(cli, yi, [lenientWith(key)])).rejects.toMatchObject({
      detail: { type: 'bad-key', fault: 'permissions-too-wide' },
    });
  });

  test('is signed with a locked key by the passphrase of the environment, of a file, or one that is typed', async () => {
    const folder = await scratchFolder();
    const path = defaultKeyPath({ XDG_CONFIG_HOME: folder }, yi);
    await writeKeyFile(path, generateKey(), '口令');
    const typed = contextOf(folder, { interactive: true, answers: ['口令'] });
    const known = contextOf(folder, { environment: { RECTIFY_PASSPHRASE: '口令' } });
    const file = join(folder, 'passphrase');
    await writeFile(file, '口令\n');
    const filed = contextOf(folder, { environment: { RECTIFY_PASSPHRASE_FILE: file } });
    for (const { cli } of [typed, known, filed]) expect(await signerFor(cli, yi, [strict])).toBeDefined();
    expect(typed.terminal.questions).toHaveLength(1);
    await expect(signerFor(contextOf(folder).cli, yi, [strict])).rejects.toMatchObject({
      detail: { type: 'bad-key', fault: 'passphrase-needed' },
    });
  });
});

describe('a passphrase', () => {
  const locked = async (answers: string[], more: Options = {}) => {
    const folder = await scratchFolder();
    await writeKeyFile(defaultKeyPath({ XDG_CONFIG_HOME: folder }, yi), generateKey(), '口令');
    return contextOf(folder, { interactive: true, answers, ...more });
  };

  test('that was mistyped is asked for again, three times in all', async () => {
    const { cli, terminal } = await locked(['口今', '', '口令']);
    expect(await signerFor(cli, yi, [strict])).toBeDefined();
    expect(terminal.questions).toHaveLength(3);
    expect(terminal.written.out).toBe('口令不对，还可以输入 2 次。\n口令不对，还可以输入 1 次。\n');
  });

  test('is not asked for a fourth time', async () => {
    const { cli, terminal } = await locked(['1', '2', '3', '口令']);
    await expect(signerFor(cli, yi, [strict])).rejects.toMatchObject({
      detail: { type: 'bad-key', fault: 'wrong-passphrase' },
    });
    expect(terminal.questions).toHaveLength(3);
  });

  test('that is wrong in the environment is told at once: nobody has mistyped it', async () => {
    const { cli, terminal } = await locked([], { environment: { RECTIFY_PASSPHRASE: '口今' } });
    await expect(signerFor(cli, yi, [strict])).rejects.toMatchObject({
      detail: { type: 'bad-key', fault: 'wrong-passphrase' },
    });
    expect(terminal.questions).toEqual([]);
  });

  test('that nobody gives is no wrong one', async () => {
    const { cli } = await locked([]);
    await expect(signerFor(cli, yi, [strict])).rejects.toMatchObject({ detail: { type: 'no-passphrase' } });
  });

  test('that was typed once signs several commands', async () => {
    const { cli, terminal } = await locked(['口令']);
    const signers = signersOf(cli);
    for (const view of [strict, strict]) expect(await signers(yi, [view])).toBeDefined();
    expect(terminal.questions).toHaveLength(1);
  });
});

describe('rectify keygen', () => {
  const keygen = async (folder: string, more: string[] = [], options: Options = {}) => {
    const screen = aScreen({ ...options, environment: { ...options.environment, XDG_CONFIG_HOME: folder } });
    const exit = await run(['keygen', '--as', 'handler', ...more], screen);
    return { exit, screen, path: join(folder, 'rectify', 'keys', 'handler.json') };
  };

  test('makes a key for its owner only, and prints what a plan reads', async () => {
    const { exit, screen, path } = await keygen(await scratchFolder());
    expect(exit).toBe(0);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    const { kid, x } = await readKeyFile(path);
    expect(screen.written.out).not.toContain((JSON.parse(await readFile(path, 'utf8')) as { d: string }).d);
    const person =
      '- id: handler\n      name: 丙\n      address: handler@example.org\n      deputies: [spare]';
    const keys = screen.written.out.trimEnd().replaceAll('\n', '\n      ');
    const { text } = changed(
      '- { id: handler, name: 丙, address: handler@example.org, deputies: [spare] }',
      `${person}\n      ${keys}`,
    );
    const reading = readPlan(text);
    const found = reading.ok ? reading.plan.roster.people.find(({ id }) => id === 'handler')?.keys : reading;
    expect(found).toMatchObject([{ kid, x }]);
  });

  test('never overwrites a key', async () => {
    const folder = await scratchFolder();
    const { path } = await keygen(folder);
    const before = await readFile(path, 'utf8');
    expect((await keygen(folder)).exit).toBe(2);
    expect(await readFile(path, 'utf8')).toBe(before);
  });

  test('makes it where it is told, and prints JSON for programs', async () => {
    const folder = await scratchFolder();
    const file = join(folder, 'mine.json');
    const { exit, screen } = await keygen(folder, ['--key', file, '--json']);
    expect(exit).toBe(0);
    const { kid, x } = await readKeyFile(file);
    expect(jsonOf(['keygen'], screen.written.out)).toMatchObject({
      person: 'handler',
      path: file,
      key: { kid, x },
    });
  });

  test('locks it with a passphrase that was typed twice the same', async () => {
    const folder = await scratchFolder();
    const { path } = await keygen(folder, [], { interactive: true, answers: ['口令', '口令'] });
    await expect(readKeyFile(path)).rejects.toMatchObject({ fault: 'passphrase-needed' });
    expect(await readKeyFile(path, '口令')).toBeDefined();
    const other = await scratchFolder();
    const mistyped = await keygen(other, [], { interactive: true, answers: ['口令', '口令1'] });
    expect(mistyped.exit).toBe(2);
    await expect(stat(mistyped.path)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('says what is in the way', async () => {
    const folder = await scratchFolder();
    await writeFile(join(folder, 'rectify'), '');
    expect((await keygen(folder)).exit).not.toBe(0);
  });
});
