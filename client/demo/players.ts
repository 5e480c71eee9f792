import { civilOf } from '../../domain/calendar/zone';
import { itemId, type ItemNumber, type PersonId } from '../../base/ids';
import type { Sides } from '../../domain/item/side';
import { namedBy } from '../../domain/round/people';
import type { EvidenceFile } from '../../domain/item/command';
import type { PlannedItem, PlannedMeasure } from '../../domain/plan/plan';
import { NotBegun, NotFound } from '../api';
import { amend } from './amending';
import { sendLetter } from './office';
import type { Act, Deed } from './script';
import {
  come,
  handIn,
  nowOf,
  officeOf,
  oversightOf,
  type Stage,
  tellItem,
  tellRound,
  type ToItem,
  until,
} from './stage';

type Telling<C = ToItem> = C extends object ? Omit<C, 'item' | 'cycle'> : never;

/** The life of an item as its people see it: which it is, and who has it. */
type Part = { item: PlannedItem; cycle: number; people: Sides };

/** Plays one item's part of the script, each act when the round's clock shows its instant. */
export const play = async (stage: Stage, number: ItemNumber, acts: readonly Act[]): Promise<void> => {
  const item = stage.plan.items.find((planned) => planned.number === number);
  if (!item) return;
  let part: Part = { item, cycle: 1, people: item };
  for (const { at, deed } of acts) {
    await until(stage, at);
    part = await perform(stage, part, deed);
  }
};

const perform = async (stage: Stage, part: Part, deed: Deed): Promise<Part> => {
  if (deed.do === 'reopen') return reopen(stage, part, deed);
  if (deed.do === 'send-letter') {
    await sendLetter(stage, part.item.number);
    return part;
  }
  if (deed.do === 'amend') {
    await amend(stage, { item: part.item.number, cycle: part.cycle, ...deed.change }, deed.reason);
    return part;
  }
  for (const telling of await tellingsOf(stage, part, deed)) await tell(stage, part, telling);
  return deed.do === 'hand-over' ? { ...part, people: { ...part.people, handler: deed.to } } : part;
};

const tell = ({ plan, ...stage }: Stage, { item, cycle }: Part, telling: Telling): Promise<void> =>
  tellItem({ plan, ...stage }, { ...telling, item: itemId(plan.round, item.number), cycle });

/** Oversight has found the problem again; the item is acted on as soon as its second life has begun. */
const reopen = async (
  stage: Stage,
  part: Part,
  { deadline }: Extract<Deed, { do: 'reopen' }>,
): Promise<Part> => {
  const { item, cycle } = part;
  const reason = '回头看发现个别线索没有闭环，问题有反弹';
  const by = oversightOf(stage);
  await tellRound(stage, { type: 'reopen', by, item: item.number, cycle, reason, deadline });
  const look = () => stage.rectify.item(itemId(stage.plan.round, item.number), cycle + 1).catch(notYet);
  await come(`the second life of ${item.number}`, look, 60);
  return { ...part, cycle: cycle + 1 };
};

/** The round has answered, and starts the life only then. */
const notYet = (error: unknown): undefined => {
  if (!(error instanceof NotFound || error instanceof NotBegun)) throw error;
};

const SUMMARY = '各项措施已落实，佐证已提交，申请销号';

/** The commands that a deed takes, given by the person whose part it is. */
const tellingsOf = async (
  stage: Stage,
  part: Part,
  deed: Exclude<Deed, { do: 'reopen' | 'send-letter' | 'amend' }>,
): Promise<Telling[]> => {
  const { plan } = stage;
  const { handler, leader, acceptor } = part.people;
  switch (deed.do) {
    case 'acknowledge':
      return [{ type: 'acknowledge', by: handler }];
    case 'report':
      return [{ type: 'report-progress', by: handler, text: deed.text }];
    case 'finish':
      return finish(stage, part, deed.measure);
    case 'hand-in-own':
      return handInOwn(stage, part, deed.measure);
    case 'complete':
      return [completion(part, measureOf(part, deed.measure))];
    case 'replace-evidence':
      return [await newVersion(stage, part, deed.measure)];
    case 'request':
      return [{ type: 'request-closure', by: handler, summary: SUMMARY }];
    case 'approve':
      return [{ type: 'approve', by: leader, ...(await seen(stage, part)), opinion: '情况属实，同意' }];
    case 'accept':
      return [{ type: 'accept', by: acceptor, ...(await seen(stage, part)), opinion: '验收合格，同意销号' }];
    case 'accept-stage':
      return [{ type: 'accept-stage', by: acceptor, ...(await seen(stage, part)), until: deed.until }];
    case 'check-in':
      return [{ type: 'check-in', by: handler, text: '公开栏按月更新，抽查四次，没有漏项' }];
    case 'give-back':
      return [giveBack(part.people[deed.by], deed.newDeadline)];
    case 'ask-extension':
      return [askExtension(handler, deed.newDeadline)];
    case 'grant-extension':
      return [
        {
          type: 'grant-extension',
          newDeadline: deed.newDeadline,
          opinion: '理由充分，同意',
          by: deed.by === 'head' ? plan.roster.head : leader,
        },
      ];
    case 'hand-over':
      return [handOver(stage, deed.to)];
    case 'merge':
      return [
        { type: 'withdraw', by: plan.roster.head, reason: '整改内容已包含在另一事项中', into: deed.into },
      ];
  }
};

