import { aHead } from '../../testing/round';
import {
  aBirth,
  aContext,
  ASSIGNED,
  at,
  CALENDAR,
  date,
  PEOPLE,
  PLANNED,
  planned,
  POLICY,
} from '../../testing/world';
import { REAL_TIME } from '../calendar/clock';
import { civilOf, readable } from '../calendar/zone';
import { itemId, ItemNumber } from '../../base/ids';
import { type ItemBirth, ItemLife } from '../item/life';
import { isProvisional } from '../calendar/calendar';
import { birthOf } from '../round/birth';
import { Policy } from '../round/policy';
import { type Digest, lineId } from './notice';
import { MailRoom, rehearse } from './rehearse';

/** A mail as one line of text: when, to whom, what. */
const said = ({ slot, mailbox, lines }: Digest): string =>
  `${readable(slot)} ${mailbox} ${lines.map((line) => ('fact' in line ? line.fact.kind : line.reminder.rung)).join('+')}`;

const timetable = (births: ItemBirth[], until: string): string[] =>
  rehearse({ births, until: at(until, '23:59') })
    .map(said)
    .sort();

/** Days on which a rung is told to a person, of an item due on a day. */
const daysOf = (rung: string, to: string, mails: string[]): string[] =>
  mails.flatMap((mail) => {
    const [day = '', , who, what = ''] = mail.split(' ');
    return who === to && what.split('+').includes(rung) ? [day] : [];
  });

describe('an item that nobody touches', () => {
  test('climbs the whole ladder on the right days to the right people', () => {
    expect(timetable([aBirth()], '2021-07-29')).toEqual([
      '2021-05-06 09:00 jia assigned',
      '2021-05-06 09:00 yi assigned',
      // Two working days on; the Saturday after May Day was worked.
      '2021-05-08 08:30 jia unacknowledged',
      '2021-05-08 08:30 yi unacknowledged',
      '2021-06-10 08:30 yi reminder',
      // Ten days before is the Sunday, so it is told on the Friday.
      '2021-06-18 08:30 jia warning',
      '2021-06-18 08:30 yi warning',
      ...['06-25', '06-28', '06-29', '06-30'].flatMap((day) => [
        `2021-${day} 08:30 jia imminent`,
        `2021-${day} 08:30 yi imminent`,
      ]),
      '2021-07-01 08:30 ding overdue',
      '2021-07-01 08:30 jia overdue',
      '2021-07-01 08:30 yi overdue',
      '2021-07-07 08:30 wu urging-letter',
      '2021-07-08 08:30 ding overdue',
      '2021-07-08 08:30 jia overdue',
      '2021-07-08 08:30 yi overdue',
      '2021-07-14 08:30 ding talk',
      '2021-07-14 08:30 wu talk',
      '2021-07-15 08:30 ding overdue',
      '2021-07-15 08:30 jia overdue',
      '2021-07-15 08:30 yi overdue',
      '2021-07-22 08:30 ding overdue',
      '2021-07-22 08:30 jia overdue',
      '2021-07-22 08:30 yi overdue',
      '2021-07-28 08:30 ji accountability',
      '2021-07-29 08:30 ding overdue',
      '2021-07-29 08:30 jia overdue',
      '2021-07-29 08:30 yi overdue',
    ]);
  });

  test('goes on being called overdue every five working days for as long as it is', () => {
    const mails = timetable([aBirth()], '2022-03-31');
    const days = daysOf('overdue', PEOPLE.handler, mails);
    expect(days.slice(0, 4)).toEqual(['2021-07-01', '2021-07-08', '2021-07-15', '2021-07-22']);
    expect(days).toEqual(daysOf('overdue', PEOPLE.head, mails));
    expect(days.length).toBe(38);
    expect(new Set(mails).size).toBe(mails.length);
  });

  test('that has no deadline is told of its assignment and asked to acknowledge it, and no more', () => {
    const births = [aBirth({ planned: planned({ deadline: null }) })];
    expect(timetable(births, '2022-12-31')).toEqual([
      '2021-05-06 09:00 jia assigned',
      '2021-05-06 09:00 yi assigned',
      '2021-05-08 08:30 jia unacknowledged',
      '2021-05-08 08:30 yi unacknowledged',
    ]);
  });
});

