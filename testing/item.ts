import { bagName } from '../archive/item/record';
import { addDays } from '../domain/calendar/civil';
import { civilOf, type Instant, instant } from '../domain/calendar/zone';
import { manifestHash } from '../domain/evidence/manifest';
import { Sha512 } from '../base/ids';
import { RIGHTS } from '../domain/item/authority';
import { type Answer, Command, type CommandType, type EvidenceFile } from '../domain/item/command';
import { type ItemBirth, ItemLife } from '../domain/item/life';
import { isHelper, isSide } from '../domain/item/side';
import { type ItemState, pendingExtension } from '../domain/item/state';
import type { Status } from '../domain/item/states';
import type { Refusal } from '../domain/refusal';
import { holdersOf } from '../domain/round/offices';
import { aBirth, at, date, PEOPLE, planned, ROSTER } from './world';

/** What people do to an item, in a line each. */
let commands = 0;
const nextUuid = () => `00000000-0000-4000-8000-${String((commands += 1)).padStart(12, '0')}`;

/** A file whose content is told apart by one digit. */
export const aFile = (digit = 'a'): EvidenceFile => ({
  sha512: Sha512.parse(digit.repeat(128)),
  size: 1024,
  mediaType: 'application/pdf',
  title: `清点记录${digit}`,
  effectiveDate: date('2021-05-20'),
});

/** The date of the extension that waits for a decision. */
const askedFor = (state: ItemState, now: Instant) =>
  pendingExtension(state)?.newDeadline ?? addDays(civilOf(now), 10);

type Fields = Record<CommandType, (state: ItemState, now: Instant) => object>;

const FIELDS: Fields = {
  acknowledge: () => ({}),
  'report-progress': () => ({ text: '已清点过半' }),
  'add-evidence': () => ({ measure: 1, file: aFile() }),
  'withdraw-evidence': () => ({ evidence: 1, reason: '扫描件缺页' }),
  'complete-measure': () => ({ measure: 1, result: '清点完毕' }),
  'record-result': (state) => ({ kind: 'meetings', figure: 2, vouchedBy: state.people.leader }),
  'correct-result': () => ({ result: 1, figure: 3, reason: '漏计一次' }),
  'request-closure': () => ({ summary: '措施均已落实' }),
  approve: (state) => ({ evidence: manifestHash(state), opinion: '同意' }),
  return: (_, now) => ({
    opinion: '不予通过',
    missing: '缺少终端遗失的处理结果及依据',
    newDeadline: addDays(civilOf(now), 30),
  }),
  accept: (state) => ({ evidence: manifestHash(state), opinion: '予以销号' }),
  'withdraw-closure': () => ({ reason: '还有一份记录要补' }),
  'check-in': () => ({ text: '制度执行良好,抽查无遗失' }),
  'request-extension': (state, now) => ({
    newDeadline: addDays(state.deadline ?? civilOf(now), 10),
    reason: '采购流程未走完',
    progress: '已完成九成',
  }),
  'grant-extension': (state, now) => ({ newDeadline: askedFor(state, now), opinion: '同意延期' }),
  'refuse-extension': (state, now) => ({ newDeadline: askedFor(state, now), opinion: '请按期完成' }),
  ask: () => ({ text: '请说明第三台终端的去向' }),
  'accept-stage': (state, now) => ({ evidence: manifestHash(state), until: addDays(civilOf(now), 365) }),
  withdraw: () => ({ reason: '与另一事项重复' }),
  reassign: () => ({ side: 'handler', to: PEOPLE.bystander, people: [], note: '材料在档案柜第二层' }),
  'set-deadline': (_, now) => ({ deadline: addDays(civilOf(now), 60), reason: '会议研究确定' }),
  urge: () => ({ text: '请抓紧' }),
  resend: (state) => ({ to: state.people.handler, notice: `${state.item}/c${state.cycle}#1` }),
  comment: () => ({ text: '已电话沟通' }),
};

