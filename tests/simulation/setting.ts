import { addDays, CivilDate } from '../../domain/calendar/civil';
import { REAL_TIME } from '../../domain/calendar/clock';
import { type Instant, instant, instantOf } from '../../domain/calendar/zone';
import { hashOf } from '../../base/hash';
import { type PersonId, RoundId } from '../../base/ids';
import type { RoundBirth } from '../../domain/round/memory';
import { PlannedItem, type RoundHead } from '../../domain/plan/plan';
import { Person, Roster } from '../../domain/round/roster';
import { keyOf } from './keys';
import type { ItemSetting, Setting } from './script';
import { calendarVariant, policyVariant } from './variants';

/** Everybody, by what they are at the beginning. */
const CAST = [
  { id: 'jia', name: '甲', part: 'head' },
  { id: 'yi', name: '乙', part: 'office' },
  { id: 'bing', name: '丙', part: 'office' },
  { id: 'ding', name: '丁', part: 'oversight' },
  { id: 'wu', name: '戊', part: 'archivist' },
  { id: 'ji', name: '己', part: 'leader' },
  { id: 'geng', name: '庚', part: 'leader' },
  { id: 'xin', name: '辛', part: 'handler' },
  { id: 'ren', name: '壬', part: 'handler' },
  { id: 'gui', name: '癸', part: 'handler' },
  { id: 'zi', name: '子', part: 'acceptor' },
  { id: 'chou', name: '丑', part: 'acceptor' },
  { id: 'yin', name: '寅', part: 'none' },
  { id: 'mao', name: '卯', part: 'none' },
] as const;

/** People who are in no roster until they are registered. */
export const STRANGERS = [
  { id: 'chen', name: '辰' },
  { id: 'si', name: '巳' },
  { id: 'wei', name: '未' },
] as const;

/** Everybody who ever plays a part, by the places that temperaments are given to. */
export const EVERYBODY = [...CAST, ...STRANGERS].map(({ id }) => id);

export const nth = <T>(list: readonly T[], n: number): T => {
  const found = list[n % list.length];
  if (found === undefined) throw new RangeError('nothing to choose from');
  return found;
};

const ofPart = (part: string) => CAST.filter((one) => one.part === part);

export const personOf = (
  { id, name }: { id: string; name: string },
  more: { deputies?: readonly string[]; from?: Instant; superior?: string } = {},
): Person => {
  const { from, ...rest } = more;
  const keys = from === undefined ? {} : { keys: [{ ...keyOf(id, 0), from }] };
  return Person.parse({ id, name, address: `${id}@example.org`, ...rest, ...keys });
};

const rosterOf = ({ deputies, signed }: Setting, from: Instant): Roster => {
  const namedBy = (place: number) =>
    deputies.filter(([who, whom]) => who === place && whom !== place).map(([, whom]) => nth(CAST, whom).id);
  return Roster.parse({
    people: CAST.map((one, place) =>
      personOf(one, {
        deputies: [...new Set(namedBy(place))],
        ...(signed && { from }),
        ...(one.id === 'geng' && { superior: 'ji' }),
      }),
    ),
    head: 'jia',
    office: ['yi', 'bing'],
    oversight: ['ding'],
    archivist: 'wu',
    contacts: { [ASSISTING]: 'yin' },
  });
};

/** Who owns measures, and who acts for a section that assists. */
const OWNERS = [...ofPart('none'), ...ofPart('handler'), ...ofPart('acceptor')];
const ASSISTING = '财务科';

/** The head may be an item's leader, and somebody of the office its acceptor. */
const LEADERS = [...ofPart('leader'), ...ofPart('head')];
const ACCEPTORS = [...ofPart('acceptor'), { id: 'yi' }];

/** Some measures have owners, and dates by the deadline of the item: which is told by the other choices. */
const measureOf = (
  { handler, leader, acceptor, due }: ItemSetting,
  no: number,
  start: CivilDate,
): PlannedItem['measures'][number] => {
  const pick = handler * 7 + leader * 3 + acceptor + no;
  const until = due ?? 60;
  return {
    no,
    text: '落实',
    kind: 'other',
    ...(pick % 2 === 0 && { owner: nth(OWNERS, pick).id as PersonId }),
    ...(pick % 3 > 0 && { deadline: addDays(start, Math.max(1, until - (pick % 5) * 8)) }),
  };
};

const itemOf = (item: ItemSetting, start: CivilDate, index: number) => {
  const { kind, due, handler, leader, acceptor, measures } = item;
  return PlannedItem.parse({
    number: `${1 + (index % 2)}.${1 + Math.floor(index / 2)}`,
    category: `方面${1 + (index % 2)}`,
    problem: `第${index + 1}个问题`,
    kind,
    section: '办公室',
    handler: nth(ofPart('handler'), handler).id,
    leader: nth(LEADERS, leader).id,
    acceptor: nth(ACCEPTORS, acceptor).id,
    ...(due !== null && { deadline: addDays(start, due) }),
    ...(leader % 2 === 0 && { assisting: [ASSISTING, '党办'] }),
    measures: Array.from({ length: measures }, (_, no) => measureOf(item, no + 1, start)),
  });
};

const startOf = ({ year, day }: Setting): CivilDate => addDays(CivilDate.parse(`${year}-01-01`), day);

/** How the round was opened, as far as its commands are bound to it. */
const OPENED: NonNullable<RoundBirth['opened']> = {
  genesis: hashOf('opening'),
  namespace: 'default',
  nonce: 'n'.repeat(22),
  signatures: [],
  signers: [],
};

/** What a round of this setting is started with. */
export const roundBirth = (setting: Setting): RoundBirth => {
  const start = startOf(setting);
  const midnight = instantOf(start);
  const head: RoundHead = {
    round: RoundId.parse(`${setting.year}-01`),
    title: '演练轮次',
    body: '某单位',
    feedback: start,
    concentratedUntil: addDays(start, setting.concentrated),
    archive: { fonds: 'Z109', category: 'WS', year: setting.year, retention: 'D30', organisation: 'JGDW' },
    policy: policyVariant(setting.policy, setting.signed ? 'signed' : 'claimed', `p-${setting.policy}`),
    roster: rosterOf(setting, midnight),
  };
  return {
    head,
    calendar: calendarVariant(start, setting.calendar),
    clock: REAL_TIME,
    items: setting.items.map((item, index) => itemOf(item, start, index)),
    assignedAt: instant(midnight + setting.hour),
    opened: OPENED,
  };
};
