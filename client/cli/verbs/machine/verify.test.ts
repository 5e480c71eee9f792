import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { RECORD } from '../../../../archive/item/read-record';
import { hashOf } from '../../../../base/hash';
import type { LogEntry } from '../../../../domain/item/log';
import { aFile } from '../../../../testing/item';
import { run } from '../../main';
import { archived, type Bag, forged, type PayloadFiles } from '../../../../tests/support/bag';
import { aScreen } from '../../../../testing/screen';
import { jsonOf } from '../../../../testing/json-of';

const verify = async ({ store, name }: Bag, ...more: string[]): Promise<{ exit: number; out: string }> => {
  const screen = aScreen();
  const exit = await run(['verify', store.locate(name), ...more], screen);
  return { exit, out: screen.written.out };
};

type Told = { valid: boolean; faults: { type: string; file: string }[] };

/** What is found in a bag; exit code, sentences in both languages and JSON must agree. */
const faultsOf = async (bag: Bag): Promise<Told['faults']> => {
  const { exit, out: json } = await verify(bag, '--json');
  const [told] = jsonOf(['verify'], json) as Told[];
  const faults = told?.faults ?? [];
  expect([told?.valid, exit]).toEqual(faults.length === 0 ? [true, 0] : [false, 6]);
  for (const language of ['zh-CN', 'en']) {
    const { exit: again, out } = await verify(bag, '--lang', language);
    expect(again).toBe(exit);
    expect(out.match(/^ {2}[^ ]+: .+$/gm) ?? []).toHaveLength(faults.length);
    for (const { file } of faults) expect(out).toContain(`  ${file}: `);
  }
  return faults;
};

const linesOf = (files: PayloadFiles): string[] => String(files.get(RECORD.log)).trimEnd().split('\n');

const writeLog = (files: PayloadFiles, lines: readonly string[]): void =>
  void files.set(RECORD.log, Buffer.from(lines.map((line) => `${line}\n`).join('')));

const evidenceIn = (files: PayloadFiles): string => {
  const path = [...files.keys()].find((name) => name.startsWith('data/evidence/'));
  if (path === undefined) throw new Error('the bag has no evidence');
  return path;
};

test('a bag as the worker writes it is valid to its last word', async () => {
  const bag = await archived();
  expect(await faultsOf(bag)).toEqual([]);
  expect((await verify(bag)).out).toContain('记录前后一致');
});