/** The person whose turn it is for a command: who holds the right in this state, else who holds it in any. */
const holder = (type: CommandType, state: ItemState) => {
  const rights = RIGHTS.filter((right) => right.command === type);
  const right = rights.find(({ states }) => states.includes(state.status)) ?? rights[0];
  if (!right) throw new RangeError(`nobody may ${type}`);
  const { role } = right;
  if (isSide(role)) return state.people[role];
  if (isHelper(role)) throw new RangeError(`${role} is nobody's first right`);
  return holdersOf(role, ROSTER)[0];
};

/** A whole command by the person whose turn it is, with everything it needs; `more` overrides fields. */
export const aCommand = (life: ItemLife, type: CommandType, now: Instant, more: object = {}): Command => {
  const { state } = life;
  return Command.parse({
    id: nextUuid(),
    item: state.item,
    cycle: state.cycle,
    by: holder(type, state),
    at: new Date(now).toISOString(),
    type,
    ...FIELDS[type](state, now),
    ...more,
  });
};

/** Gives a command and returns its answer. */
export const attempt = (
  life: ItemLife,
  type: CommandType,
  now: Instant,
  more: object = {},
): Answer | { refusal: Refusal } => life.carryOut(aCommand(life, type, now, more), now);

/** Gives a command that must be carried out. */
export const give = (life: ItemLife, type: CommandType, now: Instant, more: object = {}): Answer => {
  const answer = attempt(life, type, now, more);
  if ('refusal' in answer) throw new Error(`${type} was refused: ${JSON.stringify(answer.refusal)}`);
  return answer;
};

/** Why a command is refused. The caller checks that the item is unchanged. */
export const refusalOf = (
  life: ItemLife,
  type: CommandType,
  now: Instant,
  more: object = {},
): Refusal | undefined => {
  const answer = attempt(life, type, now, more);
  return 'refusal' in answer ? answer.refusal : undefined;
};

export const archiveIt = (life: ItemLife, now: Instant): void => {
  const bag = bagName(life.state);
  const { archiveNumber } = life.context;
  life.happen({ type: 'archived', bag, archiveNumber, manifest: 'f'.repeat(128), missingMails: 0 }, now);
};

/** Everything that an acknowledged item needs for its closure request. */
export const doTheWork = (life: ItemLife, now: Instant): void => {
  for (const { no, completed } of life.state.measures) {
    if (!life.state.evidence.some(({ measure }) => measure === no))
      give(life, 'add-evidence', now, { measure: no, file: aFile(String(no)) });
    if (!completed) give(life, 'complete-measure', now, { measure: no });
  }
};

type Step = (life: ItemLife, now: Instant) => void;

const step =
  (type: CommandType): Step =>
  (life, now) => {
    give(life, type, now);
  };

/** The shortest way to each state. */
const ROADS: Record<Status, readonly Step[]> = {
  assigned: [],
  'in-progress': [step('acknowledge')],
  'leader-review': [step('acknowledge'), doTheWork, step('request-closure')],
  returned: [step('acknowledge'), doTheWork, step('request-closure'), step('return')],
  acceptance: [step('acknowledge'), doTheWork, step('request-closure'), step('approve')],
  sustained: [step('acknowledge'), doTheWork, step('request-closure'), step('approve'), step('accept-stage')],
  withdrawn: [step('withdraw')],
  closed: [step('acknowledge'), doTheWork, step('request-closure'), step('approve'), step('accept')],
  archived: [
    step('acknowledge'),
    doTheWork,
    step('request-closure'),
    step('approve'),
    step('accept'),
    archiveIt,
  ],
};

/** When the way of an item to a state begins: one step an hour from then. */
export const SET_OUT = at('2021-05-10', '09:00');

/** What an item that can come to a state is started with. */
export const birthFor = (status: Status): ItemBirth =>
  status === 'sustained' ? aBirth({ planned: planned({ kind: 'sustained' }) }) : aBirth();

/** An item in the given state, reached by the shortest way. */
export const anItem = (status: Status = 'assigned', birth: ItemBirth = birthFor(status)): ItemLife => {
  const life = new ItemLife(birth);
  ROADS[status].forEach((take, hour) => {
    take(life, instant(SET_OUT + hour * 3_600_000));
  });
  return life;
};

/** An instant by which every state has been reached. */
export const NOW = at('2021-05-10', '16:00');
