import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Clock, domainTime, realTime } from '../../domain/calendar/clock';
import { civilOf } from '../../domain/calendar/zone';
import { itemId, type ItemNumber, type PersonId } from '../../domain/ids';
import type { Command } from '../../domain/item/command';
import type { Plan, PlannedItem } from '../../domain/round/plan';
import type { Store } from '../../store/store';
import type { Rectify } from '../api';
import type { Act, Deed } from './script';

export type Stage = { rectify: Rectify; store: Store; plan: Plan; clock: Clock };

type Telling<C = Command> = C extends Command ? Omit<C, 'id' | 'item' | 'cycle' | 'at'> : never;

/** Plays one item's part of the script, each act when the round's clock shows its instant. */
export const play = async (stage: Stage, number: ItemNumber, acts: readonly Act[]): Promise<void> => {
  const item = stage.plan.items.find((planned) => planned.number === number);
  if (!item) return;
  for (const { at, deed } of acts) {
    const wait = realTime(stage.clock, at) - Date.now();
    if (wait > 0) await sleep(wait);
    for (const telling of await tellingsOf(stage, item, deed)) await tell(stage, item, telling);
  }
};

const tell = async ({ rectify, plan, clock }: Stage, item: PlannedItem, telling: Telling): Promise<void> => {
  const envelope = {
    id: randomUUID(),
    item: itemId(plan.round, item.number),
    cycle: 1,
    at: new Date(domainTime(clock, Date.now())).toISOString(),
  };
  await rectify.command({ ...envelope, ...telling });
};

/** The commands that a deed takes, given by the person whose part it is. */
const tellingsOf = async (stage: Stage, item: PlannedItem, deed: Deed): Promise<Telling[]> => {
  const { handler, leader, acceptor } = item;
  switch (deed.do) {
    case 'acknowledge':
      return [{ type: 'acknowledge', by: handler }];
    case 'report':
      return [{ type: 'report-progress', by: handler, text: deed.text }];
    case 'finish':
      return finish(stage, item, deed.measure);
    case 'request':
      return [{ type: 'request-closure', by: handler, summary: '各项措施已落实，佐证已提交，申请销号' }];
    case 'approve':
      return [{ type: 'approve', by: leader, ...(await seen(stage, item)), opinion: '情况属实，同意' }];
    case 'accept':
      return [{ type: 'accept', by: acceptor, ...(await seen(stage, item)), opinion: '验收合格，同意销号' }];
    case 'give-back':
      return [giveBack(deed.by === 'leader' ? leader : acceptor, deed.newDeadline)];
  }
};

const seen = async ({ rectify, plan }: Stage, item: PlannedItem) => ({
  evidence: (await rectify.item(itemId(plan.round, item.number))).evidenceHash,
});

const giveBack = (by: PersonId, newDeadline: Extract<Deed, { do: 'give-back' }>['newDeadline']): Telling => ({
  type: 'return',
  by,
  opinion: '整改方向正确，但证明材料尚不充分',
  missing: '缺少经办人和复核人签字的原始记录',
  newDeadline,
});

/** Hands in a small file for the measure and reports it done. */
const finish = async ({ store, plan, clock }: Stage, item: PlannedItem, no: number): Promise<Telling[]> => {
  const measure = item.measures.find((planned) => planned.no === no);
  const day = civilOf(domainTime(clock, Date.now()));
  const text = `【演练】${plan.title}\n${item.number} ${item.problem}\n措施 ${no}:${measure?.text ?? ''}\n${day}\n`;
  const digest = await store.putEvidence(Readable.from([Buffer.from(text)]));
  const title = `${item.problem} 措施${no}落实情况`;
  const file = { ...digest, mediaType: 'text/plain', title, effectiveDate: day };
  return [
    { type: 'add-evidence', by: item.handler, measure: no, file },
    { type: 'complete-measure', by: item.handler, measure: no, result: '已按计划完成' },
  ];
};
