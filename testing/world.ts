import { snapshotCalendar } from '../domain/calendar/snapshot';
import { CivilDate } from '../domain/calendar/civil';
import { REAL_TIME } from '../domain/calendar/clock';
import { type Instant, instantOf, TimeOfDay } from '../domain/calendar/zone';
import { itemId, ItemNumber, PersonId, RoundId } from '../base/ids';
import type { ItemBirth } from '../domain/item/life';
import type { ItemContext } from '../domain/item/state';
import { About } from '../domain/plan/about';
import { PlannedItem } from '../domain/plan/plan';
import { Policy } from '../domain/round/policy';
import { Roster } from '../domain/round/roster';

/** A known world for the tests of the domain: one round of 2021, its people, and an item of it. */
export const date = (text: string): CivilDate => CivilDate.parse(text);
export const person = (text: string): PersonId => PersonId.parse(text);

/** An instant by the round's own wall clock; by default in office hours. */
export const at = (day: string, time = '10:00'): Instant => instantOf(date(day), TimeOfDay.parse(time));

/** The last year is one that no schedule has been published for. */
export const CALENDAR = snapshotCalendar({ from: date('2021-01-01'), to: date('2027-12-31') });

export const PEOPLE = {
  leader: person('jia'),
  handler: person('yi'),
  acceptor: person('bing'),
  head: person('ding'),
  office: person('wu'),
  oversight: person('ji'),
  archivist: person('geng'),
  /** Deputy of the leader, of the handler and of the acceptor. */
  deputy: person('xin'),
  /** In the roster, without an office in this item. */
  bystander: person('ren'),
} as const;

/** In no roster. */
export const STRANGER = person('mou');

const NAMES = {
  jia: '甲',
  yi: '乙',
  bing: '丙',
  ding: '丁',
  wu: '戊',
  ji: '己',
  geng: '庚',
  xin: '辛',
  ren: '壬',
} as const;

const REPRESENTED: readonly string[] = [PEOPLE.leader, PEOPLE.handler, PEOPLE.acceptor];

export const ROSTER: Roster = Roster.parse({
  people: Object.entries(NAMES).map(([id, name]) => ({
    id,
    name,
    address: `${id}@example.org`,
    deputies: REPRESENTED.includes(id) ? [PEOPLE.deputy] : [],
  })),
  head: PEOPLE.head,
  office: [PEOPLE.office],
  oversight: [PEOPLE.oversight],
  archivist: PEOPLE.archivist,
});

/** An item of two measures, due on 2021-06-30. */
export const PLANNED: PlannedItem = PlannedItem.parse({
  number: '1.2',
  category: '应急管理责任落实方面',
  problem: '执法终端管理不到位',
  kind: 'time-limited',
  leader: PEOPLE.leader,
  section: '执法监督科',
  handler: PEOPLE.handler,
  acceptor: PEOPLE.acceptor,
  deadline: '2021-06-30',
  measures: [
    { no: 1, text: '逐台清点执法终端', kind: 'loss-recovery' },
    { no: 2, text: '制定终端管理办法', kind: 'rule-making' },
  ],
});

/** What an item can be about. */
export const ABOUT = About.parse({
  cause: '台账多年未核对',
  goal: '账实相符',
  priority: 'high',
  tags: ['固定资产', '台账'],
  source: { document: '巡察反馈意见', page: '3-5' },
});

/** A planned item like `PLANNED`; `deadline: null` is one without a deadline. */
export const planned = ({
  deadline,
  ...more
}: Partial<Omit<PlannedItem, 'deadline'>> & { deadline?: CivilDate | null } = {}): PlannedItem => {
  const { deadline: usual, ...rest } = PLANNED;
  const set = deadline === undefined ? usual : deadline;
  return { ...rest, ...more, ...(set ? { deadline: set } : {}) };
};

/** The default rules, but with claimed identities: tests of signatures change that. */
export const POLICY: Policy = Policy.parse({ identity: 'claimed' });

export const aContext = (more: Partial<ItemContext> = {}): ItemContext => ({
  round: {
    id: RoundId.parse('2021-03'),
    title: '2021年第三轮巡察整改',
    body: '市应急管理局',
    concentratedUntil: date('2021-08-31'),
  },
  planned: PLANNED,
  roster: ROSTER,
  policy: POLICY,
  calendar: CALENDAR,
  archiveNumber: 'Z109-WS·2021-D30-JGDW-0002',
  ...more,
});

/** The Thursday on which everything is assigned by default. */
export const ASSIGNED = at('2021-05-06', '09:00');

/** What an item is started with: by default `PLANNED`, in real time. */
export const aBirth = (
  context: Partial<ItemContext> = {},
  more: Partial<Omit<ItemBirth, 'context'>> = {},
): ItemBirth => {
  const whole = aContext(context);
  return {
    item: itemId(whole.round.id, ItemNumber.parse(whole.planned.number)),
    cycle: 1,
    context: whole,
    clock: REAL_TIME,
    assignedAt: ASSIGNED,
    ...more,
  };
};