describe('with checksums that are right, it is found', () => {
  test('that an entry of the log was changed', async () => {
    const bag = await forged(await archived(), (files) => {
      const lines = linesOf(files);
      writeLog(files, lines.with(2, (lines[2] ?? '').replace('"evidence-added"', '"evidence-taken"')));
    });
    expect(await faultsOf(bag)).toEqual([
      { type: 'log-broken', file: RECORD.log, seq: 3, fault: 'wrong-hash' },
    ]);
  });

  test('that an entry was changed and its own hash mended', async () => {
    const bag = await forged(await archived(), (files) => {
      const lines = linesOf(files);
      const { hash, ...entry } = JSON.parse(lines[2] ?? '') as LogEntry;
      const content = { ...entry, was: hash };
      writeLog(files, lines.with(2, JSON.stringify({ ...content, hash: hashOf(content) })));
    });
    expect(await faultsOf(bag)).toEqual([
      { type: 'log-broken', file: RECORD.log, seq: 4, fault: 'broken-chain' },
    ]);
  });

  test('that the last entry was removed', async () => {
    const bag = await forged(await archived(), (files) => {
      writeLog(files, linesOf(files).slice(0, -1));
    });
    expect(await faultsOf(bag)).toMatchObject([
      { type: 'log-head-differs', file: RECORD.log },
      { type: 'not-accepted', file: RECORD.log },
    ]);
  });

  test('that there is rubbish in the log, and in which line', async () => {
    const bag = await forged(await archived(), (files) => {
      writeLog(files, linesOf(files).with(3, '\u001b[2Jrubbish'));
    });
    expect(await faultsOf(bag)).toEqual([
      { type: 'record-malformed', file: RECORD.log, line: 4, problem: 'not-json' },
    ]);
  });

  test('that evidence was swapped', async () => {
    let file = '';
    const bag = await forged(await archived(), (files) => {
      file = evidenceIn(files);
      files.set(file, Buffer.from('另一份文件'));
    });
    expect(await faultsOf(bag)).toMatchObject([{ type: 'evidence-differs', file }]);
  });

  test('that evidence was given another title everywhere but in the log', async () => {
    const bag = await forged(await archived(), (files) => {
      for (const list of [RECORD.evidence, RECORD.item])
        files.set(list, Buffer.from(String(files.get(list)).replaceAll(aFile().title, '另一份文件')));
    });
    expect(await faultsOf(bag)).toMatchObject([
      { type: 'manifest-hash-differs', file: RECORD.evidence },
      { type: 'manifest-not-accepted', file: RECORD.evidence },
      { type: 'item-differs', file: RECORD.item, field: 'evidence' },
    ]);
  });

  test('that the item was given another deadline, and the page made to say so', async () => {
    const bag = await forged(await archived(), (files) => {
      for (const file of [RECORD.item, RECORD.page])
        files.set(file, Buffer.from(String(files.get(file)).replaceAll('2021-06-30', '2021-07-30')));
    });
    const item = { type: 'item-differs', file: RECORD.item };
    expect(await faultsOf(bag)).toMatchObject([
      { ...item, field: 'originalDeadline' },
      { ...item, field: 'deadline' },
      { ...item, field: 'planned' },
      { type: 'page-differs', file: RECORD.page },
    ]);
  });

  test('that the page tells something else', async () => {
    const bag = await forged(await archived(), (files) => {
      files.set(RECORD.page, Buffer.from(String(files.get(RECORD.page)).replace('清点完毕', '尚未清点')));
    });
    expect(await faultsOf(bag)).toMatchObject([{ type: 'page-differs', file: RECORD.page }]);
  });

  test('that a mail was swapped for another', async () => {
    let mail = '';
    const bag = await forged(await archived(), (files) => {
      mail = [...files.keys()].find((name) => name.endsWith('.eml')) ?? '';
      files.set(mail, Buffer.from('Message-ID: <2@example.org>\r\n\r\n'));
    });
    expect(await faultsOf(bag)).toMatchObject([{ type: 'mail-differs', file: mail }]);
  });

  test('that a word of a mail was changed, since its receipt has the hash of what was sent', async () => {
    let mail = '';
    const bag = await forged(await archived(), (files) => {
      mail = [...files.keys()].find((name) => name.endsWith('.eml')) ?? '';
      files.set(mail, Buffer.from(`${String(files.get(mail))}请忽略。\r\n`));
    });
    expect(await faultsOf(bag)).toMatchObject([{ type: 'mail-altered', file: mail }]);
  });

  test('that a mail was taken out', async () => {
    let mail = '';
    const bag = await forged(await archived(), (files) => {
      mail = [...files.keys()].find((name) => name.endsWith('.eml')) ?? '';
      files.delete(mail);
    });
    expect(await faultsOf(bag)).toMatchObject([{ type: 'mail-missing', file: mail }]);
  });

  test('that it is no record at all', async () => {
    const bag = await forged(await archived(), (files) => {
      files.clear();
      files.set('data/other.txt', Buffer.from('other'));
    });
    const faults = await faultsOf(bag);
    expect(faults.map(({ file }) => file)).toEqual([...Object.values(RECORD), 'data/other.txt']);
  });

  test('that a file is larger than any record', async () => {
    const bag = await forged(await archived(), (files) => {
      files.set(RECORD.policy, Buffer.alloc(9 * 1024 * 1024, ' '));
    });
    expect(await faultsOf(bag)).toMatchObject([
      { type: 'record-malformed', file: RECORD.policy, problem: 'too-large' },
    ]);
  });
});

test('a bag that another version wrote is valid, and what was not compared is said', async () => {
  const bag = await forged(await archived(), () => undefined, { 'Rectify-Record': '0' });
  expect(await faultsOf(bag)).toEqual([]);
  expect((await verify(bag)).out).toContain('由其他版本写成');
  expect(jsonOf(['verify'], (await verify(bag, '--json')).out)).toMatchObject([
    { valid: true, compared: false },
  ]);
  expect((await verify(await archived())).out).not.toContain('由其他版本写成');
});

test('one rotten bag among several does not keep the others from being checked', async () => {
  const [whole, rotten] = [await archived(), await archived()];
  await rm(join(rotten.store.locate(rotten.name), RECORD.item));
  const screen = aScreen();
  const bags = [rotten, whole].map(({ store, name }) => store.locate(name));
  expect(await run(['verify', ...bags, '--json'], screen)).toBe(6);
  expect(jsonOf(['verify'], screen.written.out)).toMatchObject([{ valid: false }, { valid: true }]);
});
