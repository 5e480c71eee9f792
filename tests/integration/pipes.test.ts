import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inRepository } from '../../testing/repository';

const BIN = inRepository('bin/rectify.js');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rectify-pipes-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Folders that are no bags: as many faults, each told in its lines. */
const brokenBags = async (count: number): Promise<string> => {
  const place = await mkdtemp(path.join(folder, 'bags-'));
  const first = path.join(place, '0001');
  await cp(inRepository('examples/starter'), first, { recursive: true });
  await writeFile(path.join(first, 'bagit.txt'), 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
  for (let no = 2; no <= count; no += 1)
    await cp(first, path.join(place, String(no).padStart(4, '0')), { recursive: true });
  return place;
};

/** What bash says of a pipeline: the exit codes of its parts. */
const partsOf = (script: string): Promise<{ codes: number[]; err: string }> =>
  new Promise((resolve) => {
    const env = { PATH: process.env.PATH, HOME: folder, LANG: 'C.UTF-8', BIN, NODE: process.execPath };
    const line = `${script}; printf '%s ' "\${PIPESTATUS[@]}"`;
    execFile('/bin/bash', ['-c', line], { env, timeout: 20_000 }, (_error, out, err) => {
      const codes = out.trim().split('\n').at(-1)?.trim().split(' ').map(Number) ?? [];
      resolve({ codes, err });
    });
  });

const RECTIFY = '"$NODE" "$BIN"';

test('a fault that was found before the reader closed the pipe is told by the exit code', async () => {
  const bags = await brokenBags(300);
  const { codes, err } = await partsOf(`${RECTIFY} verify ${bags} | head -1 >/dev/null`);
  expect(codes).toEqual([6, 0]);
  expect(err).toBe('');
});

test('a reader who closes the pipe before anything is known ends the program as any other', async () => {
  const { codes, err } = await partsOf(`${RECTIFY} --help | (exec <&-; sleep 1)`);
  expect(codes).toEqual([141, 0]);
  expect(err).toBe('');
});

test('messages that nobody reads change neither the result nor the exit code', async () => {
  const unread = '2> >(exec <&-; sleep 1)';
  const { codes } = await partsOf(`sleep 0.3; ${RECTIFY} show nonsense ${unread}`);
  expect(codes).toEqual([2]);
  const closed = await partsOf(`${RECTIFY} show nonsense 2>&-`);
  expect(closed.codes).toEqual([2]);
});
