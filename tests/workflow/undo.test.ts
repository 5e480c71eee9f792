import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RoundId } from '../../base/ids';
import { instant } from '../../domain/calendar/zone';
import { generateKey, type SigningKey } from '../../client/keys';
import { RoundExists } from '../../client/api';
import { CliWorld } from '../support/cli-world';
import { at } from '../support/instants';
import { noticeText } from '../support/notice-text';
import { planOf } from '../support/plans';
import { poll } from '../support/poll';
import { VirtualWorld } from '../support/virtual-world';

const REASON = '导入了错误的方案';

const keys = new Map<string, SigningKey>(
  ['handler-1', 'leader', 'acceptor', 'office', 'head', 'oversight'].map((person) => [person, generateKey()]),
);
const rings = Object.fromEntries(
  [...keys].map(([person, { kid, x }]) => [person, [{ kid, x, from: instant(0) }]]),
);
const keyOf = (person: string): SigningKey => keys.get(person) ?? generateKey();

let world: VirtualWorld;
let cli: CliWorld;
beforeEach(async () => {
  world = await VirtualWorld.create();
  cli = new CliWorld(world, keyOf);
});
afterEach(() => world.close());

const aPlan = (round: string) =>
  planOf({ round, items: 3, deadline: '2021-06-30', policy: { identity: 'signed' }, keys: rings });

const as = async (round: string, person: string, ...args: string[]) =>
  cli.tell([...args, '--round', round, '--as', person, '--key', await cli.keyFile(person)]);

/** The same, of what must be done. */
const must = async (...given: Parameters<typeof as>): Promise<void> => {
  const { exit, out, err } = await as(...given);
  if (exit !== 0) throw new Error(`${given.join(' ')} ended with ${exit}: ${out}${err}`);
};

/** A signed round of three items that everybody has been told of. */
const begin = async (round: string) => {
  const { clock } = await world.begin(aPlan(round), at('2021-05-06', '10:00'), { keyOf, second: 'head' });
  for (const no of ['1.1', '1.2', '1.3'])
    await poll(no, async () => (await cli.tell(['show', no, '--round', round])).exit === 0);
  return clock;
};

const statuses = async (round: string) =>
  (await world.rectify.ledger(RoundId.parse(round))).rows.map(({ status }) => status);

const eventsOf = async (round: string) =>
  (await world.rectify.roundLog(RoundId.parse(round))).map(({ event }) => event.type);

const undo = (round: string, ...more: string[]) =>
  as(round, 'office', 'undo-import', '--reason', REASON, ...more);