const seen = async ({ rectify, plan }: Stage, { item, cycle }: Part) => ({
  evidence: (await rectify.item(itemId(plan.round, item.number), cycle)).evidenceHash,
});

const giveBack = (by: PersonId, newDeadline: Extract<Deed, { do: 'give-back' }>['newDeadline']): Telling => ({
  type: 'return',
  by,
  opinion: '整改方向正确，但证明材料尚不充分',
  missing: '缺少经办人和复核人签字的原始记录',
  newDeadline,
});

const askExtension = (
  by: PersonId,
  newDeadline: Extract<Deed, { do: 'ask-extension' }>['newDeadline'],
): Telling => ({
  type: 'request-extension',
  by,
  newDeadline,
  reason: '涉及外单位配合，手续尚在办理',
  progress: '已完成大半，余下部分已排定日期',
});

/** The successor's record, and those of the people it names. */
const handOver = (stage: Stage, to: PersonId): Telling => {
  const { roster } = stage.plan;
  const successor = roster.people.find(({ id }) => id === to);
  const needed = successor ? [to, ...namedBy(successor)] : [to];
  const people = roster.people.filter(({ id }) => needed.includes(id));
  const note = '经办人另有任用，材料已逐件移交，清单见科室移交登记';
  return { type: 'reassign', by: officeOf(stage), side: 'handler', to, people, note };
};

/** The amount that a measure which recovers a loss brings back, as the plan names it, in fen. */
const recoveredBy = ({ kind, text }: PlannedMeasure): number | undefined => {
  const yuan = kind === 'loss-recovery' ? /(\d+)元/.exec(text)?.[1] : undefined;
  return yuan === undefined ? undefined : Number(yuan) * 100;
};

/** The rule that a measure makes, where the plan speaks of one. */
const madeBy = ({ kind, text }: PlannedMeasure): { regulation?: string } => {
  const title =
    kind === 'rule-making' ? /(?:印发|拟订|重订)([^，]{3,16}(?:办法|制度))/.exec(text)?.[1] : undefined;
  return title === undefined ? {} : { regulation: title };
};

const measureOf = ({ item }: Part, no: number): PlannedMeasure => {
  const measure = item.measures.find((planned) => planned.no === no);
  if (!measure) throw new Error(`${item.number} has no measure ${no}`);
  return measure;
};

/** A small file that shows a measure done. */
const fileFor = (stage: Stage, { item }: Part, { no, text }: PlannedMeasure): Promise<EvidenceFile> => {
  const day = civilOf(nowOf(stage));
  const content = `【演练】${stage.plan.title}\n${item.number} ${item.problem}\n措施 ${no}:${text}\n${day}\n`;
  return handIn(stage, content, { title: `${item.problem} 措施${no}落实情况`, mediaType: 'text/plain' });
};

const completion = ({ people }: Part, measure: PlannedMeasure): Telling => {
  const fen = recoveredBy(measure);
  return {
    type: 'complete-measure',
    by: people.handler,
    measure: measure.no,
    result: '已按计划完成',
    ...(fen !== undefined && { recoveredFen: fen }),
    ...madeBy(measure),
  };
};

/** The money that a measure brought back, shown by its file: files were handed in once for each measure, in their order. */
const resultOf = ({ people }: Part, measure: PlannedMeasure): Telling[] => {
  const { no } = measure;
  const figure = recoveredBy(measure);
  const { handler: by, leader: vouchedBy } = people;
  return figure === undefined
    ? []
    : [{ type: 'record-result', by, kind: 'money-collected', figure, measure: no, evidence: no, vouchedBy }];
};

/** Hands in a small file for the measure, reports it done, and what it brought. */
const finish = async (stage: Stage, part: Part, no: number): Promise<Telling[]> => {
  const measure = measureOf(part, no);
  const file = await fileFor(stage, part, measure);
  return [
    { type: 'add-evidence', by: part.people.handler, measure: no, file },
    completion(part, measure),
    ...resultOf(part, measure),
  ];
};

/** The owner of a measure does their part. */
const handInOwn = async (stage: Stage, part: Part, no: number): Promise<Telling[]> => {
  const measure = measureOf(part, no);
  const by = measure.owner ?? part.people.handler;
  const file = await fileFor(stage, part, measure);
  return [
    { type: 'add-evidence', by, measure: no, file },
    { type: 'report-progress', by, measure: no, text: '配合部分已办完，材料已提交' },
  ];
};

/** A new version of the file of a measure: files were handed in once for each measure, in their order. */
const newVersion = async (stage: Stage, { item, people }: Part, measure: number): Promise<Telling> => {
  const text = `【演练】${item.number} ${item.problem}\n措施 ${measure}：补齐签字的原始记录\n`;
  const title = `${item.problem} 措施${measure}落实情况（补充签字）`;
  const file = await handIn(stage, text, { title, mediaType: 'text/plain' });
  return { type: 'add-evidence', by: people.handler, measure, file, replaces: measure };
};
