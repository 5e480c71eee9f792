import { scriptOf } from './simulate';
import { shorten } from './shorten';
import type { Script } from './script';

/** Fails by `name` as long as it has two deeds of a kind. */
const failsWithTwo =
  (kind: string, name = 'rule') =>
  ({ deeds }: Script) =>
    deeds.filter((deed) => deed.kind === kind).length >= 2 ? name : undefined;

test('of many deeds only those remain without which nothing fails', () => {
  const { deeds, setting } = shorten(scriptOf(3), failsWithTwo('item'), 10_000);
  expect(deeds.map(({ kind, spoil, after }) => ({ kind, spoil, after }))).toEqual([
    { kind: 'item', spoil: 0, after: 0 },
    { kind: 'item', spoil: 0, after: 0 },
  ]);
  expect(setting).toMatchObject({ noise: 0, deputies: [], signed: false });
  expect(setting.items.length).toBe(1);
});

test('another failure is not taken for the one that is made shorter', () => {
  const either = (script: Script) => failsWithTwo('item')(script) ?? failsWithTwo('turn', 'another')(script);
  const { deeds } = shorten(scriptOf(3), either, 10_000);
  expect(deeds.every(({ kind }) => kind === 'item')).toBe(true);
});

test('without time for it a script stays as it is', () => {
  const script = scriptOf(3);
  expect(shorten(script, failsWithTwo('item'), 0)).toEqual(script);
});
