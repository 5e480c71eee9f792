import { LOG_HEAD } from '../../../../archive/item/record';
import { ROUND_RECORD } from '../../../../archive/round/paths';
import { type LogEntry, nextEntry } from '../../../../domain/item/log';
import type { RoundEvent } from '../../../../domain/round/event';
import type { Store } from '../../../../store/store';
import { jsonOf } from '../../../../testing/json-of';
import { keyNamed } from '../../../../testing/keys';
import { aScreen } from '../../../../testing/screen';
import { scratchStore } from '../../../../testing/store';
import { PEOPLE } from '../../../../testing/world';
import { aClosedRound, archiveRound, orderFor } from '../../../../tests/support/ended-round';
import { type BagFiles, remadeBag } from '../../../../tests/support/remade-bag';
import { run } from '../../main';

const NAME = 'bags/2021-03/round';
const { kid } = keyNamed('forged');

type Entry = LogEntry<RoundEvent>;
type Fault = { type: string; file: string };

let store: Store;
beforeAll(async () => {
  ({ store } = await scratchStore());
  await archiveRound(orderFor(await aClosedRound(store)), store);
});

const faultsAfter = async (change: Parameters<typeof remadeBag>[2]): Promise<Fault[]> => {
  const screen = aScreen();
  await run(['verify', await remadeBag(store, NAME, change), '--json'], screen);
  const [{ faults }] = jsonOf(['verify'], screen.written.out) as [{ faults: Fault[] }];
  return faults;
};

/** Slips an entry that nobody has signed in before the last one, and chains the log anew. */
const slippedIn = (event: RoundEvent) => (files: BagFiles, info: Record<string, string>) => {
  const lines = String(files.get(ROUND_RECORD.log)).trimEnd().split('\n');
  const log = lines.map((line) => JSON.parse(line) as Entry);
  const forged = log.slice(-1).map(({ author: _, ...last }): Entry => ({ ...last, event }));
  const chained = [...log.slice(0, -1), ...forged, ...log.slice(-1)].reduce<Entry[]>(
    (before, { at, author, event: said, prev }) => [
      ...before,
      nextEntry(before.at(-1), prev, { at, event: said, ...(author && { author }) }),
    ],
    [],
  );
  files.set(ROUND_RECORD.log, Buffer.from(chained.map((entry) => `${JSON.stringify(entry)}\n`).join('')));
  info[LOG_HEAD] = chained.at(-1)?.hash ?? '';
};

test('an outcome that names a proposal that never was is found, though log and manifests were made anew', async () => {
  const faults = await faultsAfter(
    slippedIn({ type: 'key-replaced', person: PEOPLE.head, kid, proposed: 2 }),
  );
  expect(faults).toContainEqual({ type: 'key-unagreed', file: ROUND_RECORD.log, seq: 9 });
});
