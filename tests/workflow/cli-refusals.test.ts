import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { generateKey } from '../../client/keys';
import { type ItemNumber, itemId } from '../../base/ids';
import { REFUSAL_TYPES, type RefusalType } from '../../domain/refusal';
import type { Plan } from '../../domain/plan/plan';
import type { LedgerRow } from '../../domain/round/row';
import { roundWorkflowId, WORKFLOWS } from '../../workflows/messages';
import {
  AS_NEW,
  closeRound,
  ELSEWHERE,
  extend,
  giveBack,
  handIn,
  inMain,
  letter,
  MISSING,
  UNCLEAR,
  reassign,
  reopen,
  setDeadline,
} from '../support/cli-args';
import { mainPlan, misnamed, SIGNERS, sidePlans } from '../support/cli-plans';
import { CliWorld } from '../support/cli-world';
import { LONGEST } from '../support/refusals';
import { at } from '../support/instants';
import { untilStatus } from '../support/life';
import { smallKey } from '../../testing/newcomers';
import { poll } from '../support/poll';
import { noticeText } from '../support/notice-text';
import { VirtualWorld } from '../support/virtual-world';

/** Five working days after the deadline of two items: letters that urge them are proposed by then. */
const [START, LATER] = [at('2021-05-06'), at('2021-05-14', '12:00')];

let world: VirtualWorld;
let cli: CliWorld;

/** Gives a command that must be carried out. */
const must = async (who: string, ...args: string[]): Promise<void> => {
  const { exit, err } = await cli.tell([...args, '--as', who]);
  if (exit !== 0) throw new Error(`rectify ${args.join(' ')} ended with ${exit}: ${err}`);
};

const written = async (name: string, text: string): Promise<string> => {
  await writeFile(path.join(world.folder, name), text);
  return path.join(world.folder, name);
};

const personFile = (id: string, more: string) =>
  written(`${id}.yaml`, `people: [{ id: ${id}, name: ${id}, address: ${id}@example.org, ${more} }]\n`);

const begin = async (plan: Plan) => {
  const signers = { keyOf: (person: string) => cli.keyOf(person), second: 'oversight' };
  const { clock } = await world.begin(plan, START, plan.policy.identity === 'signed' ? signers : undefined);
  for (const { number } of plan.items)
    await poll(number, () => world.rectify.item(itemId(plan.round, number)));
  return clock;
};

/** A round under the name of another: only an older version could have started it. */
const startMisnamed = async (): Promise<void> => {
  world.trust.since = Number.MAX_SAFE_INTEGER;
  const input = misnamed(await world.clockFrom(START, 'misnamed'));
  const workflowId = roundWorkflowId('elsewhere' as Plan['round']);
  await world.env.client.workflow.start(WORKFLOWS.round, {
    args: [input],
    workflowId,
    taskQueue: world.taskQueue,
  });
};

/** From the assignment to a request for closure. */
const work = async (number: string): Promise<void> => {
  const item = number.includes('/') ? number : `main/${number}`;
  const list = await written('清单.txt', '逐件核对');
  await must('handler-1', 'ack', item);
  await must('handler-1', 'evidence', item, list, '--measure', '1', '--title', '清单');
  await must('handler-1', 'progress', item, '已核对', '--complete', '1');
  await must('handler-1', 'request-closure', item, '均已落实');
};

const startRounds = async () => {
  for (const plan of sidePlans(cli.ringsOf(SIGNERS))) await begin(plan);
  await must('office', 'comment', 'talkative/1.1', '请核对');
  await startMisnamed();
  return begin(mainPlan(cli.ringsOf(['archivist'])));
};

const bringToStages = async (): Promise<void> => {
  for (const number of ['1.2', '1.6', '1.7', '1.8']) await must('handler-1', 'ack', `main/${number}`);
  await must('deputy', 'ack', 'main/1.3', '--deputy-for', 'handler-1');
  await must('handler-1', 'progress', 'main/1.3', '已核对', '--complete', '1');
  for (const one of ['1.4', '1.5', '1.10', '1.11', '1.12', 'ended/1.1']) await work(one);
  await must(
    'deputy',
    'evidence',
    'main/1.4',
    await written('附件.txt', '补充'),
    ...[...['--measure', '1', '--title', '附件', '--deputy-for', 'handler-1']],
  );
  const approved = ['main/1.5', 'main/1.10', 'main/1.11', 'main/1.12', 'ended/1.1'];
  for (const item of approved) await must('leader', 'approve', item);
  for (const item of ['main/1.11', 'ended/1.1']) await must('acceptor', 'accept', item);
  await must('acceptor', 'accept-stage', 'main/1.10', '--until', '2022-06-30');
  await must('handler-1', 'ack', 'strict/1.1');
};

