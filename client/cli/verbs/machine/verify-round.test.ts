import { chmod, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { ROUND_RECORD } from '../../../../archive/round/paths';
import { hashOf } from '../../../../base/hash';
import type { LogEntry } from '../../../../domain/item/log';
import { verifyBag } from '../../../../archive/bag';
import { openFolder } from '../../../../store/open';
import type { Store } from '../../../../store/store';
import { scratchStore } from '../../../../testing/store';
import { aClosedRound, archiveRound, orderFor } from '../../../../tests/support/ended-round';
import { type BagFiles, remadeBag } from '../../../../tests/support/remade-bag';
import { run } from '../../main';
import { aScreen } from '../../../../testing/screen';
import { jsonOf } from '../../../../testing/json-of';

type Change = (files: BagFiles) => void;
type Told = {
  valid: boolean;
  faults: { type: string; file: string; field?: string; seq?: number }[];
  compared?: boolean;
  items?: { named: number; missing: string[] };
};

const NAME = 'bags/2021-03/round';

const written = async (): Promise<Store> => {
  const { store } = await scratchStore();
  await archiveRound(orderFor(await aClosedRound(store)), store);
  return store;
};

let genuine: Store;
beforeAll(async () => {
  genuine = await written();
});

/** The bag with other files in it, alone in a store, every checksum of BagIt computed again. */
const remade = async (change: Change, label?: (info: Record<string, string>) => void): Promise<string> => {
  const place = await remadeBag(genuine, NAME, (files, info) => {
    change(files);
    label?.(info);
  });
  expect((await verifyBag(await openFolder(place))).valid).toBe(true);
  return place;
};

const tell = async (place: string, ...more: string[]): Promise<{ exit: number; out: string }> => {
  const screen = aScreen();
  return { exit: await run(['verify', place, ...more], screen), out: screen.written.out };
};

/** What is found; both languages must say something of each. */
const verified = async (place: string): Promise<Told> => {
  const { exit, out } = await tell(place, '--json');
  const [told] = jsonOf(['verify'], out) as [Told];
  expect(exit).toBe(told.valid ? 0 : 6);
  for (const language of ['zh-CN', 'en'])
    expect((await tell(place, '--lang', language)).out.match(/^ {2}\S+: .+$/gm) ?? []).toHaveLength(
      told.faults.length,
    );
  return told;
};

const faultsAfter = async (change: Change): Promise<Told['faults']> =>
  (await verified(await remade(change))).faults;

const edit =
  (file: string, from: string | RegExp, to: string): Change =>
  (files) => {
    const before = String(files.get(file));
    const after = before.replace(from, to);
    expect(after).not.toBe(before);
    files.set(file, Buffer.from(after));
  };

/** The parts of the record that are changed here. */
type Parts = {
  born: { policy: string };
  totals: { items: number; byPublished: { ongoing: number } };
  rows: { section: string }[];
  items: unknown[];
  bags: unknown[];
};

const inJson =
  (file: string, change: (value: Parts) => void): Change =>
  (files) => {
    const value = JSON.parse(String(files.get(file))) as Parts;
    change(value);
    files.set(file, Buffer.from(JSON.stringify(value)));
  };

const documentIn = (files: BagFiles): string =>
  [...files.keys()].find((path) => path.startsWith('data/documents/')) ?? '';

test('the bag of a round as the worker writes it is valid to its last word, with the bags of its items beside it', async () => {
  expect(await verified(genuine.locate(NAME))).toMatchObject({
    valid: true,
    faults: [],
    compared: true,
    items: { named: 3, missing: [] },
  });
});

test('page and label of a bag that another version wrote are not held to its record, and that is said', async () => {
  const place = await remade(edit(ROUND_RECORD.page, '整改情况通报', '整改情况通告'), (info) => {
    info['Rectify-Record'] = '0';
  });
  expect(await verified(place)).toMatchObject({ valid: true, faults: [], compared: false });
  expect((await tell(place, '--lang', 'zh-CN')).out).toContain('由其他版本写成');
});

test('bags of items that do not lie beside it are named, and are no fault', async () => {
  const { faults, items } = await verified(await remade(() => undefined));
  expect(faults).toEqual([]);
  const missing = ['bags/2021-03/1.2', 'bags/2021-03/1.2-cycle-2', 'bags/2021-03/2.1'];
  expect(items).toEqual({ named: 3, missing });
});

test('an item bag beside it that is not the one that was archived is a fault', async () => {
  const store = await written();
  const file = join(store.locate('bags/2021-03/2.1'), 'tagmanifest-sha512.txt');
  await chmod(file, 0o644);
  await writeFile(
    file,
    (await readFile(file, 'utf8')).replace(/^./, (first) => (first === 'f' ? '0' : 'f')),
  );
  expect((await verified(store.locate(NAME))).faults).toMatchObject([
    { type: 'item-bag-differs', file: ROUND_RECORD.bags, bag: 'bags/2021-03/2.1' },
  ]);
});

test('a byte that was changed is found by the checksums', async () => {
  const store = await written();
  const file = join(store.locate(NAME), ROUND_RECORD.ledger);
  await chmod(file, 0o644);
  await writeFile(file, (await readFile(file, 'utf8')).replace('withdrawn', 'Withdrawn'));
  const { faults } = await verified(store.locate(NAME));
  expect(faults.map((fault) => fault.file)).toEqual([ROUND_RECORD.ledger]);
});

const logLines = (files: BagFiles): string[] => String(files.get(ROUND_RECORD.log)).trimEnd().split('\n');
const writeLog = (files: BagFiles, lines: readonly string[]): void =>
  void files.set(ROUND_RECORD.log, Buffer.from(`${lines.join('\n')}\n`));

const TAMPERED: readonly [what: string, change: Change, found: object[]][] = [
  [
    'an entry of the log was changed',
    edit(ROUND_RECORD.log, '反馈意见', '反馈回音'),
    [
      { type: 'log-broken', seq: 2, fault: 'wrong-hash' },
      { type: 'signature-differs', seq: 2, field: 'file' },
      { type: 'documents-differ' },
    ],
  ],
  [
    'the last entry was left out',
    (files) => {
      writeLog(files, logLines(files).slice(0, -1));
    },
    [
      ...[{ type: 'log-head-differs' }, { type: 'not-closed' }],
      ...[{ type: 'summary-differs', field: 'archiveNumber' }, { type: 'ledger-of-other-entry' }],
      { type: 'summary-differs', file: ROUND_RECORD.ledger },
    ],
  ],
  [
    'the log begins with another policy',
    inJson(ROUND_RECORD.round, (round) => {
      round.born.policy = 'other';
    }),
    [
      { type: 'log-broken', seq: 1 },
      { type: 'summary-differs', file: ROUND_RECORD.planImported, field: 'policy' },
    ],
  ],
  [
    'a key is not the one that signed',
    edit(ROUND_RECORD.people, /"x": "1/g, '"x": "2'),
    [{ type: 'record-malformed', file: ROUND_RECORD.people }],
  ],
  [
    'the policy is another',
    edit(ROUND_RECORD.policy, '"version": "next"', '"version": "other"'),
    [
      { type: 'version-differs' },
      { type: 'summary-differs', file: ROUND_RECORD.planInForce, field: 'policy' },
    ],
  ],
  [
    'a document was swapped',
    (files) => {
      files.set(documentIn(files), Buffer.from('另一份'));
    },
    [{ type: 'document-differs' }],
  ],
  [
    'a document was taken out',
    (files) => {
      files.delete(documentIn(files));
    },
    [{ type: 'document-missing' }],
  ],
  [
    'a document was slipped in',
    (files) => {
      files.set('data/documents/other-009-000000000000.pdf', Buffer.from('多余'));
    },
    [{ type: 'document-unnamed', file: 'data/documents/other-009-000000000000.pdf' }],
  ],
  [
    'a file was slipped in beside the record',
    (files) => {
      files.set('data/more.txt', Buffer.from('多余'));
    },
    [{ type: 'file-unnamed', file: 'data/more.txt' }],
  ],
  [
    'a document was given another title in the list',
    edit(ROUND_RECORD.documents, '督办函', '感谢信'),
    [{ type: 'documents-differ' }],
  ],
  [
    'the figures of a notice were changed in its ledger',
    inJson('data/ledger/ledger-3.json', ({ totals }) => {
      totals.byPublished.ongoing = 1;
    }),
    [
      { type: 'totals-differ', file: 'data/ledger/ledger-3.json', field: 'byPublished' },
      { type: 'figures-differ', seq: 3 },
    ],
  ],
  [
    'the ledger of a notice was taken out',
    (files) => {
      files.delete('data/ledger/ledger-3.json');
    },
    [{ type: 'record-missing', file: 'data/ledger/ledger-3.json' }],
  ],
  [
    'the ledger of one entry is in the place of another',
    (files) => {
      files.set('data/ledger/ledger-3.json', files.get('data/ledger/ledger-1.json') ?? Buffer.of());
    },
    [{ type: 'ledger-of-other-entry', file: 'data/ledger/ledger-3.json' }],
  ],
  [
    'a row of the last ledger was changed',
    inJson(ROUND_RECORD.ledger, ({ rows }) => {
      for (const row of rows) row.section = '另一科室';
    }),
    [{ type: 'summary-differs', file: ROUND_RECORD.ledger, field: 'rows' }],
  ],
  [
    'the totals of the round are others',
    inJson(ROUND_RECORD.round, ({ totals }) => {
      totals.items = 3;
    }),
    [{ type: 'summary-differs', file: ROUND_RECORD.round, field: 'totals' }],
  ],
  [
    'the plan lacks an item',
    inJson(ROUND_RECORD.planImported, ({ items }) => {
      items.pop();
    }),
    [{ type: 'items-differ' }],
  ],
  [
    'the plan in force has another head',
    edit(ROUND_RECORD.planInForce, '"head": "ding"', '"head": "jia"'),
    [{ type: 'summary-differs', file: ROUND_RECORD.planInForce, field: 'roster' }],
  ],
  [
    'a bag is referred to by another hash',
    inJson(ROUND_RECORD.bags, ({ bags }) => {
      const [first, second] = bags as { manifest: string }[];
      if (first && second) first.manifest = second.manifest;
    }),
    [{ type: 'bag-reference-differs', item: '2021-03/1.2', cycle: 1 }],
  ],
  [
    'the bag of a life is not referred to',
    inJson(ROUND_RECORD.bags, ({ bags }) => {
      bags.splice(1, 1);
    }),
    [{ type: 'bag-reference-differs', item: '2021-03/1.2', cycle: 2 }],
  ],
  [
    'there is rubbish in the log',
    (files) => {
      writeLog(files, logLines(files).with(3, '\u001b[2Jrubbish'));
    },
    [{ type: 'record-malformed', file: ROUND_RECORD.log }],
  ],
  [
    'an event has lost its file',
    (files) => {
      const lines = logLines(files);
      const entry = JSON.parse(lines[1] ?? '') as LogEntry<{ type: string; file?: unknown }>;
      delete entry.event.file;
      writeLog(files, lines.with(1, JSON.stringify(entry)));
    },
    [{ type: 'record-malformed', file: ROUND_RECORD.log }],
  ],
];

describe('with checksums that are right, it is found', () => {
  test.each(TAMPERED)('that %s', async (_, change, found) => {
    expect(await faultsAfter(change)).toMatchObject(found);
  });

  test('that the keys that signed are not in the roster', async () => {
    const faults = await faultsAfter(edit(ROUND_RECORD.people, /"keys"/g, '"former"'));
    expect(faults.filter(({ type }) => type === 'signature-bad').map(({ seq }) => seq)).toEqual([
      ...[2, 3, 4, 5, 6, 7, 8, 9],
    ]);
  });

  test('that an act was done without a signature, though its entry was hashed again', async () => {
    const faults = await faultsAfter((files) => {
      const lines = logLines(files);
      const { hash: _, ...last } = JSON.parse(lines.at(-1) ?? '') as LogEntry;
      const { by, command } = last.author ?? { by: '', command: '' };
      const content = { ...last, author: { by, command, identity: 'claimed' } };
      writeLog(files, lines.with(-1, JSON.stringify({ ...content, hash: hashOf(content) })));
    });
    expect(faults).toContainEqual(expect.objectContaining({ type: 'act-unsigned' }));
  });

  test('that an act was copied within the log', async () => {
    const faults = await faultsAfter((files) => {
      const lines = logLines(files);
      writeLog(files, [...lines, lines.at(-1) ?? '']);
    });
    expect(faults).toContainEqual({ type: 'act-repeated', file: ROUND_RECORD.log, seq: 9 });
  });

  test('that the label of the bag has another archive number', async () => {
    const place = await remade(
      () => undefined,
      (info) => {
        info['External-Identifier'] = 'Z109-WS·2021-D30-JGDW-0001';
      },
    );
    expect((await verified(place)).faults).toMatchObject([
      { type: 'summary-differs', field: 'archiveNumber', other: 'bag-info.txt' },
    ]);
  });

  test('that the page says something else, from which line on', async () => {
    const before = String(await buffer(await (await genuine.folder(NAME)).open(ROUND_RECORD.page))).split(
      '\n',
    );
    const line = before.findIndex((text) => text.includes('整改情况通报')) + 1;
    expect(await faultsAfter(edit(ROUND_RECORD.page, '整改情况通报', '整改情况通告'))).toEqual([
      { type: 'page-differs', file: ROUND_RECORD.page, line },
    ]);
  });

  test('that the label of the bag says of the round what its record does not', async () => {
    const place = await remade(
      () => undefined,
      (info) => {
        info['Source-Organization'] = '另一单位';
        info['Rectify-Drill'] = '演练一';
      },
    );
    expect((await verified(place)).faults).toMatchObject([
      { type: 'info-differs', label: 'Rectify-Drill', expected: '', found: '演练一' },
      { type: 'info-differs', label: 'Source-Organization', found: '另一单位' },
    ]);
  });

  test('that a file every bag of a round has is not there', async () => {
    for (const file of Object.values(ROUND_RECORD).filter((one) => one !== ROUND_RECORD.round))
      expect(
        await faultsAfter((files) => {
          files.delete(file);
        }),
      ).toContainEqual(expect.objectContaining({ type: 'record-missing', file }));
  });
});

test('a bag of a round beside rotten ones is checked all the same', async () => {
  const store = await written();
  await rm(join(store.locate('bags/2021-03/1.2'), 'data/item.json'));
  const { exit, out } = await tell(store.locate('bags/2021-03/1.2'), store.locate(NAME), '--json');
  expect(exit).toBe(6);
  expect(jsonOf(['verify'], out)).toMatchObject([{ valid: false }, { valid: true }]);
});
