import type { PlanFault } from './fault';
import { LONGEST_SOURCE } from './source-limits';
import { readSource } from './source';

const valueOf = (text: string) => readSource(text).source?.value;

describe('a YAML text', () => {
  test('keeps dates and yes-words as they were written', () => {
    const text = 'a: 2021-06-30\nb: 2021-03\nno: yes\nd: 是';
    expect(valueOf(text)).toEqual({ a: '2021-06-30', b: '2021-03', no: 'yes', d: '是' });
  });

  test('keeps dates as text also when it asks for YAML 1.1 or a tag', () => {
    expect(valueOf('%YAML 1.1\n---\na: 2021-06-30')).toEqual({ a: '2021-06-30' });
    expect(valueOf('a: !!timestamp 2021-06-30')).toEqual({ a: '2021-06-30' });
  });

  test('may use an anchor or two', () => {
    expect(valueOf('a: &x [1]\nb: *x')).toEqual({ a: [1], b: [1] });
  });

  test('may nest as deep as any plan', () => {
    expect(readSource(steps(90)).faults).toEqual([]);
  });

  test('cannot reach the prototype of an object', () => {
    const value = valueOf('__proto__: { polluted: 1 }');
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});

/** Each line repeats the one before it nine times. */
const bomb = Array.from('abcdefgh')

  .map(
    (key, index, keys) =>
      `${key}: &${key} [${Array(9)
        .fill(index ? `*${keys[index - 1] ?? ''}` : 'x')
        .join()}]`,
  )
  .join('\n');

/** Each line a key below the one before. */
const steps = (levels: number) =>
  Array.from({ length: levels }, (_, level) => `${' '.repeat(level)}a:`).join('\n');

describe('a text that is no YAML, or too much of it, gives a fault', () => {
  test.each<[string, string, Partial<PlanFault>]>([
    ['a tab as indentation', 'a:\n\tb: 1', { type: 'syntax', cause: 'tab', line: 2 }],
    ['a quote left open', 'a: 1\nb: "x', { type: 'syntax', cause: 'unclosed', line: 2 }],
    ['a bracket left open', 'a: 1\nb: [x', { type: 'syntax', cause: 'indent', line: 2 }],
    ['an indentation of its own', 'a:\n  b: 1\n c: 2', { type: 'syntax', cause: 'indent', line: 3 }],
    ['a list as a key', 'a: 1\n[b]: c', { type: 'syntax', cause: 'key', line: 2 }],
    ['an alias without its anchor', 'a: 1\nb: *c', { type: 'syntax', cause: 'alias', line: 2 }],
    ['a second document', 'a: 1\n---\nb: 2', { type: 'syntax', cause: 'several-documents', line: 2 }],
    ['100,000 open brackets', '['.repeat(100_000), { type: 'too-deep', line: 1 }],
    ['200 levels of lists', '['.repeat(200) + ']'.repeat(200), { type: 'too-deep', line: 1 }],
    ['200 levels of dashes', '- '.repeat(200), { type: 'too-deep', line: 1 }],
    ['200 levels of indentation', steps(200), { type: 'too-deep', line: 101 }],
    ['200 levels of keys', '? '.repeat(200), { type: 'too-deep', line: 1 }],
    ['aliases of aliases of aliases', bomb, { type: 'too-many-aliases' }],
    ['over 100 aliases', `a: &a 1\nb: [${'*a, '.repeat(101)}]`, { type: 'too-many-aliases' }],
    ['two million commas', `[${','.repeat(LONGEST_SOURCE - 2)}]`, { type: 'too-large' }],
    ['more than the longest text', 'x'.repeat(LONGEST_SOURCE + 1), { type: 'too-large' }],
  ])('%s', (_, text, fault) => {
    const { faults, source } = readSource(text);
    expect(source).toBeUndefined();
    expect(faults).toContainEqual(expect.objectContaining(fault));
  });

  test('for each of several places', () => {
    expect(readSource('a: "\\q"\nb: 1\nc: "\\q"').faults.map(({ line }) => line)).toEqual([1, 3]);
  });

  test('and a key twice, whose line is named, leaves the rest readable', () => {
    const { faults, source } = readSource('a: 1\nb: 2\na: 3');
    expect(faults).toEqual([{ path: '', line: 3, column: 1, type: 'key-twice' }]);
    expect(source).toBeDefined();
  });
});

describe('the place of a value', () => {
  const { source } = readSource(
    'a: 1\nlist:\n  - x: 1\n    y:\n      - 2\nempty:\nalias: &k { in: 1 }\nagain: *k',
  );
  const placeOf = (...path: (string | number)[]) => source?.placeOf(path);

  test('is where a scalar was written', () => {
    expect(placeOf('a')).toEqual({ line: 1, column: 4 });
    expect(placeOf('list', 0, 'y', 0)).toEqual({ line: 5, column: 9 });
  });

  test('is the key of a list or a map, and the start of an entry', () => {
    expect(placeOf('list')).toEqual({ line: 2, column: 1 });
    expect(placeOf('list', 0)).toEqual({ line: 3, column: 5 });
  });

  test('is that of the nearest that should hold it when it is missing', () => {
    expect(placeOf('list', 0, 'z')).toEqual({ line: 3, column: 5 });
    expect(placeOf('list', 7)).toEqual({ line: 2, column: 1 });
    expect(placeOf('nowhere', 'at', 'all')).toEqual({ line: 1, column: 1 });
  });

  test('is found for an empty value and through an alias', () => {
    expect(placeOf('empty')?.line).toBe(6);
    expect(placeOf('again', 'in')?.line).toBe(7);
  });

  test('is that of the key when the key is asked for', () => {
    expect(source?.placeOf(['a'], 'key')).toEqual({ line: 1, column: 1 });
  });
});
