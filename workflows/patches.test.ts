import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inRepository } from '../testing/repository';
import { RECORDINGS, recording } from '../tests/support/histories';
import { PATCHES } from './patches';

const REGISTER = 'workflows/patches.ts';

/** The code of workflows, by file; not the register, nor tests. */
const codes = readdirSync(inRepository('workflows'), { recursive: true, encoding: 'utf8' })
  .map((name) => path.posix.join('workflows', name.replaceAll(path.sep, '/')))
  .filter((name) => /(?<!\.test)\.ts$/.test(name) && name !== REGISTER)
  .map((name) => ({ name, code: readFileSync(inRepository(name), 'utf8') }));

test('every mark of the register is used', () => {
  const isUsed = (mark: string) => codes.some(({ code }) => code.includes(`'${mark}'`));
  expect(Object.keys(PATCHES).filter((mark) => !isUsed(mark))).toEqual([]);
});

test('no code sets a mark past the register', () => {
  expect(codes.length).toBeGreaterThan(20);
  expect(
    codes.filter(({ code }) => /\b(?:patched|deprecatePatch)\b/.test(code)).map(({ name }) => name),
  ).toEqual([]);
});

/** The marks that a recorded history bears. */
const marksIn = (name: string): string[] =>
  recording(name).events.flatMap(({ markerRecordedEventAttributes: marker }) => {
    const { markerName, details } = (marker ?? {}) as {
      markerName?: string;
      details?: Record<string, { payloads: { data: string }[] }>;
    };
    if (markerName !== 'core_patch') return [];
    const [data] = details?.['patch-data']?.payloads ?? [];
    return [(JSON.parse(Buffer.from(data?.data ?? '', 'base64').toString()) as { id: string }).id];
  });

test('every mark that a recorded history bears is still in the register', () => {
  const borne = new Set(RECORDINGS.flatMap(marksIn));
  expect(borne.size).toBeGreaterThan(0);
  expect([...borne].filter((mark) => !Object.hasOwn(PATCHES, mark))).toEqual([]);
});

test('each names the release and the day since which it is set, and what it means', () => {
  for (const { since, day, meaning } of Object.values(PATCHES)) {
    expect(since).toMatch(/^\d+\.\d+\.\d+$/);
    expect(day).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect(meaning.length).toBeGreaterThan(20);
  }
});
