import { spawnSync } from 'node:child_process';
import { chmod, chown, lstat, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { Sha512 } from '../../base/ids';
import { EvidenceDamaged, StoreMissing } from '../errors';
import { evidenceName } from '../evidence';
import { openStore } from '../open';
import type { Store } from '../store';
import { failureOf, scratchFolder, scratchStore } from '../../testing/store';
import { buildProgram } from '../../tests/support/program';

const modeOf = async (path: string): Promise<string> => ((await lstat(path)).mode & 0o7777).toString(8);

describe('what a store on files makes', () => {
  let before: number;
  beforeEach(() => {
    before = process.umask(0);
  });
  afterEach(() => void process.umask(before));

  test('can be written by its owner alone, read by its group, and by nobody else', async () => {
    const { store, root } = await scratchStore();
    await store.put('mail/yi/1.json', Buffer.from('{}'));
    await store.putFolder('bags/2021-03/1.2', [{ path: 'data/a', content: Buffer.from('a') }]);
    for (const folder of [
      'mail',
      'mail/yi',
      'bags',
      'bags/2021-03/1.2',
      'bags/2021-03/1.2/data',
      '.incoming',
    ])
      expect([folder, await modeOf(join(root, folder))]).toEqual([folder, '750']);
    for (const file of ['mail/yi/1.json', 'bags/2021-03/1.2/data/a'])
      expect([file, await modeOf(join(root, file))]).toEqual([file, '640']);
  });

  test('is a folder that is closed to others, where it makes that too', async () => {
    const root = join(await scratchFolder(), 'new', 'store');
    await openStore(pathToFileURL(root).href);
    expect(await modeOf(root)).toBe('750');
  });

  test('gets fewer rights where the umask of the process says so, except evidence, which its group must be able to read', async () => {
    process.umask(0o077);
    const { store, root } = await scratchStore();
    await store.put('mail/yi/1.json', Buffer.from('{}'));
    const { sha512 } = await store.putEvidence(Readable.from(['佐证']));
    expect(await modeOf(join(root, 'mail/yi'))).toBe('700');
    expect(await modeOf(join(root, 'mail/yi/1.json'))).toBe('600');
    expect(await modeOf(join(root, evidenceName(sha512)))).toBe('640');
  });

  test('leaves evidence open to those whom the operator has let write it', async () => {
    const { store, root } = await scratchStore();
    await mkdir(join(root, 'evidence'));
    await chmod(join(root, 'evidence'), 0o3770);
    await store.putEvidence(Readable.from(['佐证']));
    expect(await modeOf(join(root, 'evidence'))).toBe('3770');
    expect(await modeOf(join(root, 'evidence/.incoming'))).toBe('3770');
    expect(await store.list('')).toHaveLength(1);
  });
});

/** Only root can be somebody else. */
const asRoot = process.getuid?.() === 0 ? describe : describe.skip;

asRoot('a store whose rights are apart', () => {
  const PERSON = { uid: 45_001, gid: 45_100 };
  const OTHER = { uid: 45_002, gid: 45_100 };
  let program: string;
  let root: string;
  let url: string;
  let store: Store;

  beforeAll(async () => {
    program = await buildProgram('hand-in');
  });

  /** As docs/store.md says. */
  beforeEach(async () => {
    const folder = await scratchFolder();
    await chmod(folder, 0o755);
    root = join(folder, 'store');
    url = pathToFileURL(root).href;
    for (const [path, mode] of [
      ['', 0o2750],
      ['mail', 0o2750],
      ['bags', 0o2750],
      ['rounds', 0o2750],
      ['.incoming', 0o2750],
      ['evidence', 0o3770],
      ['evidence/.incoming', 0o3770],
    ] as const) {
      await mkdir(join(root, path));
      await chown(join(root, path), 0, PERSON.gid);
      await chmod(join(root, path), mode);
    }
    store = await openStore(url);
    await store.put('mail/yi/20210625T003000Z.json', Buffer.from('{}'));
    await store.putFolder('bags/2021-03/1.2', [{ path: 'data/a', content: Buffer.from('a') }]);
    await store.put('rounds/2021-03/plan.json', Buffer.from('{}'));
  });

  const run = (who: typeof PERSON, command: string, ...args: string[]) =>
    spawnSync(command, args, { ...who, encoding: 'utf8', cwd: '/' });

  const handIn = (who: typeof PERSON, content: string): Sha512 => {
    const { stdout, stderr } = run(who, process.execPath, program, url, content);
    expect(stderr).toBe('');
    return Sha512.parse(stdout);
  };

  test('takes evidence from a person, which the worker and others of the group can read', async () => {
    const sha512 = handIn(PERSON, '佐证');
    const path = join(root, evidenceName(sha512));
    expect(await stat(path)).toMatchObject(PERSON);
    expect(await text(await store.openEvidence(sha512))).toBe('佐证');
    expect(run(OTHER, 'cat', path).stdout).toBe('佐证');
    expect(run({ uid: 45_003, gid: 45_003 }, 'cat', path).status).not.toBe(0);
  });

  test.each([
    ['mail/yi/forged.json'],
    ['mail/forged'],
    ['bags/2021-03/forged'],
    ['bags/2021-03/1.2/data/forged'],
    ['rounds/2021-03/forged'],
    ['.incoming/forged'],
    ['forged'],
  ])('lets no person write %s', (path) => {
    expect(run(PERSON, 'touch', join(root, path)).status).not.toBe(0);
  });

  test("lets no person take away or replace what is the worker's, or the folders that hold it", async () => {
    const [receipt, bag] = ['mail/yi/20210625T003000Z.json', 'bags/2021-03/1.2'].map((name) =>
      join(root, name),
    );
    for (const [command, ...args] of [
      ['rm', '-rf', receipt],
      ['rm', '-rf', bag],
      ['mv', join(root, 'mail'), join(root, 'evidence/mail')],
      ['ln', '-sfn', '/tmp', join(root, 'bags')],
    ] as [string, ...string[]][])
      run(PERSON, command, ...args);
    expect(await store.list('mail')).toEqual(['mail/yi/20210625T003000Z.json']);
    expect(await store.list('bags')).toEqual(['bags/2021-03/1.2/data/a']);
  });

  test('lets a person remove or change their own evidence until the worker has taken it over, and not from then on', async () => {
    const [early, late] = [handIn(PERSON, '一'), handIn(PERSON, '二')];
    const pathOf = (sha512: Sha512) => join(root, evidenceName(sha512));
    const size = Buffer.byteLength('一');
    expect(run(OTHER, 'rm', '-f', pathOf(early)).status).not.toBe(0);
    expect(run(PERSON, 'rm', '-f', pathOf(early)).status).toBe(0);
    expect(await failureOf(store.takeOver({ sha512: early, size }))).toBeInstanceOf(StoreMissing);

    await store.takeOver({ sha512: late, size });
    expect(await stat(pathOf(late))).toMatchObject({ uid: 0, gid: PERSON.gid });
    expect(await modeOf(pathOf(late))).toBe('640');
    for (const [command, ...args] of [
      ['rm', '-f', pathOf(late)],
      ['mv', pathOf(late), `${pathOf(late)}x`],
      ['sh', '-c', `echo x > ${pathOf(late)}`],
      ['chmod', '666', pathOf(late)],
    ] as [string, ...string[]][])
      expect([command, run(PERSON, command, ...args).status === 0]).toEqual([command, false]);
    expect(await text(await store.openEvidence(late))).toBe('二');
    // The same file again, by somebody else, is there already.
    expect(handIn(OTHER, '二')).toBe(late);
  });

  test('keeps no hold on a file that a person has kept open since', async () => {
    const sha512 = handIn(PERSON, '三');
    const path = join(root, evidenceName(sha512));
    const before = await stat(path);
    await store.takeOver({ sha512, size: Buffer.byteLength('三') });
    expect((await stat(path)).ino).not.toBe(before.ino);
  });
});

describe('evidence that is taken over', () => {
  test("is left as it is where it is the process's own already", async () => {
    const { store, root } = await scratchStore();
    const file = await store.putEvidence(Readable.from(['佐证']));
    const { ino } = await stat(join(root, evidenceName(file.sha512)));
    await store.takeOver(file);
    expect((await stat(join(root, evidenceName(file.sha512)))).ino).toBe(ino);
  });

  test('must be there', async () => {
    const { store, root } = await scratchStore();
    const file = await store.putEvidence(Readable.from(['佐证']));
    await rm(join(root, evidenceName(file.sha512)));
    expect(await failureOf(store.takeOver(file))).toBeInstanceOf(StoreMissing);
  });

  asRoot('from somebody else', () => {
    test('must be what was handed in, and else stays for operators to look at', async () => {
      const { store, root } = await scratchStore();
      const file = await store.putEvidence(Readable.from(['佐证']));
      const path = join(root, evidenceName(file.sha512));
      await writeFile(path, '换过的');
      await chown(path, 45_001, 45_001);
      expect(await failureOf(store.takeOver(file))).toBeInstanceOf(EvidenceDamaged);
      expect(String(await readFile(path))).toBe('换过的');
    });
  });
});
