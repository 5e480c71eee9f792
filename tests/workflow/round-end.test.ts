import { chmod, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { run } from '../../client/cli/main';
import { generateKey, sign, type SigningKey } from '../../client/keys';
import { aScreen } from '../../testing/screen';
import { instant } from '../../domain/calendar/zone';
import { itemId, type ItemNumber, type RoundId } from '../../base/ids';
import type { CivilDate } from '../../domain/calendar/civil';
import type { EvidenceFile } from '../../domain/item/command';
import type { RoundCommand } from '../../domain/round/command';
import { openStore } from '../../store/open';
import { roundWorkflowId } from '../../workflows/messages';
import { CliWorld } from '../support/cli-world';
import { noticeText } from '../support/notice-text';
import { Hands, roundCommandOf } from '../support/commands';
import { at } from '../support/instants';
import { planOf } from '../support/plans';
import { poll } from '../support/poll';
import { VirtualWorld } from '../support/virtual-world';
import { jsonOf } from '../../testing/json-of';

let world: VirtualWorld;
beforeEach(async () => {
  world = await VirtualWorld.create();
});
afterEach(() => world.close());

const keys = new Map<string, SigningKey>(
  ['handler-1', 'leader', 'acceptor', 'office', 'head', 'oversight'].map((person) => [person, generateKey()]),
);
const rings = Object.fromEntries(
  [...keys].map(([person, { kid, x }]) => [person, [{ kid, x, from: instant(0) }]]),
);
const keyOf = (person: string): SigningKey => keys.get(person) ?? generateKey();
const signed = (command: { by: string }): string => sign(command, keyOf(command.by));

const tell = (command: RoundCommand) => world.rectify.commandRound(command, signed);

/** A file that lies in the store. */
const stored = async (title: string): Promise<EvidenceFile> => {
  const store = await openStore(world.storeUrl);
  const digest = await store.putEvidence(Readable.from([Buffer.from(title)]));
  return { ...digest, mediaType: 'application/pdf', title, effectiveDate: '2021-05-06' as CivilDate };
};

const publish = async (round: RoundId, title: string) => {
  const { totals } = await world.rectify.ledger(round);
  const figures = totals.byPublished;
  return tell(roundCommandOf('office', round, 'publish-notice', { file: await stored(title), figures }));
};

/** A signed round of two items. */
const begin = async (name: string) => {
  const policy = { identity: 'signed' };
  const plan = planOf({ round: name, items: 2, deadline: '2021-06-30', policy, keys: rings });
  const { clock } = await world.begin(plan, at('2021-05-06'), { keyOf, second: 'head' });
  const hands = ['1.1', '1.2'].map(
    (no) =>
      new Hands(world.rectify, world.storeUrl, itemId(plan.round, no as ItemNumber), 'handler-1', signed),
  );
  for (const { item } of hands) await poll(item, () => world.rectify.item(item));
  return { clock, hands, round: plan.round };
};

/** Works all items up to their bags, and publishes a last notice. */
const upToTheClose = async ({ clock, hands, round }: Awaited<ReturnType<typeof begin>>) => {
  for (const hand of hands) {
    await hand.close();
  }
  await world.skipTo(clock, at('2021-05-07', '12:00'));
  await poll('the bags of all items', async () =>
    (await world.rectify.ledger(round)).rows.every(({ archive }) => archive?.manifest),
  );
  await publish(round, '最终通报');
};

const close = (round: RoundId) =>
  tell(roundCommandOf('head', round, 'close-round', { note: '全部销号归档' }));

const workflowOf = (round: RoundId) => world.env.client.workflow.getHandle(roundWorkflowId(round));

const untilArchived = async (round: RoundId) => {
  await poll('the end of the round', async () => {
    const log = await world.rectify.roundLog(round);
    return log.at(-1)?.event.type === 'round-archived';
  });
  return workflowOf(round).result() as Promise<{ bag: string; archiveNumber: string; manifest: string }>;
};

const inStore = (name: string): string => join(world.folder, 'store', name);

const verify = async (bag: string) => {
  const screen = aScreen();
  const exit = await run(['verify', inStore(bag), '--json'], screen);
  return { exit, told: jsonOf(['verify'], screen.written.out) };
};

/** What the UI shows of activities that are tried again. */
const untilWaiting = (round: RoundId, words: string) =>
  poll(`the UI to say ${words}`, async () => {
    const { raw } = await workflowOf(round).describe();
    return raw.pendingActivities?.some(({ lastFailure }) => lastFailure?.message?.includes(words));
  });

test('a signed round is filed, published, closed and archived, and its bag verifies beside those of its items', async () => {
  const begun = await begin('whole');
  const { round } = begun;
  const feedback = { kind: 'feedback' as const, file: await stored('反馈意见'), number: '巡〔2021〕1号' };
  await tell(roundCommandOf('office', round, 'file-document', feedback));
  await publish(round, '进展通报');
  await upToTheClose(begun);
  const answer = await close(round);
  const result = await untilArchived(round);
  expect(result).toMatchObject({ bag: 'bags/whole/round', archiveNumber: 'Z109-WS·2021-D30-JGDW-0003' });

  expect(await verify(result.bag)).toMatchObject({
    exit: 0,
    told: [{ valid: true, faults: [], items: { named: 2, missing: [] } }],
  });
  const log = await world.rectify.roundLog(round);
  expect(log.map(({ event }) => event.type)).toEqual([
    ...['round-opened', 'document-filed', 'notice-published', 'notice-published'],
    ...['round-closed', 'round-archived'],
  ]);
  expect(answer.entry).toBe(5);
  // What the server keeps of a closed round still answers.
  expect((await world.rectify.ledger(round)).totals.byStatus.archived).toBe(2);
});

test('while a bag of an item is damaged the round waits, says which, and is archived by itself when it is mended', async () => {
  const begun = await begin('damaged');
  const { clock, round } = begun;
  await upToTheClose(begun);
  const file = inStore('bags/damaged/1.2/data/log.ndjson');
  const whole = await readFile(file);
  await chmod(file, 0o644);
  await writeFile(file, whole.subarray(1));
  await close(round);
  await untilWaiting(round, '归档包 bags/damaged/1.2 已损坏（data/log.ndjson');
  await writeFile(file, whole);
  await world.skipTo(clock, at('2021-05-07', '13:00'));
  const { bag } = await untilArchived(round);
  expect((await verify(bag)).exit).toBe(0);
});

test('a store that is away holds up the archive of a round, not its commands', async () => {
  const begun = await begin('away');
  const { clock, round } = begun;
  await upToTheClose(begun);
  await poll('the ledger of the notice', async () =>
    readFile(inStore('rounds/away/ledger-2.json')).catch(() => undefined),
  );
  const store = join(world.folder, 'store');
  await rename(store, `${store}-away`);
  await close(round);
  await untilWaiting(round, '存储');
  await rename(`${store}-away`, store);
  await world.skipTo(clock, at('2021-05-07', '13:00'));
  const { bag } = await untilArchived(round);
  expect((await verify(bag)).exit).toBe(0);
});

test('by the command line a round is filed, published and closed, and shows where its bag lies', async () => {
  const cli = new CliWorld(world);
  const must = async (who: string, ...args: string[]): Promise<unknown> => {
    const { exit, json, err } = await cli.tell([...args, '--round', 'typed', '--as', who]);
    if (exit !== 0) throw new Error(`rectify ${args.join(' ')} ended with ${exit}: ${err}`);
    return json;
  };
  const { clock, hand } = await world.beginItem(planOf({ round: 'typed' }), at('2021-05-06'));
  await hand.tell('head', 'withdraw', { reason: '重复' });
  await world.skipTo(clock, at('2021-05-06', '12:00'));
  const round = 'typed' as RoundId;
  await poll('the bag', async () => (await world.rectify.ledger(round)).rows[0]?.archive);

  const file = join(world.folder, '反馈.txt');
  await writeFile(file, '反馈意见');
  const number = '巡〔2021〕1号';
  const about = ['--kind', '反馈意见', '--title', '反馈意见', '--number', number, '--date', '2021-04-29'];
  await must('office', 'file-document', file, ...about, '--item', '1.1');
  const notice = join(world.folder, '通报.txt');
  await writeFile(notice, noticeText(await world.rectify.ledger(round)));
  await must('office', 'publish-notice', notice, '--title', '整改情况通报');
  const attested = { by: 'oversight', entries: 3, seq: 4 };
  expect(await must('oversight', 'attest')).toMatchObject({ decided: true, type: 'attest', entry: 4 });
  expect(await must('oversight', 'round')).toMatchObject({ attested });
  const shown = await cli.tell(['attest', '--yes', '--round', 'typed', '--as', 'head']);
  expect(shown.err + shown.out).toContain('oversight 于');
  expect(await must('head', 'close-round', '--note', '全部归档')).toMatchObject({ decided: true, entry: 6 });
  const { bag } = await untilArchived(round);
  expect(await must('oversight', 'round')).toMatchObject({
    documents: [
      { no: 1, kind: 'feedback', title: '反馈意见', number, item: '1.1', effectiveDate: '2021-04-29' },
      { no: 2, kind: 'notice', title: '整改情况通报' },
    ],
    closed: { by: 'head', note: '全部归档', archiveNumber: 'Z109-WS·2021-D30-JGDW-0002' },
    archive: { bag },
  });

  const kept = await readdir(inStore('evidence'));
  await writeFile(file, '迟到的文件');
  const late = ['file-document', file, ...about, '--round', 'typed', '--as', 'office'];
  expect(await cli.tell(late)).toMatchObject({ exit: 3, json: { error: { type: 'RoundClosed' } } });
  // What is refused is not stored either.
  expect(await readdir(inStore('evidence'))).toEqual(kept);
  expect(await verify(bag)).toMatchObject({
    exit: 0,
    told: [
      {
        attestations: [
          { ...attested, identity: 'claimed' },
          { by: 'head', entries: 4 },
        ],
      },
    ],
  });
});