test('office and head undo an import: one mail each, no reminder more, a record that says so and verifies, and an id for the next', async () => {
  const clock = await begin('undone');
  await must('undone', 'handler-1', 'ack', '1.1');
  const asked = await undo('undone', '--number', '整改办〔2021〕6号');
  expect(asked).toMatchObject({ exit: 0, json: { decided: true, type: 'undo-import' } });
  expect(asked.err).toContain('3 项全部撤销');
  expect(await statuses('undone')).toEqual(['in-progress', 'assigned', 'assigned']);

  const given = await as('undone', 'head', 'countersign', 'undone');
  expect(given).toMatchObject({ exit: 0, json: { decided: true, command: 'undo-import' } });
  expect(given.err).toContain('导入了错误的方案');
  await poll('the items', async () => (await statuses('undone')).every((status) => status === 'withdrawn'));
  const twice = await undo('undone');
  expect(twice).toMatchObject({
    exit: 3,
    json: { error: { type: 'ImportUndone', refusal: { by: 'head' } } },
  });
  expect(twice.err).toContain('导入已');
  await world.skipTo(clock, at('2021-05-06', '17:00'));
  const told = world.smtp.mails
    .filter(({ text = '' }) => text.includes('导入已撤销'))
    .map(({ recipient }) => recipient);
  for (const person of ['handler-1', 'leader', 'acceptor', 'office', 'head', 'oversight'])
    expect(told.filter((one) => one === `${person}@example.org`)).toHaveLength(1);

  await poll('the end of the round', async () => (await eventsOf('undone')).at(-1) === 'round-archived');
  expect(await eventsOf('undone')).toEqual([
    ...['round-opened', 'second-asked', 'import-undone', 'round-closed', 'round-archived'],
  ]);
  const verified = await cli.tell(['verify', join(world.folder, 'store', 'bags/undone/round')]);
  expect(verified).toMatchObject({
    exit: 0,
    json: [{ valid: true, faults: [], items: { named: 3, missing: [] } }],
  });
  const shown = await cli.talk(['round', '--round', 'undone'], []);
  expect(shown.screen.written.out).toContain('轮次 undone 的导入已由');

  const sent = world.smtp.mails.length;
  await world.skipTo(clock, at('2021-07-15'));
  expect(world.smtp.mails).toHaveLength(sent);

  const again = world.begin(aPlan('undone'), at('2021-07-15'), { keyOf, second: 'head' });
  await expect(again).rejects.toEqual(new RoundExists('undone', 'undone-r2'));
  const next = await world.beginItem(aPlan('undone-r2'), at('2021-07-15'), { keyOf, second: 'head' });
  expect(next.hand.item).toBe('undone-r2/1.1');
  const { json } = await cli.tell(['round', '--round', 'undone-r2']);
  expect(json).toMatchObject({ follows: 'undone' });
});

test('what somebody has worked on refuses it, also between the two signatures', async () => {
  await begin('worked');
  await must('worked', 'office', 'undo-import', '--reason', REASON);
  await must('worked', 'handler-1', 'ack', '1.2');
  await must('worked', 'handler-1', 'progress', '1.2', '已收回九十台');
  await poll('the report', async () =>
    (await world.rectify.ledger(RoundId.parse('worked'))).rows.some(({ progress }) => progress !== undefined),
  );
  const late = await as('worked', 'head', 'countersign', 'worked', '--yes');
  expect(late).toMatchObject({
    exit: 3,
    json: { error: { type: 'WorkBegun', refusal: { items: [{ number: '1.2', work: ['progress'] }] } } },
  });
  expect(await undo('worked')).toMatchObject({ exit: 3, json: { error: { type: 'WorkBegun' } } });
  expect(await statuses('worked')).toEqual(['assigned', 'in-progress', 'assigned']);
});

test('what a notice has told the public refuses it', async () => {
  await begin('published');
  const file = join(world.folder, '通报.txt');
  await writeFile(file, noticeText(await world.rectify.ledger(RoundId.parse('published'))));
  await must('published', 'office', 'publish-notice', file, '--title', '整改进展情况通报', '--yes');
  const refused = await undo('published');
  expect(refused).toMatchObject({ exit: 3, json: { error: { type: 'NoticeOut' } } });
  expect(refused.err).toContain('通报');
});

test('work in the same moment is not lost: the item goes with its round before it, or stays with it and is named', async () => {
  await begin('raced');
  await must('raced', 'handler-1', 'ack', '1.2');
  await must('raced', 'office', 'undo-import', '--reason', REASON);
  const [undone, worked] = await Promise.all([
    as('raced', 'head', 'countersign', 'raced', '--yes'),
    as('raced', 'handler-1', 'progress', '1.2', '已收回九十台'),
  ]);
  if (undone.exit !== 0) {
    expect(undone.json).toMatchObject({ error: { type: 'WorkBegun' } });
    expect(worked.exit).toBe(0);
    return;
  }
  await poll(
    'the others',
    async () => (await statuses('raced')).filter((one) => one === 'withdrawn').length >= 2,
  );
  const { left = [] } = (await world.rectify.round(RoundId.parse('raced'))).undone ?? {};
  expect(left).toEqual(worked.exit === 0 ? ['1.2'] : []);
});
