import type { Calendar } from '../../domain/calendar/calendar';
import type { CivilDate } from '../../domain/calendar/civil';
import { snapshotCalendar } from '../../domain/calendar/snapshot';
import type { KeyRing } from '../../domain/identity';
import { BodyId, type ItemNumber, PersonId } from '../../base/ids';
import { Plan, type PlannedItem } from '../../domain/plan/plan';

const date = (text: string) => text as CivilDate;

/**
 * People by what they are: `handler-1`, `handler-2` ... with as many handlers as asked for. `deputy` may act for
 * each handler and for the leader.
 */
const people = (handlers: number) => [
  ...Array.from({ length: handlers }, (_, index) => ({
    ...person(`handler-${index + 1}`),
    deputies: ['deputy'],
  })),
  { ...person('leader'), deputies: ['deputy'] },
  ...['acceptor', 'head', 'office', 'oversight', 'archivist', 'deputy'].map(person),
];

const person = (id: string) => ({ id, name: id, address: `${id}@example.org` });

/** The body of every plan of a test. */
export const BODY = BodyId.parse('some-body');

/** What every plan of a test says of its round, and who holds its offices. */
export const aRoundOf = (round: string) => ({
  round,
  title: `演练轮次 ${round}`,
  body: '某单位',
  bodyId: BODY,
  feedback: '2021-04-29',
  concentratedUntil: '2021-08-31',
  archive: { fonds: 'Z109', year: 2021, organisation: 'JGDW' },
});

export const OFFICES = {
  head: 'head',
  office: ['office'],
  oversight: ['oversight'],
  archivist: 'archivist',
};

/** A plan of `items` items, all with the same deadline, shared out among `handlers`; people are taken at their word. */
export const planOf = (given: {
  round: string;
  items?: number;
  handlers?: number;
  deadline?: string | undefined;
  policy?: object;
  keys?: Readonly<Record<string, KeyRing>>;
  kind?: PlannedItem['kind'];
}): Plan => {
  const { round, items = 1, handlers = 1, deadline, policy = {}, keys = {}, kind = 'time-limited' } = given;
  return Plan.parse({
    ...aRoundOf(round),
    policy: { identity: 'claimed', ...policy },
    roster: {
      people: people(handlers).map((one) => ({ ...one, keys: keys[one.id] })),
      ...OFFICES,
    },
    items: Array.from({ length: items }, (_, index): PlannedItem => ({
      number: `1.${index + 1}` as ItemNumber,
      category: '固定资产和专项资金监管不到位',
      problem: `第 ${index + 1} 个问题`,
      kind,
      leader: PersonId.parse('leader'),
      section: '办公室',
      handler: PersonId.parse(`handler-${(index % handlers) + 1}`),
      acceptor: PersonId.parse('acceptor'),
      ...(deadline !== undefined && { deadline: date(deadline) }),
      measures: [{ no: 1, text: '建立台账并逐件核对', kind: 'rule-making' }],
    })),
  });
};

/** The working days of 2021 and 2022. */
export const calendar2021: Calendar = snapshotCalendar({ from: date('2021-01-01'), to: date('2022-12-31') });
