import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { itemId, type ItemNumber, type RoundId } from '../../base/ids';
import { sign } from '../../client/keys';
import type { CivilDate } from '../../domain/calendar/civil';
import type { EvidenceFile } from '../../domain/item/command';
import { readTrust } from '../../domain/round/opening/read-trust';
import { openStore } from '../../store/open';
import { GOOD_PLAN } from '../../testing/plan';
import { CliWorld } from '../support/cli-world';
import { Hands, roundCommandOf } from '../support/commands';
import { poll } from '../support/poll';
import { VirtualWorld } from '../support/virtual-world';

let world: VirtualWorld;
let cli: CliWorld;
let text: string;

const NAME = '2021-03' as RoundId;
const ROUND = ['--round', NAME];
const DAY = 86_400_000;

const as = async (person: string, ...args: string[]) =>
  cli.tell([...args, ...ROUND, '--as', person, '--key', await cli.keyFile(person)]);

/** The good plan, opened by office and head; the office corrects nothing alone. */
beforeAll(async () => {
  world = await VirtualWorld.create();
  cli = new CliWorld(world);
  text = GOOD_PLAN.replace('identity: claimed', 'identity: signed, corrections: { workingDays: 0 }');
  for (const person of ['boss', 'leader', 'handler', 'acceptor', 'spare']) {
    const { kid, x } = cli.keyOf(person);
    const keys = JSON.stringify([{ kid, x, from: '2021-04-01' }]);
    text = text.replace(`id: ${person}, name`, `id: ${person}, keys: ${keys}, name`);
  }
  const plan = path.join(world.folder, 'plan.yaml');
  await writeFile(plan, text);
  const pins = path.join(world.folder, 'trust.yaml');
  await cli.tell(['trust', pins, plan]);
  const read = readTrust(await readFile(pins, 'utf8'));
  if ('trusted' in read) world.trust.pins = read.trusted;
  await as('spare', 'import', plan);
  await as('boss', 'countersign', NAME, '--yes');
  await untilListed('1.1');
});
afterAll(() => world.close());

const numbers = async () =>
  ((await cli.tell(['list', ...ROUND])).json as { items: { number: string }[] }).items.map(
    ({ number }) => number,
  );
const untilListed = (item: string) =>
  poll(`item ${item}`, async () => (await cli.tell(['show', item, ...ROUND])).exit === 0);

const anItem = (problem: string) => `
      - problem: ${problem}
        kind: immediate
        leader: leader
        section: 财务科
        handler: handler
        acceptor: acceptor
        goal: 台账与实物一致
        measures: [{ text: 逐台登记, kind: 其他, owner: handler }]
`;
const FIRST_CATEGORY = '          - { text: 追回流失资产, kind: loss-recovery, owner: handler }\n';
const withFirst = (plan: string) =>
  plan.replace(FIRST_CATEGORY, `${FIRST_CATEGORY}${anItem('执法设备未登记').slice(1)}`);
const withSecond = (plan: string) =>
  plan.replace(
    '        measures: [{ text: 补记, kind: 其他 }]\n',
    (found) => found + anItem('笔记未抽查').slice(1),
  );

const amendBy = async (plan: string, ...more: string[]) => {
  const file = path.join(world.folder, 'changed.yaml');
  await writeFile(file, plan);
  return as('spare', 'amend', file, '--reason', '补充整改事项', ...more);
};

// From here on by the clock of the server, which is days ahead of that of the command line.
const signed = (command: { by: string }): string => sign(command, cli.keyOf(command.by));
const handsOn = (number: string) =>
  new Hands(world.rectify, world.storeUrl, itemId(NAME, number as ItemNumber), 'handler', signed);

const verify = async (bag: string) =>
  cli.tell(['verify', path.join(world.folder, 'store', 'bags', NAME, bag)]);

