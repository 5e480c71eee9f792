import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PersonId } from '../../../base/ids';
import { ArchiveScheme, Plan, PlannedItem, PlannedMeasure } from '../../../domain/plan/plan';
import { Policy } from '../../../domain/round/policy';
import { readPlan } from '../../../domain/plan/read';
import { Person } from '../../../domain/round/roster';
import { scratchFolder } from '../../../testing/store';
import { run } from '../main';
import { examplePlan } from '../../../examples/plan-path';
import { readKeyFile } from '../../keys';
import { withNewKeys } from './new-plan';
import { defaultKeyPath } from '../commands/signing';
import { aScreen } from '../../../testing/screen';
import { jsonOf } from '../../../testing/json-of';

const init = async (...args: string[]) => {
  const screen = aScreen();
  return { exit: await run(['init', ...args], screen), ...screen.written };
};

/** A folder that is not there yet. */
const aFolder = async () => join(await scratchFolder(), '方案 一');

/** Everything in a folder, with its content. */
const contentOf = async (folder: string): Promise<Map<string, string>> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(await Promise.all(files.map(async (path) => [path, await readFile(path, 'utf8')] as const)));
};

describe('a plan to begin with', () => {
  test('has no fault but the keys that are not there yet, of those who have to act', async () => {
    const folder = await aFolder();
    expect((await init(folder)).exit).toBe(0);
    const text = await readFile(join(folder, 'plan.yaml'), 'utf8');
    const reading = readPlan(text);
    const faults = reading.ok ? [] : reading.faults;
    expect(
      faults.map((fault) => ('person' in fault ? fault.person : 'office' in fault && fault.office)),
    ).toEqual(['p02', 'p03', 'p04', 'head']);
    expect(readPlan(text.replace('identity: signed', 'identity: claimed')).ok).toBe(true);
    expect(withNewKeys(text).keys.size).toBe(7);
    expect(readPlan(withNewKeys(text).text)).toMatchObject({ ok: true });
  });

  test('shows or explains every field that a plan can have, and names nobody', async () => {
    const text = await readFile(examplePlan('starter'), 'utf8');
    const { items, ...round } = Plan.shape;
    const { category, ...archive } = ArchiveScheme.shape;
    const { number, category: title, ...item } = PlannedItem.shape;
    const shapes = [round, archive, Policy.shape, Person.shape, item, PlannedMeasure.shape];
    for (const field of shapes.flatMap((shape) => Object.keys(shape)))
      expect(text).toMatch(new RegExp(`^ *(- )?${field}:|#.*\\b${field}\\b`, 'm'));
    expect(text.match(/name: .*/g)).toEqual(
      ['甲', '乙', '丙', '丁', '戊', '己', '庚'].map((name) => `name: ${name}`),
    );
    for (const [, host] of text.matchAll(/@(\S+)/g)) expect(host).toBe('example.org');
  });

  test('tells what to do next, as words that a shell can take', async () => {
    const folder = await aFolder();
    expect((await init(folder)).out).toContain(`rectify import '${join(folder, 'plan.yaml')}' --dry-run`);
  });
});

describe('the example with keys', () => {
  test('is read as it stands, and everybody has the key whose public half is in it', async () => {
    const folder = await aFolder();
    expect((await init(folder, '--example')).exit).toBe(0);
    const reading = readPlan(await readFile(join(folder, 'plan.yaml'), 'utf8'));
    if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
    const { policy, roster, feedback, items } = reading.plan;
    expect([policy.identity, feedback, items.length]).toEqual(['signed', '2021-04-29', 28]);
    for (const { id, keys } of roster.people) {
      const path = defaultKeyPath({ RECTIFY_KEYS: join(folder, 'keys') }, PersonId.parse(id));
      const { kid, x } = await readKeyFile(path);
      expect(keys).toMatchObject([{ kid, x }]);
      expect((await stat(path)).mode & 0o777).toBe(0o600);
    }
    expect((await stat(join(folder, 'keys'))).mode & 0o777).toBe(0o700);
    expect(await readdir(join(folder, 'keys'))).toHaveLength(roster.people.length);
  });

  test('keeps every comment of the example, and everything in its order', async () => {
    const before = await readFile(examplePlan('round-2021'), 'utf8');
    const { text } = withNewKeys(before);
    const comments = (plan: string) => plan.match(/#.*/g);
    expect(comments(text)).toEqual(comments(before));
    const problems = (plan: string) => plan.match(/\b(problem|text|title|address): [^,\n]*/g);
    expect(problems(text)).toEqual(problems(before));
  });

  test('says so to programs, and never shows a secret', async () => {
    const folder = await aFolder();
    const { out } = await init(folder, '--example', '--json');
    const said = jsonOf(['init'], out) as { plan: string; keys: string; people: string[] };
    expect(said).toMatchObject({ plan: join(folder, 'plan.yaml'), keys: join(folder, 'keys') });
    expect(said.people).toHaveLength(15);
    const { out: text } = await init(join(folder, 'again'), '--example');
    for (const content of (await contentOf(folder)).values()) {
      const secret = /"d": "(.*)"/.exec(content)?.[1];
      if (secret !== undefined) expect(out + text).not.toContain(secret);
    }
  });
});

describe('nothing is overwritten, and nothing half done', () => {
  test.each([
    ['a plan', 'plan.yaml'],
    ['a key', join('keys', 'p09.json')],
    ['a folder where the plan should be', join('plan.yaml', 'x')],
  ])('%s that is there already stops it before anything is written', async (_, name) => {
    const folder = await aFolder();
    await mkdir(join(folder, name, '..'), { recursive: true });
    await writeFile(join(folder, name), 'mine');
    const { exit, err } = await init(folder, '--example');
    expect(exit).toBe(2);
    expect(err).toContain('已经存在');
    expect([...(await contentOf(folder))]).toEqual([[join(folder, name), 'mine']]);
  });

  test('a file where a folder should be stops it, and stays', async () => {
    const file = await aFolder();
    await writeFile(file, 'mine');
    for (const path of [file, join(file, 'below')]) expect((await init(path)).exit).toBe(2);
    expect(await readFile(file, 'utf8')).toBe('mine');
    const folder = await aFolder();
    await mkdir(folder);
    await writeFile(join(folder, 'keys'), 'mine');
    expect((await init(folder, '--example')).exit).not.toBe(0);
    expect([...(await contentOf(folder)).values()]).toEqual(['mine']);
  });

  test('of several at once in one folder, one is done whole', async () => {
    const folder = await aFolder();
    const ends = await Promise.all(Array.from({ length: 5 }, () => init(folder, '--example')));
    expect(ends.filter(({ exit }) => exit === 0)).toHaveLength(1);
    const files = await contentOf(folder);
    for (const path of files.keys()) expect(path).toMatch(/(plan\.yaml|keys\/p\d\d\.json)$/);
    expect(files.size).toBe(16);
  });
});
