import { ROUND_RECORD } from '../../../../archive/round/paths';
import { LOG_HEAD } from '../../../../archive/item/record';
import { type LogEntry, nextEntry } from '../../../../domain/item/log';
import type { RoundEvent } from '../../../../domain/round/event';
import type { Store } from '../../../../store/store';
import { ENDED } from '../../../../testing/ended-round';
import { jsonOf } from '../../../../testing/json-of';
import { aScreen } from '../../../../testing/screen';
import { scratchStore } from '../../../../testing/store';
import { PEOPLE } from '../../../../testing/world';
import { aClosedRound, archiveRound, orderFor, tellSigned } from '../../../../tests/support/ended-round';
import { remadeBag } from '../../../../tests/support/remade-bag';
import { run } from '../../main';

const NAME = 'bags/2021-03/round';

type Told = {
  valid: boolean;
  faults: { type: string; seq?: number; entries?: number }[];
  attestations?: object[];
};
type Entry = LogEntry<RoundEvent>;

let store: Store;
beforeAll(async () => {
  ({ store } = await scratchStore());
  const round = await aClosedRound(store, (open) => {
    const last = open.life.log.at(-1);
    tellSigned(open, 'attest', ENDED, { entries: last?.seq, head: last?.hash });
  });
  await archiveRound(orderFor(round), store);
});

const verify = async (place: string, ...more: string[]): Promise<{ exit: number; out: string }> => {
  const screen = aScreen();
  return { exit: await run(['verify', place, ...more], screen), out: screen.written.out };
};

/** The bag with another log in it, alone in a store; every checksum, and the label, are made of it again. */
const withLog = async (change: (log: Entry[]) => Entry[]): Promise<Told> => {
  const place = await remadeBag(store, NAME, (files, info) => {
    const lines = String(files.get(ROUND_RECORD.log)).trimEnd().split('\n');
    const log = change(lines.map((line) => JSON.parse(line) as Entry));
    files.set(ROUND_RECORD.log, Buffer.from(`${log.map((entry) => JSON.stringify(entry)).join('\n')}\n`));
    info[LOG_HEAD] = log.at(-1)?.hash ?? '';
  });
  const { exit, out } = await verify(place, '--json');
  const [told] = jsonOf(['verify'], out) as [Told];
  expect(exit).toBe(told.valid ? 0 : 6);
  return told;
};

/** The same entries, each chained anew to the one before: what somebody can do who has no key. */
const chainedAnew = (log: readonly Entry[]): Entry[] =>
  log.reduce<Entry[]>((before, { at, author, event, prev }) => {
    const entry = nextEntry(before.at(-1), prev, { at, event, ...(author && { author }) });
    return [...before, entry];
  }, []);

test.each([
  ['zh-CN', '核签至第'],
  ['en', 'attested by'],
])('the bag of a round says in %s who has attested its log, and up to where', async (language, said) => {
  const { exit, out } = await verify(store.locate(NAME), '--lang', language);
  expect(exit).toBe(0);
  expect(out).toContain(said);
  expect(out).toContain(PEOPLE.oversight);
});

test('the same for programs', async () => {
  const [told] = jsonOf(['verify'], (await verify(store.locate(NAME), '--json')).out) as [Told];
  expect(told).toMatchObject({
    valid: true,
    attestations: [{ by: PEOPLE.oversight, identity: 'signed', entries: 8, seq: 9 }],
  });
});

test('a head that was altered in the attestation is found, by the signature and by the log', async () => {
  const { valid, faults } = await withLog((log) =>
    chainedAnew(
      log.map((entry) =>
        entry.event.type === 'attested'
          ? {
              ...entry,
              event: {
                ...entry.event,
                head: entry.prev.replace(/^./, (c) => (c === '0' ? '1' : '0')) as typeof entry.prev,
              },
            }
          : entry,
      ),
    ),
  );
  expect(valid).toBe(false);
  expect(faults).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ type: 'signature-differs', seq: 9, field: 'head' }),
      expect.objectContaining({ type: 'attested-other', seq: 9, entries: 8 }),
    ]),
  );
});

test('a log that was rewritten and chained anew no longer is the one that was attested', async () => {
  const { faults } = await withLog((log) =>
    chainedAnew(
      log.map((entry) => (entry.seq === 4 ? { ...entry, at: (entry.at + 1) as typeof entry.at } : entry)),
    ),
  );
  expect(faults.map(({ type }) => type)).toContain('attested-other');
  expect(faults.map(({ type }) => type)).not.toContain('log-broken');
});
