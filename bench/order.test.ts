import type { Bench } from './bench';
import { orderIn, usageOf } from './order';

const bench = (about: string, numbers: Bench['numbers']): Bench => ({
  about,
  numbers,
  run: () => Promise.resolve({ ours: {} }),
});

const storm = bench('many at once', { items: 1000, people: 300 });
const idle = bench('nothing happens', { items: 20 });
const BENCHES = { storm, idle };

const order = (...args: string[]) => orderIn(args, BENCHES);

describe('the order of a run', () => {
  test('without a name is for all benches, once, on a dev server, as text that is not kept', () => {
    expect(order()).toEqual({
      benches: [
        ['storm', storm],
        ['idle', idle],
      ],
      help: false,
      runs: 1,
      setting: { on: 'dev', numbers: {}, settings: {} },
      asJson: false,
      save: false,
    });
  });

  test('has the named benches in the order in which they are named', () => {
    expect(order('idle', 'storm').benches.map(([name]) => name)).toEqual(['idle', 'storm']);
    expect(order('idle').benches).toEqual([['idle', idle]]);
  });

  test('gives numbers by the names that the benches have for them', () => {
    const { runs, setting } = order('storm', '--items', '50', '--people', '7', '--runs', '3');
    expect(setting.numbers).toEqual({ items: 50, people: 7 });
    expect(runs).toBe(3);
  });

  test('takes settings of the workers, which may hold an equals sign', () => {
    const { settings } = order('--set', 'SMTP_CONNECTIONS=2', '--set', 'A=b=c', '--set', 'EMPTY=').setting;
    expect(settings).toEqual({ SMTP_CONNECTIONS: '2', A: 'b=c', EMPTY: '' });
  });

  test('says where, and what becomes of the figures', () => {
    expect(order('--on', 'postgres', '--json', '--save')).toMatchObject({
      setting: { on: 'postgres' },
      asJson: true,
      save: true,
    });
  });

  test.each([
    ['a bench that there is not', ['strom'], 'there is no bench strom'],
    ['a number that is none', ['--items', 'many'], '--items many: a whole number from 1 on is wanted'],
    ['a number below 1', ['--items', '0'], '--items 0: a whole number from 1 on is wanted'],
    ['a part of a run', ['--runs', '1.5'], '--runs 1.5: a whole number from 1 on is wanted'],
    ['a number of another bench', ['idle', '--people', '7'], 'none of these benches has --people'],
    [
      'a setting without a value',
      ['--set', 'SMTP_CONNECTIONS'],
      '--set SMTP_CONNECTIONS: NAME=VALUE is wanted',
    ],
    ['a setting without a name', ['--set', '=2'], '--set =2: NAME=VALUE is wanted'],
    ['a server that it does not know', ['--on', 'cloud'], '--on dev|postgres'],
  ])('is refused with %s', (_, args, message) => {
    expect(() => order(...args)).toThrow(new RangeError(message));
  });

  test('is refused with an option that no bench has', () => {
    expect(() => order('--itmes', '5')).toThrow("Unknown option '--itmes'");
  });
});

test('the usage names each bench with what it measures and its options with their defaults', () => {
  expect(usageOf(BENCHES)).toContain('  storm [--items 1000] [--people 300]\n      many at once\n');
  expect(usageOf(BENCHES)).toContain('  idle [--items 20]\n      nothing happens\n');
});
