import { parse } from 'yaml';
import { PersonId } from '../../../base/ids';
import { CivilDate } from '../../../domain/calendar/civil';
import { KeyMaterial } from '../../../domain/identity/key';
import { exampleText } from '../../../testing/repository';
import { generateKey } from '../../keys';
import { type EnteredKey, withKeys } from './plan-keys';

const from = CivilDate.parse('2026-11-29');
const entered = (): EnteredKey => {
  const { kid, x } = generateKey();
  return { key: KeyMaterial.parse({ kid, x }), from };
};

type PlanOf = { roster: { people: Record<string, unknown>[] } };

/** The people of a plan, their keys apart. */
const readPeople = (text: string) =>
  (parse(text) as PlanOf).roster.people.map(({ keys, ...person }) => ({ keys, person }));

const PLACES: [string, string][] = [
  [
    'in lines',
    'roster:\n  people:\n    - id: p01\n      name: 甲 # 局长\n\n    # 下一位\n    - id: p02\n      name: 乙\n  head: p01\n',
  ],
  [
    'in braces',
    'roster:\n  people:\n    - { id: p01, name: 甲 } # 局长\n    - { id: p02, name: 乙, deputies: [p01], }\n',
  ],
  [
    'with a list in them',
    'roster:\n  people:\n    - id: p01\n      deputies:\n        - p02\n        # 待定\n    - id: p02\n      name: "乙"',
  ],
  [
    'without a step inwards',
    'roster:\n  people:\n  - id: p01\n    name: >-\n      甲\n  - id: p02\n    name: 乙\n  head: p01\n',
  ],
  [
    'with room for a key',
    'roster:\n  people:\n    - id: p01\n      keys: # 待填\n      name: 甲\n    - id: p02\n      keys: []\n',
  ],
  [
    'with another key',
    'roster:\n  people:\n    - id: p01\n      keys:\n        - kid: A\n          x: B\n          from: 2021-01-01\n      name: 甲\n    - { id: p02, keys: [{ kid: A, x: B, from: 2021-01-01 }], name: 乙 }\n',
  ],
  [
    'on Windows',
    'roster:\r\n  people:\r\n    - id: p01\r\n      name: 甲\r\n    - id: p02\r\n      name: 乙\r\n',
  ],
];

test.each(PLACES)('keys go to people written %s, and nothing else changes', (_, text) => {
  const keys = new Map(['p01', 'p02'].map((id) => [PersonId.parse(id), entered()]));
  const changed = withKeys(text, keys);
  const rings = [...keys.values()].map(({ key }) => [{ ...key, from }]);
  expect(readPeople(changed).map((one) => one.keys)).toEqual(rings);
  expect(readPeople(changed).map(({ person }) => person)).toEqual(
    readPeople(text).map(({ person }) => person),
  );
  for (const comment of text.match(/#.*/g) ?? []) expect(changed).toContain(comment.trim());
  expect(changed.includes('\r\n')).toBe(text.includes('\r\n'));
  expect(changed.replaceAll('\r\n', '')).not.toContain('\r');
});

test.each(['starter', 'round-2021'] as const)('every line of the plan %s stays as it was', (name) => {
  const text = exampleText(name);
  const ids = (parse(text) as PlanOf).roster.people.map(({ id }) => PersonId.parse(id));
  const lines = withKeys(text, new Map(ids.map((id) => [id, entered()]))).split('\n');
  const without = lines.filter(
    (line) => !/^ {6}(keys:| {2}- kid: | {4}x: | {4}from: )/.test(line) || text.includes(line),
  );
  expect(without.map((line) => line.replace(/, keys: \[\{.*?\}\]/, '')).join('\n')).toBe(text);
});
