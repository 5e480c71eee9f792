import fc from 'fast-check';
import { instant } from '../calendar/zone';
import { hashOf } from '../../base/hash';
import { anItem, NOW } from '../../testing/item';
import { aBirth, ASSIGNED, at, PEOPLE } from '../../testing/world';
import { checkLog, genesis, type LogEntry, nextEntry } from './log';

const { item, cycle, context } = aBirth();
const ORIGIN = genesis({ item, cycle, policy: context.policy.version, calendar: context.calendar.version });
const LOG: readonly LogEntry[] = anItem('archived').log;
const seqs = (log: readonly LogEntry[]) => checkLog(log, ORIGIN).map(({ seq }) => seq);
const anyPlace = fc.nat(LOG.length - 1);

/** The entry at a place, changed without anybody mending its hash. */
const tampered = (place: number, change: (entry: LogEntry) => LogEntry): LogEntry[] =>
  LOG.map((entry, index) => (index === place ? change(entry) : entry));

const CHANGES: Record<string, (entry: LogEntry) => LogEntry> = {
  'another instant': (entry) => ({ ...entry, at: instant(entry.at + 1) }),
  'another author': (entry) => ({
    ...entry,
    author: { by: PEOPLE.head, command: 'c', identity: 'claimed' },
  }),
  'another event': (entry) => ({ ...entry, event: { type: 'progress-reported', text: '已完成' } }),
  'something added': (entry) => ({ ...entry, event: { ...entry.event, note: 'x' } }),
};

describe('the log of an item', () => {
  test('is a whole chain, numbered from one', () => {
    expect(LOG.length).toBeGreaterThan(8);
    expect(checkLog(LOG, ORIGIN)).toEqual([]);
    expect(LOG.map(({ seq }) => seq)).toEqual(LOG.map((_, index) => index + 1));
    expect(LOG[0]?.prev).toBe(ORIGIN);
  });

  test('reads the same after it has been written down as JSON', () => {
    expect(checkLog(JSON.parse(JSON.stringify(LOG)) as LogEntry[], ORIGIN)).toEqual([]);
  });

  test('belongs to one life of one item, by one policy and one calendar', () => {
    const life = { item, cycle, policy: 'p', calendar: 'c' };
    const others = [{ cycle: 2 }, { policy: 'q' }, { calendar: 'd' }].map((more) =>
      genesis({ ...life, ...more }),
    );
    expect(new Set([genesis(life), ...others]).size).toBe(4);
    expect(checkLog(LOG, genesis(life))).toEqual([{ seq: 1, fault: 'broken-chain' }]);
  });

  test.each(Object.keys(CHANGES))('shows %s in any entry by its number', (name) => {
    const change = CHANGES[name] ?? ((entry) => entry);
    fc.assert(
      fc.property(anyPlace, (place) => {
        expect(checkLog(tampered(place, change), ORIGIN)).toContainEqual({
          seq: place + 1,
          fault: 'wrong-hash',
        });
      }),
    );
  });

  test('shows a change whose hash was mended at the entry after it', () => {
    fc.assert(
      fc.property(fc.nat(LOG.length - 2), (place) => {
        const forged = tampered(place, ({ hash, ...entry }) => {
          const content = { ...entry, event: { type: 'progress-reported' as const, text: hash } };
          return { ...content, hash: hashOf(content) };
        });
        expect(checkLog(forged, ORIGIN)).toEqual([{ seq: place + 2, fault: 'broken-chain' }]);
      }),
    );
  });

  test('shows where an entry was taken out', () => {
    fc.assert(
      fc.property(fc.nat(LOG.length - 2), (place) => {
        const faults = checkLog(
          LOG.filter((_, index) => index !== place),
          ORIGIN,
        );
        expect(faults).toContainEqual({ seq: place + 2, fault: 'broken-chain' });
        expect(faults).toContainEqual({ seq: place + 2, fault: 'wrong-number' });
      }),
    );
  });

  test('shows where two entries were exchanged', () => {
    const twoPlaces = fc.uniqueArray(anyPlace, { minLength: 2, maxLength: 2 });
    fc.assert(
      fc.property(twoPlaces, ([a = 0, b = 1]) => {
        const places = LOG.map((_, index) => (index === a ? b : index === b ? a : index));
        const swapped = places.flatMap((place) => LOG.slice(place, place + 1));
        expect(seqs(swapped)).toEqual(expect.arrayContaining([a + 1, b + 1]));
      }),
    );
  });

  test('shows an entry that was put in', () => {
    fc.assert(
      fc.property(anyPlace, (place) => {
        const before = LOG[place - 1];
        const put = nextEntry(before, ORIGIN, {
          at: before?.at ?? ASSIGNED,
          event: { type: 'acknowledged' },
        });
        expect(seqs([...LOG.slice(0, place), put, ...LOG.slice(place)])).toContain(place + 1);
      }),
    );
  });
});

describe('time in a log', () => {
  test('never runs backwards, whatever the clock says', () => {
    const anyInstants = fc.array(fc.integer({ min: ASSIGNED - 1e9, max: ASSIGNED + 1e9 }), { minLength: 1 });
    fc.assert(
      fc.property(anyInstants, (instants) => {
        const log: LogEntry[] = [];
        for (const ms of instants)
          log.push(nextEntry(log.at(-1), ORIGIN, { at: instant(ms), event: { type: 'acknowledged' } }));
        expect(checkLog(log, ORIGIN)).toEqual([]);
        expect(log.map(({ at: when }) => when)).toEqual(
          instants.map((_, index) => Math.max(...instants.slice(0, index + 1))),
        );
      }),
    );
  });

  test('that does is found, though every hash is right', () => {
    const first = nextEntry(undefined, ORIGIN, { at: NOW, event: { type: 'acknowledged' } });
    const content = {
      seq: 2,
      at: at('2021-05-06'),
      event: { type: 'acknowledged' as const },
      prev: first.hash,
    };
    const log = [first, { ...content, hash: hashOf(content) }];
    expect(checkLog(log, ORIGIN)).toEqual([{ seq: 2, fault: 'time-runs-back' }]);
  });
});