test('an item that is split off without a date waits for the head, and is then an item of the round', async () => {
  const given = await amendBy(withFirst(text), '--split-from', '1.2:1.1');
  expect(given).toMatchObject({ exit: 0, json: { decided: true, items: ['1.2'] } });
  expect(given.err).toContain('增列');
  expect(await numbers()).not.toContain('1.2');
  const signed = await as('boss', 'countersign', NAME);
  // Whoever signs is shown all that it says.
  for (const said of ['执法设备未登记', '台账与实物一致', /逐台登记 · 其他 · \S+ handler/])
    expect(signed.err).toMatch(said);
  expect(signed).toMatchObject({ exit: 0, json: { decided: true, command: 'amend' } });
  await untilListed('1.2');
  expect(await numbers()).toEqual(expect.arrayContaining(['1.1', '1.2', '2.1']));
  const elsewhere = path.join(world.folder, 'plan.xlsx');
  const written = await as('spare', 'round', '--plan', elsewhere);
  expect(written).toMatchObject({ exit: 2, json: { error: { type: 'not-yaml' } } });
  const { screen } = await cli.talk(['show', '1.2', ...ROUND], []);
  expect(screen.written.out).toContain('方案第 2 版增列，由 (一)1 拆分');
});

test('the office alone adds what is split from nothing; the file that has it all changes nothing more', async () => {
  const plan = withSecond(withFirst(text));
  const given = await amendBy(plan, '--based-on', '2');
  expect(given).toMatchObject({ exit: 0, json: { items: ['2.2'] } });
  await untilListed('2.2');
  const again = await amendBy(plan, '--based-on', '3');
  expect(again).toMatchObject({ exit: 2, json: { error: { type: 'nothing-to-amend' } } });
});

test('its handler is told by mail, and it is worked to its bag, which verifies', async () => {
  await world.env.sleep(4 * DAY);
  await poll('the mail', () =>
    Promise.resolve(
      world.smtp.to('handler@example.org').some((mail) => mail.text?.includes('执法设备未登记')),
    ),
  );
  for (const number of ['1.2', '2.2']) await handsOn(number).close();
  for (const number of ['1.1', '2.1'])
    await handsOn(number).tell('boss', 'withdraw', { reason: '由拆分事项承接' });
  await world.env.sleep(4 * DAY);
  await poll('the bags', async () =>
    (await world.rectify.ledger(NAME)).rows.every(({ archive }) => archive?.manifest),
  );
  for (const bag of ['1.1', '1.2', '2.2'])
    expect(await verify(bag)).toMatchObject({ exit: 0, json: [{ valid: true, faults: [] }] });
  const file = path.join(world.folder, 'store', 'bags', NAME, '1.2', 'data', 'opening.json');
  const opening = JSON.parse(await readFile(file, 'utf8')) as object;
  expect(opening).toMatchObject({ added: { by: 'spare', countersigned: { by: 'boss' } } });
});

test('the round closes with them, and its bag verifies', async () => {
  const store = await openStore(world.storeUrl);
  const digest = await store.putEvidence(Readable.from([Buffer.from('通报')]));
  const file: EvidenceFile = {
    ...digest,
    mediaType: 'application/pdf',
    title: '通报',
    effectiveDate: '2021-05-06' as CivilDate,
  };
  const figures = (await world.rectify.ledger(NAME)).totals.byPublished;
  const publish = roundCommandOf('spare', NAME, 'publish-notice', { file, figures });
  await world.rectify.commandRound(publish, signed);
  const close = roundCommandOf('boss', NAME, 'close-round', { note: '全部办结' });
  await world.rectify.commandRound(close, signed);
  await poll('the end of the round', async () => {
    const log = await world.rectify.roundLog(NAME);
    return log.at(-1)?.event.type === 'round-archived';
  });
  expect(await verify('round')).toMatchObject({
    exit: 0,
    json: [{ valid: true, faults: [], items: { named: 4, missing: [] } }],
  });
  // Now they are held to the log of the round, which has each amendment under its last signature.
  for (const [bag, countersigned] of [
    ['1.2', 'boss'],
    ['2.2', undefined],
  ] as const) {
    const [found] = (await verify(bag)).json as [{ opening?: { added?: object } }];
    expect(found).toMatchObject({ valid: true, faults: [] });
    expect(found.opening?.added).toEqual({
      person: 'spare',
      kid: expect.any(String) as string,
      ...(countersigned && { countersigned }),
    });
  }
});