/** Waits until the ledger of a round has heard of something. */
const untilRow = (round: string, isSo: (row: LedgerRow) => boolean) =>
  poll('the ledger', async () => (await world.rectify.ledger(round as Plan['round'])).rows.some(isSo));

beforeAll(async () => {
  world = await VirtualWorld.create();
  cli = new CliWorld(world);
  const clock = await startRounds();
  await bringToStages();
  await world.skipTo(clock, LATER);
  await untilStatus(world.rectify, itemId('main' as Plan['round'], '1.11' as ItemNumber), 'archived');
  await untilRow('ended', ({ archive }) => archive !== undefined);
});
afterAll(() => world.close());

type Case = {
  type: RefusalType;
  who: string;
  /** What is given on the command line; it may have to be made first. */
  args: () => string[] | Promise<string[]>;
  /** What must have been done before. */
  before?: () => Promise<unknown>;
  /** What somebody else does while this person looks at what they are to decide. */
  meanwhile?: () => Promise<unknown>;
  /** Where the command line knows better than the item or the round what was meant. */
  better?: { exit: number; type: string };
};

/** Refused for what the file is, or for what is said of it. */
const badFile = (type: RefusalType, item: string, text: string, ...how: string[]): Case => ({
  type,
  who: 'handler-1',
  args: async () => handIn(item, await written('清单.pdf', text), ...how),
});

/** Refused as it is typed, without anything before or beside it. */
const simply = (type: RefusalType, who: string, ...args: string[]): Case => ({ type, who, args: () => args });

const signedAs = async (who: string, ...args: string[]): Promise<string[]> => [
  ...args,
  ...['--key', await cli.keyFile(who)],
];
/** By the office, in the round that takes signed commands only. */
const revoking = (who: string): Promise<string[]> =>
  signedAs('office', 'revoke-key', who, cli.keyOf(who).kid, '--reason', '遗失', '--round', 'signed');
const newPolicy = async (round: string, policy: string): Promise<string[]> => [
  ...['new-policy', await written(`${round}.yaml`, policy), '--round', round],
];

const weaker = (type: RefusalType, what: string): Case => ({
  ...{ type, who: 'office' },
  args: async () => signedAs('office', ...(await newPolicy('signed', `version: v2\n${what}\n`))),
});

const publish = async (round: string): Promise<string[]> => {
  const text = noticeText(await world.rectify.ledger(round as Plan['round']));
  return ['publish-notice', await written('通报.txt', text), '--title', '整改进展情况通报', '--round', round];
};

