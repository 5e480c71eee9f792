import { execFileSync } from 'node:child_process';
import { buildSync } from 'esbuild';
import { composeMessage } from './compose';
import { aBrief, aDigest, aFact, aReminder, date } from '../testing/digest';

const assigned = (number: string, deadline = '2021-06-30') =>
  aFact('assigned', aBrief(number, { status: 'assigned', deadline: date(deadline) }));

const calendarOf = (...lines: Parameters<typeof aDigest>[0]) => composeMessage(aDigest(lines)).calendar;

const unfolded = (calendar = '') => calendar.replace(/\r\n /g, '').split('\r\n');

const count = (lines: string[], line: string) => lines.filter((found) => found === line).length;

describe('the calendar file', () => {
  it('has an all-day event on the deadline of each item that is handed over', () => {
    const lines = unfolded(calendarOf(assigned('1.1'), assigned('1.2', '2021-07-15'), aReminder('overdue')));
    expect(count(lines, 'BEGIN:VEVENT')).toBe(2);
    expect(lines).toContain('METHOD:PUBLISH');
    expect(lines).toContain('DTSTART;VALUE=DATE:20210630');
    expect(lines).toContain('DTEND;VALUE=DATE:20210701');
    expect(lines).toContain('DTSTART;VALUE=DATE:20210715');
  });

  it('is stamped with the slot and named by the workflow', () => {
    const lines = unfolded(calendarOf(assigned('1.1')));
    expect(lines).toContain('DTSTAMP:20210625T003000Z');
    expect(lines).toContain('UID:item/2021-03/1.1@rectify');
  });

  it('rings in the morning three days before', () => {
    expect(unfolded(calendarOf(assigned('1.1')))).toContain('TRIGGER:-P2DT15H30M');
  });

  it('moves the event when a return sets a new date', () => {
    const returned = aFact('returned', aBrief('1.1', { status: 'returned', deadline: date('2021-07-15') }));
    const later = composeMessage({ ...aDigest([returned]), slot: (aDigest([]).slot + 86_400_000) as never });
    const [before, after] = [calendarOf(assigned('1.1')), later.calendar].map(unfolded);
    const of = (lines: string[] = [], name: string) => lines.find((line) => line.startsWith(name)) ?? '';
    expect(of(after, 'UID:')).toBe(of(before, 'UID:'));
    expect(Number(of(after, 'SEQUENCE:').slice(9))).toBeGreaterThan(Number(of(before, 'SEQUENCE:').slice(9)));
    expect(of(after, 'DTSTART')).toBe('DTSTART;VALUE=DATE:20210715');
  });

  it('is not there for a copy, an item without a deadline, or one that has gone on', () => {
    const { deadline: _, ...undated } = aBrief('1.1', { status: 'assigned' });
    expect(
      calendarOf(aFact('assigned', aBrief('1.1', { status: 'assigned' }), { cc: true })),
    ).toBeUndefined();
    expect(calendarOf(aFact('assigned', undated))).toBeUndefined();
    expect(calendarOf(aFact('assigned', aBrief('1.1', { status: 'leader-review' })))).toBeUndefined();
  });

  it('marks a drill, and keeps its events apart from real ones', () => {
    const { calendar } = composeMessage({ ...aDigest([assigned('1.1')]), drill: '2021 drill' });
    expect(unfolded(calendar)).toContain('UID:item/2021-03/1.1@2021%20drill.rectify');
    expect(calendar).toContain('SUMMARY:【演练】');
  });

  it('has lines of at most 75 octets that end in CRLF', () => {
    const problem = '应急预案修订滞后;演练、备案、培训均不到位,'.repeat(20);
    const calendar = calendarOf(aFact('assigned', aBrief('1.1', { status: 'assigned', problem }))) ?? '';
    expect(calendar.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of calendar.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  it('takes no property from outside text', () => {
    const problem = 'x\r\nATTACH:http://example.org\r\nEND:VEVENT';
    const lines = unfolded(calendarOf(aFact('assigned', aBrief('1.1', { status: 'assigned', problem }))));
    expect(lines.filter((line) => line.startsWith('ATTACH'))).toEqual([]);
    expect(count(lines, 'END:VEVENT')).toBe(1);
  });
});

/** Prints the calendar file of one mail, in a process of its own. */
const program = () =>
  buildSync({
    stdin: {
      contents: `
        import { composeMessage } from './compose';
        import { aBrief, aDigest, aFact } from '../testing/digest';
        const line = aFact('assigned', aBrief('1.1', { status: 'assigned' }));
        process.stdout.write(composeMessage(aDigest([line])).calendar ?? '');`,
      resolveDir: __dirname,
      loader: 'ts',
    },
    bundle: true,
    platform: 'node',
    write: false,
  }).outputFiles[0]?.text;

it('is the same to the byte in every time zone of the process', () => {
  const input = program();
  const files = ['America/Los_Angeles', 'UTC', 'Asia/Shanghai', 'Pacific/Kiritimati'].map((TZ) =>
    execFileSync(process.execPath, ['-'], { input, env: { TZ }, encoding: 'utf8' }),
  );
  expect(files[0]).toContain('DTSTART;VALUE=DATE:20210630');
  expect(new Set(files).size).toBe(1);
});

/** What RFC 5545 (3.1, 3.6.1) and RFC 5546 (3.2.1, 3.2.5) ask of the events of a file; throws where it is broken. */
const strictly = (file = ''): Map<string, string>[] => {
  if (!file.endsWith('\r\n') || /[\r\n]/.exec(file.replaceAll('\r\n', ''))) throw new Error('line ends');
  const open: string[] = [];
  const events: Map<string, string>[] = [];
  for (const line of unfolded(file).slice(0, -1)) {
    const [, name = '', value = ''] = /^([A-Z-]+)(?:;[A-Z-]+=(?:"[^"]*"|[^":;,]*))*:(.*)$/.exec(line) ?? [];
    if (name === '') throw new Error(`no content line: ${line}`);
    if (name === 'BEGIN') open.push(value);
    if (name === 'BEGIN' && value === 'VEVENT') events.push(new Map());
    if (name === 'END' && open.pop() !== value) throw new Error(`END:${value}`);
    if (open.at(-1) === 'VEVENT' && !/BEGIN|END/.exec(name)) {
      if (events.at(-1)?.has(name)) throw new Error(`${name} twice`);
      events.at(-1)?.set(name, value);
    }
  }
  if (open.length > 0) throw new Error(`open: ${open.join()}`);
  for (const event of events)
    for (const name of ['UID', 'DTSTAMP', 'DTSTART', 'SEQUENCE', 'SUMMARY', 'ORGANIZER'])
      if (!event.has(name)) throw new Error(`no ${name}`);
  return events;
};

describe('to a strict parser', () => {
  const organizer = { name: '整改办, "甲"', email: 'office@example.org' };
  const at = (hours: number) => (aDigest([]).slot + hours * 3_600_000) as never;
  const handed = (to: '甲' | '乙') =>
    aBrief('1.1', {
      status: 'in-progress',
      people: { ...aBrief().people, handler: { id: aDigest([], { name: to }).to.person, name: to } },
    });

  it('is whole, with an organizer and a last line end', () => {
    const { calendar } = composeMessage(aDigest([assigned('1.1'), assigned('1.2')]), organizer);
    const events = strictly(calendar);
    expect(events.map((event) => event.get('ORGANIZER'))).toEqual(Array(2).fill('mailto:office@example.org'));
    expect(strictly(calendarOf(assigned('1.1')))).toHaveLength(1);
  });

  it('cancels the entry of a former handler, and gives the new one theirs', () => {
    const before = strictly(calendarOf(aFact('assigned', handed('乙'))))[0];
    const from = aDigest([]).to.person;
    const away = aFact('reassigned', handed('甲'), { cc: true, from, successor: '甲' });
    const { calendar, cancelled, text } = composeMessage({ ...aDigest([away]), slot: at(1) }, organizer);
    expect(calendar).toBeUndefined();
    expect(unfolded(cancelled)).toContain('METHOD:CANCEL');
    const after = strictly(cancelled)[0];
    expect(after?.get('UID')).toBe(before?.get('UID'));
    expect(after?.get('STATUS')).toBe('CANCELLED');
    expect(Number(after?.get('SEQUENCE'))).toBeGreaterThan(Number(before?.get('SEQUENCE')));
    expect(text).toContain('改派甲');

    const heir = aFact('reassigned', handed('甲'), { from, successor: '甲' });
    const mail = composeMessage(aDigest([heir], { name: '甲' }));
    expect([strictly(mail.calendar).length, mail.cancelled]).toEqual([1, undefined]);
  });
});
