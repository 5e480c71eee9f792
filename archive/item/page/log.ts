import type { Event, EventType } from '../../../domain/item/event';
import type { LogEntry } from '../../../domain/item/log';
import { story } from '../../../domain/language/story';
import type { Markup } from '../../../base/markup';
import type { RoundEvent } from '../../../domain/round/event';
import type { Roster } from '../../../domain/round/roster';
import type { ItemRecord } from '../record';
import { type Cell, code, doer, listing, shortHash, when, written } from './parts';
import { knownBy, type Signer } from './signers';

/** The decisions of people. */
const DECISIONS: Partial<Record<EventType, string>> = {
  reopened: '反弹重开',
  restored: '恢复办理',
  'extension-granted': '同意延期',
  'extension-refused': '不同意延期',
  approved: '审核同意',
  returned: '退回补充整改',
  accepted: '验收通过，销号',
  'stage-accepted': '阶段验收通过',
  withdrawn: '不予列入或并案',
  reassigned: '改派',
  'deadline-set': '设定时限',
  'proposal-issued': '签发',
  'proposal-dropped': '不予签发',
};

/** Every decision: who, for whom, when, and how that is known. */
export const decisions = (
  { log, context: { roster } }: ItemRecord,
  signers: readonly Signer[],
): Markup | undefined =>
  listing(
    '决定',
    ['条', '时间', '决定', '决定人', '身份依据', '公钥编号 kid'],
    log.flatMap((entry): Cell[][] => {
      const { seq, at, author, event } = entry;
      const name = DECISIONS[event.type];
      if (name === undefined || !author) return [];
      const signer = signers.find(({ entries }) => entries.includes(seq));
      const by = doer(author, roster);
      return [[seq, when(at), name, by, knownBy(author, signers), signer && code(signer.kid)]];
    }),
  );

/** The whole log of an item or a round, as it is chained. */
export const course = (
  log: readonly LogEntry<Event | RoundEvent>[],
  roster: Roster,
  signers: readonly Signer[],
): Markup | undefined =>
  listing(
    '办理过程',
    ['条', '时间', '经过', '身份依据', '校验值'],
    log.map((entry) => [
      entry.seq,
      when(entry.at),
      written(story(entry, roster, 'zh-CN')),
      knownBy(entry.author, signers),
      shortHash(entry.hash),
    ]),
  );