const CASES: readonly Case[] = [
  {
    ...simply('UnknownPerson', 'stranger', 'ack', 'main/1.1'),
    better: { exit: 2, type: 'not-in-roster' },
  },
  simply('NotAuthorised', 'leader', 'ack', 'main/1.1'),
  simply('NotDeputy', 'acceptor', 'ack', 'main/1.1', '--deputy-for', 'handler-1'),
  simply('WrongState', 'handler-1', 'progress', 'main/1.1', '已过半'),
  {
    ...simply('InvalidCommand', 'handler-1', 'progress', 'main/1.2', '字'.repeat(10_001)),
    better: { exit: 2, type: 'InvalidCommand' },
  },
  { type: 'DeadlineStands', who: 'office', args: () => setDeadline('main/1.1', '2021-08-01') },
  { type: 'AlreadyHolds', who: 'office', args: () => reassign('main/1.1', 'handler-1') },
  { type: 'SuccessorNotSeparate', who: 'office', args: () => reassign('main/1.1', 'leader') },
  { type: 'OwnCase', who: 'office', args: () => reassign('main/1.1', 'office') },
  simply('IntoItself', 'head', 'withdraw', 'main/1.1', '--reason', '重复', '--into', '1.1'),
  simply('UnknownNotice', 'office', 'resend', 'main/1.1', '--to', 'handler-1', '--notice', 'main/1.1/c1#99'),
  simply('UnknownMeasure', 'handler-1', 'progress', 'main/1.2', '完成', '--complete', '9'),
  simply('MeasuresOpen', 'handler-1', 'request-closure', 'main/1.2', '申请'),
  { type: 'DateNotLater', who: 'handler-1', args: () => extend('main/1.2', '2021-06-29') },
  simply('NoExtensionPending', 'leader', 'grant-extension', 'main/1.2'),
  {
    type: 'UrgedRecently',
    who: 'head',
    args: () => ['urge', 'main/1.2', '再催'],
    before: () => must('leader', 'urge', 'main/1.2'),
  },
  simply('MeasureAlreadyComplete', 'handler-1', 'progress', 'main/1.3', '完成', '--complete', '1'),
  simply('EvidenceMissing', 'handler-1', 'request-closure', 'main/1.3', '申请'),
  badFile('UnknownEvidence', 'main/1.2', '新版', '--replaces', '1'),
  {
    ...badFile('EvidenceReplaced', 'main/1.6', '新版', '--replaces', '1'),
    before: async () => {
      const list = await written('清单.txt', '逐件核对');
      for (const how of [AS_NEW, ['--replaces', '1']])
        await must('handler-1', ...handIn('main/1.6', list, ...how));
    },
  },
  badFile('EvidenceTooLarge', 'strict/1.1', '逐件核对', ...AS_NEW),
  simply('QuotaReached', 'office', 'comment', 'talkative/1.1', '再次核对'),
  {
    ...simply('LogFull', 'office', 'comment', 'main/1.9', LONGEST),
    before: async () => {
      for (let told = 0; told < 35; told += 1) await must('office', 'comment', 'main/1.9', LONGEST);
    },
  },
  badFile('EvidenceTypeNotTaken', 'main/1.2', '\0\u0001\u0002', ...AS_NEW),
  { type: 'StatementTooShort', who: 'leader', args: () => giveBack('不全', '2021-08-01') },
  { type: 'DateNotAhead', who: 'leader', args: () => giveBack(MISSING, '2021-05-10') },
  { type: 'DateTooLate', who: 'leader', args: () => giveBack(MISSING, '2023-01-01') },
  badFile('EvidenceKnown', 'main/1.4', '逐件核对', ...AS_NEW),
  {
    type: 'NothingChanged',
    who: 'handler-1',
    args: () => ['request-closure', 'main/1.12', '均已落实'],
    before: () => must('acceptor', ...giveBack(MISSING, '2021-08-01', 'main/1.12')),
  },
  {
    type: 'EvidenceWithdrawn',
    who: 'handler-1',
    args: () => ['withdraw-evidence', 'main/1.12', '1', '缺页'],
    before: () => must('handler-1', 'withdraw-evidence', 'main/1.12', '1', '缺页'),
  },
  simply('DutiesNotSeparate', 'deputy', 'approve', 'main/1.4', '--deputy-for', 'leader'),
  {
    type: 'EvidenceChanged',
    who: 'leader',
    args: () => ['approve', 'main/1.4'],
    meanwhile: async () =>
      must('handler-1', ...handIn('main/1.4', await written('又一份.txt', '又一份'), ...AS_NEW)),
  },
  simply('NotSustained', 'acceptor', 'accept-stage', 'main/1.5', '--until', '2022-06-30'),
  {
    type: 'ExtensionPending',
    who: 'handler-1',
    args: () => extend('main/1.6', '2021-07-31'),
    before: () => must('handler-1', ...extend('main/1.6', '2021-07-15')),
  },
  {
    type: 'ExtensionChanged',
    who: 'leader',
    args: () => ['grant-extension', 'main/1.6'],
    meanwhile: async () => {
      await must('leader', 'refuse-extension', 'main/1.6', '--opinion', '请说明原因');
      await must('handler-1', ...extend('main/1.6', '2021-07-20'));
    },
  },
  { type: 'NoDeadline', who: 'handler-1', args: () => extend('main/1.7', '2021-07-31') },
  { type: 'TooLate', who: 'handler-1', args: () => extend('main/1.8', '2021-07-31') },
  { type: 'ExtensionsUsedUp', who: 'handler-1', args: () => extend('strict/1.1', '2021-07-31') },
  {
    type: 'CheckInNotDue',
    who: 'handler-1',
    args: () => ['check-in', 'main/1.10', '仍在坚持'],
    before: async () => {
      // Queries tell the time of the last task, and here the wall's clock is behind the skipped one.
      await must('office', 'comment', 'main/1.10', '请报告');
      await must('handler-1', 'check-in', 'main/1.10', '制度执行良好');
    },
  },
  {
    type: 'NumberTaken',
    who: 'office',
    args: () => letter('main/1.9', '督〔2021〕1号'),
    before: () => must('office', ...letter('main/1.8', '督〔2021〕1号')),
  },
  { type: 'NoProposal', who: 'office', args: () => letter('main/1.1', '督〔2021〕2号') },
  { type: 'NotArchived', who: 'head', args: () => reopen('main/1.1') },
  {
    type: 'WrongItem',
    who: 'head',
    args: () => reopen('main/1.11'),
    meanwhile: () => must('oversight', ...reopen('main/1.11')),
  },
  {
    type: 'UnknownItem',
    who: 'head',
    args: () => reopen('main/9.9'),
    better: { exit: 4, type: 'no-such-item' },
  },
  {
    type: 'KeyKnown',
    who: 'office',
    args: async () => {
      const { kid, x } = cli.keyOf('archivist');
      return inMain('replace-key', 'leader', await written('key.json', JSON.stringify({ kid, x })));
    },
  },
  {
    type: 'UnusableKey',
    who: 'office',
    args: async () =>
      inMain('replace-key', 'leader', await written('small.json', JSON.stringify(smallKey()))),
    better: { exit: 2, type: 'bad-public-key' },
  },
  {
    type: 'UnknownKey',
    who: 'office',
    args: () => inMain('revoke-key', 'archivist', 'A'.repeat(43), '--reason', '遗失'),
  },
  { type: 'LastKey', who: 'office', args: () => revoking('office') },
  { type: 'NotForOffice', who: 'office', args: () => revoking('oversight') },
  {
    type: 'KeysNotHere',
    who: 'office',
    args: async () => {
      const { kid, x } = generateKey();
      const keys = `keys: [{ kid: ${kid}, x: ${x}, from: 2021-05-01 }]`;
      return inMain('register-people', await personFile('archivist', keys), '--reason', '换岗');
    },
  },
  {
    type: 'NothingNew',
    who: 'office',
    args: async () =>
      inMain('register-people', await personFile('oversight', 'deputies: []'), '--reason', '核对'),
  },
  {
    type: 'WrongRound',
    who: 'office',
    args: async () => {
      const people = await personFile('newcomer', 'deputies: []');
      return ['register-people', people, '--reason', '新到', '--round', 'elsewhere'];
    },
  },
  { type: 'BadSignature', who: 'handler-1', args: () => signedAs('leader', 'ack', 'signed/1.1') },
  {
    type: 'SuccessorWithoutKey',
    who: 'office',
    args: () => signedAs('office', ...reassign('signed/1.1', 'head')),
  },
  weaker('IdentityWeakened', 'identity: claimed'),
  weaker('ConfirmationsOff', 'confirm: { decisions: off }'),
  {
    type: 'FiguresChanged',
    who: 'office',
    args: () => publish('main'),
    meanwhile: async () => {
      await must('head', 'withdraw', 'main/1.7', '--reason', '重复');
      await untilRow('main', ({ number, status }) => number === '1.7' && status === 'withdrawn');
    },
  },
  { type: 'DeciderUnclear', who: 'office', args: () => newPolicy('main', UNCLEAR) },
  { type: 'ItemsOpen', who: 'head', args: () => closeRound('main') },
  { type: 'NoticeMissing', who: 'office', args: () => closeRound('ended') },
  {
    type: 'RoundClosed',
    who: 'office',
    args: () => publish('ended'),
    before: async () => {
      await must('office', ...(await publish('ended')));
      await must('head', ...closeRound('ended'));
    },
  },
  {
    type: 'SignatureRequired',
    who: 'head',
    args: () => ['withdraw', 'turning/1.1', '--reason', '重复'],
    meanwhile: async () => {
      await must('office', ...(await newPolicy('turning', 'version: v2\nidentity: signed\n')));
      await poll('the item to hear of it', async () => {
        const { context } = await world.rectify.item(itemId('turning' as Plan['round'], '1.1' as ItemNumber));
        return context.policy.version === 'v2';
      });
    },
  },
];

test.each(CASES)('$type ends with its exit code, and says in Chinese what would be right', async (one) => {
  await one.before?.();
  const ended = await cli.tell([...(await one.args()), '--as', one.who], one.meanwhile);
  const { exit, type } = one.better ?? { exit: 3, type: one.type };
  expect(ended.json).toMatchObject({ error: { exit, type } });
  expect(ended.exit).toBe(exit);
  expect(ended.err).toMatch(/\p{Script=Han}{4}.*。/u);
});

test('no way to refuse is left out', () => {
  expect(new Set([...CASES.map(({ type }) => type), ...ELSEWHERE])).toEqual(new Set(REFUSAL_TYPES));
});

test('whoever decides second is told who was first, and when', async () => {
  const { err, exit } = await cli.tell(
    ['return', 'main/1.5', ...giveBack(MISSING, '2021-08-01').slice(2), '--as', 'acceptor'],
    () => must('acceptor', 'accept', 'main/1.5'),
  );
  expect(exit).toBe(3);
  expect(err).toMatch(/此前 acceptor 已于 2021-05-14 12:\d\d 验收通过/);
});
