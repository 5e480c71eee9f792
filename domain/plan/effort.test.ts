import { EVEN, growthOf, REPEATED, repeated } from '../../testing/effort';
import { readPlan } from './read';

/** Plans of some length in which one thing stands over and over. */
const PLANS: Readonly<Record<string, (unit: string, length: number) => string>> = {
  'a text': (unit, length) =>
    `categories:\n  - title: 制度\n    items:\n      - problem: ${JSON.stringify(repeated(unit, length))}\n`,
  'the file': (unit, length) => repeated(unit, length),
  people: (unit, length) =>
    `categories:\n  - title: 制度\n    items:\n${Array.from(
      { length: length / 40 },
      (_, no) => `      - leader: ${JSON.stringify(`${unit}${String(no)}`)}\n`,
    ).join('')}`,
};

describe.each(Object.entries(PLANS))('%s', (_, planOf) => {
  test.each(REPEATED.map((unit) => [JSON.stringify(unit), unit]))(
    'of %s costs twice the time where it is twice as long',
    (_name, unit) => {
      expect(growthOf((length) => readPlan(planOf(unit, length)), 12_000)).toBeLessThan(EVEN);
    },
  );
});
