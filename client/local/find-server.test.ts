import { chmod, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { NoServer, findServer } from './find-server';
import { DEV_SERVER, TEST_SERVER } from './servers';
import type { ServerKind, Way } from './servers';

let home: string;
let lines: string[];
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'rectify-find-'));
  lines = [];
});
afterEach(() => rm(home, { recursive: true, force: true }));

const at = (...parts: string[]) => join(home, ...parts);
const stays = (line: string, kind?: 'passing') => {
  if (kind === undefined) lines.push(line);
};
/** The shell's own tools stay on PATH, behind what the test puts there. */
const env = (more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => ({
  PATH: `${at('bin')}:/bin`,
  XDG_CACHE_HOME: at('cache'),
  ...more,
});

async function executable(path: string, script = 'exit 0'): Promise<string> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `#!/bin/sh\n${script}\n`);
  await chmod(path, 0o755);
  return path;
}

const works: Way = { title: 'a way that works', make: (scratch) => executable(join(scratch, 'x')) };
const fails: Way = { title: 'a way that fails', make: () => Promise.reject(new Error('no\n  network')) };
const kind = (...ways: Way[]): ServerKind => ({
  title: 'test thing',
  variable: 'THING_PATH',
  command: 'rectify-thing',
  kept: 'rectify-thing-1',
  ways,
});

describe('a server is taken', () => {
  test('from the environment variable before all else', async () => {
    await executable(at('bin', 'rectify-thing'));
    await executable(at('cache', 'rectify', 'bin', 'rectify-thing-1'));
    const named = await executable(at('mine'));
    await expect(findServer(kind(works), stays, env({ THING_PATH: named }))).resolves.toBe(named);
    expect(lines).toEqual([`test thing: ${named} (THING_PATH)`]);
  });

  test('from PATH before the cache', async () => {
    const installed = await executable(at('bin', 'rectify-thing'));
    await executable(at('cache', 'rectify', 'bin', 'rectify-thing-1'));
    await expect(findServer(kind(works), stays, env())).resolves.toBe(installed);
    expect(lines).toEqual([`test thing: ${installed} (on PATH)`]);
  });

  test('from the cache before it is fetched', async () => {
    const kept = await executable(at('cache', 'rectify', 'bin', 'rectify-thing-1'));
    await expect(findServer(kind(fails), stays, env())).resolves.toBe(kept);
    expect(lines).toEqual([`test thing: ${kept} (kept from before)`]);
  });

  test('from the first way that works, and from the cache the next time', async () => {
    const kept = at('cache', 'rectify', 'bin', 'rectify-thing-1');
    await expect(findServer(kind(fails, works), stays, env())).resolves.toBe(kept);
    await expect(findServer(kind(fails), stays, env())).resolves.toBe(kept);
    expect(lines).toEqual([
      `test thing: ${kept} (a way that works)`,
      `test thing: ${kept} (kept from before)`,
    ]);
  });

  test('from where it can be run: a folder or a plain file of that name is none', async () => {
    await mkdir(at('bin', 'rectify-thing'), { recursive: true });
    await writeFile(at('plain'), '');
    const path = await findServer(kind(works), stays, env({ THING_PATH: at('plain') }));
    expect(path).toBe(at('cache', 'rectify', 'bin', 'rectify-thing-1'));
  });
});

test('where nothing works, one sentence names every way and what went wrong with it', async () => {
  const search = findServer(kind(fails), stays, env({ THING_PATH: '/nowhere' }));
  await expect(search).rejects.toThrow(
    new NoServer(
      'There is no test thing: THING_PATH names /nowhere, which cannot be run; PATH has no rectify-thing; ' +
        `${at('cache', 'rectify', 'bin', 'rectify-thing-1')} does not exist; a way that fails failed (no network).`,
    ),
  );
  expect(lines).toEqual([]);
});

describe('a build', () => {
  const builds = (server: ServerKind): ServerKind => ({ ...server, ways: server.ways.slice(1) });

  test('of the dev server is what `go install` puts into GOBIN', async () => {
    await executable(
      at('bin', 'go'),
      'echo "#!/bin/sh" > "$GOBIN/temporal"; echo "# $@" >> "$GOBIN/temporal"',
    );
    const path = await findServer(builds(DEV_SERVER), stays, env());
    expect(await readdir(dirname(path))).toEqual([DEV_SERVER.kept]);
  });

  test('of the test server is a script with the class path that Maven tells', async () => {
    await executable(at('bin', 'mvn'), 'test -f pom.xml && echo /jars/a.jar:/jars/b.jar > classpath');
    await executable(at('bin', 'java'), 'echo "$@" > "$JAVA_SAID"');
    const path = await findServer(builds(TEST_SERVER), stays, env());
    expect(await readdir(dirname(path))).toEqual([TEST_SERVER.kept]);
  });

  test.each([
    ['go', DEV_SERVER],
    ['mvn', TEST_SERVER],
  ])('that fails is told with the last words of %s, and leaves nothing behind', async (tool, server) => {
    await executable(
      at('bin', tool),
      'echo half > "${GOBIN:-.}/temporal"; echo "no such module" >&2; exit 3',
    );
    await expect(findServer(builds(server), stays, env())).rejects.toThrow(
      /failed \(no such module \(\w+: 3\)\)/,
    );
    expect(await readdir(at('cache', 'rectify', 'bin'))).toEqual([]);
  });

  test('on a machine without the tool says so', async () => {
    await expect(findServer(builds(DEV_SERVER), stays, env())).rejects.toThrow('(go is not installed)');
  });

  test('wanted twice at once is done once', async () => {
    await executable(at('bin', 'go'), `echo built >> ${at('builds')}; echo > "$GOBIN/temporal"`);
    const paths = await Promise.all([1, 2].map(() => findServer(builds(DEV_SERVER), stays, env())));
    expect(new Set(paths).size).toBe(1);
    expect(await readFile(at('builds'), 'utf8')).toBe('built\n');
  });
});
