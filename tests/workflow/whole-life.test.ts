import { join } from 'node:path';
import { run } from '../../client/cli/main';
import { aScreen } from '../../testing/screen';
import type { CivilDate } from '../../domain/calendar/civil';
import { PersonId } from '../../base/ids';
import { readBagInfo } from '../../archive/bag';
import { openStore } from '../../store/open';
import { Hands, roundCommandOf } from '../support/commands';
import { at } from '../support/instants';
import { caughtIn, dayOfSlot, nameOfMail } from '../support/mails';
import { untilStatus } from '../support/life';
import { planOf } from '../support/plans';
import { poll } from '../support/poll';
import { VirtualWorld } from '../support/virtual-world';

let world: VirtualWorld;
beforeEach(async () => {
  world = await VirtualWorld.create();
});
afterEach(() => world.close());

const day = (text: string) => text as CivilDate;
const person = (id: string) => PersonId.parse(id);

const begin = async (round: string, more: Partial<Parameters<typeof planOf>[0]> = {}) => {
  const plan = planOf({ round, deadline: '2021-06-30', ...more });
  return { ...(await world.beginItem(plan, at('2021-05-06'))), plan };
};

/** Who has got mail on which days, in order. */
const mailsOf = (round: string, who: string): string[] =>
  caughtIn(world.smtp.mails, round)
    .filter(({ recipient }) => recipient === `${who}@example.org`)
    .map((mail) => dayOfSlot(nameOfMail(mail).slot));

const isValid = async (bag: string): Promise<void> => {
  const screen = aScreen();
  const exit = await run(['verify', join(world.folder, 'store', bag)], screen);
  expect([exit, screen]).toEqual([0, screen]);
};

test('an extension moves every reminder, keeps the first deadline, and is told to whoever decides', async () => {
  const { clock, hand, plan } = await begin('extended');
  await hand.acknowledge();
  await hand.tell('handler-1', 'request-extension', {
    newDeadline: day('2021-09-15'),
    reason: '采购流程未走完',
    progress: '已完成九成',
  });
  // Past the concentrated period the head decides.
  await hand.tell('head', 'grant-extension', { newDeadline: day('2021-09-15'), opinion: '同意' });
  await world.skipTo(clock, at('2021-08-27'));
  const { state, row } = await world.rectify.item(hand.item);
  expect(state).toMatchObject({ originalDeadline: '2021-06-30', deadline: '2021-09-15' });
  expect(row.extensions).toBe(1);
  // What was asked; what was decided in their name rides along, since it was decided before that mail went out.
  expect(mailsOf(plan.round, 'head')).toEqual(['2021-05-06']);
  // After the assignment and the answer the next is the reminder, twenty days before the new deadline.
  expect(new Set(mailsOf(plan.round, 'handler-1'))).toEqual(new Set(['2021-05-06', '2021-08-26']));
});

test('a reassigned item writes to the new person from that moment on, and no longer to the old one', async () => {
  const { clock, hand, plan } = await begin('handed', { handlers: 2, items: 1 });
  await hand.acknowledge();
  await world.skipTo(clock, at('2021-06-01'));
  const { head } = await world.rectify.ledger(plan.round);
  const people = head.roster.people.filter(({ id }) => id === 'handler-2' || id === 'deputy');
  const note = '材料在档案柜第二层';
  await hand.tell('office', 'reassign', { side: 'handler', to: person('handler-2'), people, note });
  await world.skipTo(clock, at('2021-06-19'));
  const old = mailsOf(plan.round, 'handler-1').filter((mail) => mail >= '2021-06-01');
  expect(old).toEqual(['2021-06-01']);
  expect(mailsOf(plan.round, 'handler-2')).toEqual(['2021-06-01', '2021-06-10', '2021-06-18']);
  await expect(hand.tell('handler-1', 'report-progress', { text: '已过半' })).rejects.toMatchObject({
    refusal: { type: 'NotAuthorised' },
  });
});

test('everything a person had goes to a successor across the round, offices and reminders with it', async () => {
  const { clock, plan, hands } = await begin('replaced', { items: 3, handlers: 2 });
  const { rectify } = world;
  const people = plan.roster.people.filter(({ id }) => id === 'handler-2' || id === 'deputy');
  const replace = roundCommandOf('head', plan.round, 'replace-person', {
    person: person('handler-1'),
    successor: person('deputy'),
    people,
    note: '调任,工作移交',
  });
  expect((await rectify.commandRound(replace)).items).toEqual(['1.1', '1.3']);
  expect(await rectify.commandRound(replace)).toMatchObject({ items: ['1.1', '1.3'] });
  const office = roundCommandOf('head', plan.round, 'replace-person', {
    person: person('office'),
    successor: person('handler-2'),
    people,
    note: '轮岗',
  });
  await rectify.commandRound(office);
  await poll('all items', async () => {
    const { rows, head } = await rectify.ledger(plan.round);
    return (
      head.roster.office[0] === 'handler-2' &&
      rows.filter((row) => row.people.handler === 'deputy').length === 2
    );
  });
  const item = await rectify.item(hands('1.1').item);
  expect(item.context.roster.office).toEqual(['handler-2']);
  expect(item.log.filter(({ event }) => event.type === 'reassigned')).toHaveLength(1);
  await world.skipTo(clock, at('2021-06-11'));
  expect(mailsOf(plan.round, 'deputy')).toContain('2021-06-10');
  const late = mailsOf(plan.round, 'handler-1').filter((mail) => mail > '2021-05-06');
  expect(late).toEqual([]);
});

