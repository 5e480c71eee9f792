import { CivilDate } from '../domain/calendar/civil';
import { instantOf, TimeOfDay } from '../domain/calendar/zone';
import { ItemId, ItemNumber, PersonId, RoundId } from '../base/ids';
import type { Digest, DigestLine, Fact, FactKind, ItemBrief, Reminder } from '../domain/ladder/notice';
import type { NoticeRung } from '../domain/ladder/measure-rung';
import type { Language } from '../domain/round/roster';

/** A known world for the tests of this folder: a round, an item of it, its handler 乙, leader 甲 and acceptor 丙. */
export const date = (text: string): CivilDate => CivilDate.parse(text);

export const SLOT = instantOf(date('2021-06-25'), TimeOfDay.parse('08:30'));

const IDS: Record<string, string> = { 甲: 'jia', 乙: 'yi', 丙: 'bing' };
const idOf = (name: string) => PersonId.parse(IDS[name] ?? 'ding');
const named = (name: string) => ({ id: idOf(name), name });

export const aBrief = (number = '3.2', more: Partial<ItemBrief> = {}): ItemBrief => ({
  workflow: `item/2021-03/${number}`,
  item: ItemId.parse(`2021-03/${number}`),
  cycle: 1,
  round: RoundId.parse('2021-03'),
  roundTitle: '2021年第三轮巡察整改',
  number: ItemNumber.parse(number),
  problem: '物资采购管理不规范',
  status: 'in-progress',
  deadline: date('2021-06-30'),
  provisional: false,
  people: { handler: named('乙'), leader: named('甲'), acceptor: named('丙') },
  section: '执法监督科',
  ...more,
});

export const aReminder = (rung: NoticeRung, brief = aBrief(), more: Partial<Reminder> = {}): DigestLine => ({
  brief,
  reminder: { id: `${brief.item}/c1@${rung}/2021-06-25`, rung, slot: SLOT, ...more },
});

export const aFact = (kind: FactKind, brief = aBrief(), more: Partial<Fact> = {}): DigestLine => ({
  brief,
  fact: { id: `${brief.item}/c1#7`, kind, slot: SLOT, cc: false, ...more },
});

export const aDigest = (lines: DigestLine[], to: { name?: string; language?: Language } = {}): Digest => ({
  mailbox: 'yi',
  to: { person: idOf(to.name ?? '乙'), name: '乙', address: 'yi@example.org', language: 'zh-CN', ...to },
  slot: SLOT,
  lines,
});