describe('the days of the ladder', () => {
  const dueOn = (deadline: string, assigned: string, until: string) =>
    timetable(
      [aBirth({ planned: planned({ deadline: date(deadline) }) }, { assignedAt: at(assigned) })],
      until,
    );

  test('step over the National Day week of 2021 and count its make-up Saturdays', () => {
    const mails = dueOn('2021-09-30', '2021-08-02', '2021-11-05');
    expect(daysOf('reminder', 'yi', mails)).toEqual(['2021-09-10']);
    // The 20th was the Monday of the Mid-Autumn break, for which Saturday the 18th was worked.
    expect(daysOf('warning', 'jia', mails)).toEqual(['2021-09-18']);
    // Sunday the 26th was worked for the week to come.
    expect(daysOf('imminent', 'yi', mails)).toEqual(['2021-09-27', '2021-09-28', '2021-09-29', '2021-09-30']);
    // Off from the 1st to the 7th; Saturday the 9th was worked.
    expect(daysOf('overdue', 'ding', mails).slice(0, 3)).toEqual(['2021-10-08', '2021-10-14', '2021-10-21']);
    expect(daysOf('urging-letter', 'wu', mails)).toEqual(['2021-10-13']);
    expect(daysOf('talk', 'ding', mails)).toEqual(['2021-10-20']);
    expect(daysOf('accountability', 'ji', mails)).toEqual(['2021-11-03']);
  });

  test('step over National Day and Mid-Autumn together in 2025', () => {
    const mails = dueOn('2025-10-10', '2025-08-04', '2025-11-14');
    expect(daysOf('reminder', 'yi', mails)).toEqual(['2025-09-19']);
    expect(daysOf('warning', 'yi', mails)).toEqual(['2025-09-30']);
    // Off from the 1st to the 8th, Sunday the 28th of September and Saturday the 11th of October worked.
    expect(daysOf('imminent', 'jia', mails)).toEqual([
      '2025-09-29',
      '2025-09-30',
      '2025-10-09',
      '2025-10-10',
    ]);
    expect(daysOf('overdue', 'yi', mails).slice(0, 2)).toEqual(['2025-10-11', '2025-10-17']);
    expect(daysOf('urging-letter', 'wu', mails)).toEqual(['2025-10-16']);
    expect(daysOf('talk', 'wu', mails)).toEqual(['2025-10-23']);
    expect(daysOf('accountability', 'ji', mails)).toEqual(['2025-11-06']);
  });

  test('of a deadline on a day off are told before it, and it is overdue on the first working day after', () => {
    const mails = dueOn('2021-10-03', '2021-08-02', '2021-10-20');
    expect(daysOf('imminent', 'yi', mails)).toEqual(['2021-09-27', '2021-09-28', '2021-09-29', '2021-09-30']);
    expect(daysOf('overdue', 'yi', mails)).toEqual(['2021-10-08', '2021-10-14']);
  });

  test('of a year without a published schedule are counted by plain weekends, and called provisional', () => {
    const mails = rehearse({
      births: [
        aBirth({ planned: planned({ deadline: date('2027-09-30') }) }, { assignedAt: at('2027-08-02') }),
      ],
      until: at('2027-10-05'),
    });
    expect(CALENDAR.published).not.toContain(2027);
    expect(isProvisional(CALENDAR, date('2027-09-30'))).toBe(true);
    expect(daysOf('overdue', 'yi', mails.map(said))).toEqual(['2027-10-01']);
    expect(mails.every(({ lines }) => lines.every(({ brief }) => brief.provisional))).toBe(true);
  });
});