test('a sustained item checks in every quarter, is escalated when it does not, and is accepted at its end', async () => {
  const { clock, hand, plan } = await begin('kept-up', { kind: 'sustained' });
  await hand.work();
  await hand.approve();
  await hand.acceptStage('2021-12-31');
  expect((await world.rectify.item(hand.item)).state.sustaining).toMatchObject({ checkIn: '2021-08-06' });

  await world.skipTo(clock, at('2021-08-03'));
  await hand.tell('handler-1', 'check-in', { text: '制度执行良好' });
  // The next is due on 11-06, a Saturday; nobody gives it for weeks.
  await world.skipTo(clock, at('2021-11-30'));
  const { state, level } = await world.rectify.item(hand.item);
  expect([state.status, level]).toEqual(['sustained', 'check-in-escalated']);
  expect(mailsOf(plan.round, 'office')).toEqual(['2021-11-19']);
  await hand.tell('handler-1', 'check-in', { text: '补报:制度执行良好' });

  await world.skipTo(clock, at('2022-01-01', '10:00'));
  await untilStatus(world.rectify, hand.item, 'acceptance');
  await hand.accept();
  await world.skipTo(clock, at('2022-01-05', '12:00'));
  const ended = await untilStatus(world.rectify, hand.item, 'archived');
  await isValid(ended.state.archive?.bag ?? '');
});

test('an item that is merged into another ends with its record in the archive, and stays what it is', async () => {
  const { clock, hands, plan } = await begin('merged', { items: 2 });
  await hands('1.2').tell('head', 'withdraw', { reason: '与 1.1 重复', into: '1.1' as never });
  await world.skipTo(clock, at('2021-05-06', '12:00'));
  const { state } = await poll('the bag', async () => {
    const view = await world.rectify.item(hands('1.2').item);
    return view.state.archive && view;
  });
  expect(state.status).toBe('withdrawn');
  await isValid(state.archive?.bag ?? '');
  const totals = await world.rectify.totals(plan.round);
  expect(totals.byPublished).toMatchObject({ withdrawn: 1, ongoing: 1 });
});

test('an item that is found back later lives again, names its old archive, and has an archive of its own', async () => {
  const { clock, hand, plan } = await begin('back');
  await hand.close();
  await world.skipTo(clock, at('2021-05-06', '12:00'));
  const first = await untilStatus(world.rectify, hand.item, 'archived');

  const reopen = roundCommandOf('oversight', plan.round, 'reopen', {
    item: '1.1' as never,
    cycle: 1,
    reason: '回头看发现反弹',
    deadline: day('2021-09-30'),
  });
  await poll('the row of the archived item', async () => {
    const { rows } = await world.rectify.ledger(plan.round);
    return rows[0]?.archive;
  });
  await world.rectify.commandRound(reopen);
  const again = await poll('the second life', () => world.rectify.item(hand.item, 2));
  expect(again.state).toMatchObject({ cycle: 2, deadline: '2021-09-30', evidence: [] });
  expect(again.log[0]).toMatchObject({
    author: { by: 'oversight' },
    event: { type: 'reopened', previous: { cycle: 1, bag: first.state.archive?.bag } },
  });

  const second = new Hands(world.rectify, world.storeUrl, hand.item, 'handler-1', undefined, 2);
  await second.close('新的证据');
  await world.skipTo(clock, at('2021-05-07', '12:00'));
  const ended = await poll('the second bag', async () => {
    const view = await world.rectify.item(hand.item, 2);
    return view.state.archive && view;
  });
  expect(ended.state.archive).toMatchObject({
    bag: `bags/${hand.item}-cycle-2`,
    archiveNumber: 'Z109-WS·2021-D30-JGDW-0002',
  });
  for (const { state } of [first, ended]) {
    const bag = state.archive?.bag ?? '';
    await isValid(bag);
    const info = await readBagInfo(await (await openStore(world.storeUrl)).folder(bag));
    expect(info).toContainEqual(['External-Identifier', state.archive?.archiveNumber]);
  }
  const log = await world.rectify.roundLog(plan.round);
  expect(log.map(({ event }) => event.type)).toEqual(['round-opened', 'item-reopened']);
});