describe('a rehearsal', () => {
  const many = ['1.1', '1.2', '1.3'].map((number) =>
    aBirth({ planned: planned({ number: ItemNumber.parse(number) }) }),
  );

  test('gives a person one mail for all items that are due in a slot', () => {
    const mails = rehearse({ births: many, until: at('2021-05-07') });
    expect(mails.map(({ mailbox, lines }) => [mailbox, lines.length])).toEqual([
      ['jia', 3],
      ['yi', 3],
    ]);
    expect(new Set(mails.flatMap(({ lines }) => lines.map(({ brief }) => brief.item)))).toEqual(
      new Set(['1.1', '1.2', '1.3'].map((n) => itemId(aContext().round.id, ItemNumber.parse(n)))),
    );
  });

  test('is in the order of its slots and goes no further than asked', () => {
    const mails = rehearse({ births: many, until: at('2021-06-25', '08:30') });
    const slots = mails.map(({ slot }) => slot);
    expect(slots).toEqual([...slots].sort((a, b) => a - b));
    expect(civilOf(slots.at(-1) ?? ASSIGNED)).toBe('2021-06-25');
    expect(rehearse({ births: many, until: at('2021-06-25', '08:29') }).length).toBe(mails.length - 2);
  });

  test('does not change what it was given, so that it can be repeated', () => {
    const births = [aBirth()];
    const before = JSON.stringify(births);
    const once = rehearse({ births, until: at('2021-09-01') });
    expect(rehearse({ births, until: at('2021-09-01') })).toEqual(once);
    expect(JSON.stringify(births)).toBe(before);
  });

  test('of a drill names the drill in every mail and in its mailboxes', () => {
    const clock = { ...aBirth().clock, drill: 'd1' };
    const mails = rehearse({ births: [aBirth({}, { clock })], until: at('2021-05-09') });
    expect(mails.map(({ mailbox, drill }) => [mailbox, drill])).toEqual([
      ['jia@d1', 'd1'],
      ['yi@d1', 'd1'],
      ['jia@d1', 'd1'],
      ['yi@d1', 'd1'],
    ]);
  });

  test('says what the schedule of the item had announced', () => {
    const life = new ItemLife(aBirth());
    const announced = life.schedule(ASSIGNED).toCome.filter(({ to }) => to === PEOPLE.handler);
    const until = announced.at(-1)?.slot ?? ASSIGNED;
    const said = rehearse({ births: [aBirth()], until })
      .filter(({ mailbox }) => mailbox === PEOPLE.handler)
      .flatMap(({ lines }) => lines.filter((line) => 'reminder' in line).map(lineId));
    expect(said).toEqual(announced.map(({ id }) => id));
  });
});

describe('a round that nobody works on', () => {
  const played = (reports?: object) => {
    const policy = Policy.parse({ ...POLICY, version: 'reporting', ...(reports && { reports }) });
    const setting = { head: aHead({ policy }), calendar: CALENDAR, clock: REAL_TIME };
    const items = [PLANNED];
    const births = items.map((item, index) => birthOf(setting, item, index, ASSIGNED));
    const until = at('2021-07-05', '23:59');
    const mails = rehearse({ births, round: { ...setting, items, assignedAt: ASSIGNED }, until });
    return { mails, ofItems: rehearse({ births, until }) };
  };
  const reported = (mails: readonly Digest[]) =>
    mails.flatMap(({ slot, to, rounds = [] }) =>
      rounds.flatMap(({ fact: { report } }) =>
        report
          ? [{ day: civilOf(slot), to: to.person, kind: report.kind, overdue: report.figures.overdue }]
          : [],
      ),
    );

  test('sends the reports that its policy asks for, each on its day, as the items are then', () => {
    const reports = reported(played({ every: ['weekly'], to: ['head'] }).mails);
    const mondays = ['05-10', '05-17', '05-24', '05-31', '06-07', '06-15', '06-21', '06-28'];
    expect(reports).toEqual([
      ...mondays.map((day) => ({ day: `2021-${day}`, to: PEOPLE.head, kind: 'weekly', overdue: 0 })),
      { day: '2021-07-05', to: PEOPLE.head, kind: 'weekly', overdue: 1 },
    ]);
  });

  test('sends weekly and monthly ones to whoever is to have them', () => {
    const reports = reported(played({ every: ['weekly', 'monthly'] }).mails);
    const monthly = reports.filter(({ kind }) => kind === 'monthly');
    expect(new Set(reports.map(({ to }) => to))).toEqual(
      new Set([PEOPLE.head, PEOPLE.office, PEOPLE.oversight]),
    );
    expect([...new Set(monthly.map(({ day }) => day))]).toEqual(['2021-06-01', '2021-07-01']);
  });

  test('tells of its items what they tell without it, in one mail with a report, in the order of their instants', () => {
    const { mails, ofItems } = played({ every: ['weekly'], to: ['head', 'office'] });
    expect(mails.map(({ slot }) => slot)).toEqual(mails.map(({ slot }) => slot).sort((a, b) => a - b));
    const ids = (all: readonly Digest[]) => all.flatMap(({ lines }) => lines.map(lineId));
    expect(ids(mails)).toEqual(ids(ofItems));
    const places = mails.map(({ mailbox, slot }) => `${mailbox} ${slot}`);
    expect(new Set(places).size).toBe(places.length);
  });

  test('sends nothing more where its policy asks for none', () => {
    const { mails, ofItems } = played();
    expect(mails).toEqual(ofItems);
  });
});

test('an empty mail room has nothing to send', () => {
  const room = new MailRoom();
  expect(room.nextSlot()).toBeUndefined();
  expect(room.collect(ASSIGNED)).toEqual([]);
});
