import { type Checkpoint, divergenceOf, isOfRun, nextCheckpoint } from './checkpoint';

const ids = new Map<string, string>();
/** The checkpoint of a number; `timeline`: there may be several of one number. */
const at = (no: number, timeline = 'a'): Checkpoint => {
  const key = `${no}${timeline}`;
  const id = ids.get(key) ?? `00000000-0000-4000-8000-${String(ids.size).padStart(12, '0')}`;
  ids.set(key, id);
  return { no, id, at: no * 3_600_000 };
};

const [one, two, three] = [at(1), at(2), at(3)] as const;
const all = { begun: [one, two, three], done: [one, two, three] };

test.each([
  ['know nothing yet', undefined, { begun: [], done: [] }],
  ['know the same', three, all],
  ['were interrupted before the server was told', two, { begun: all.begun, done: [one, two] }],
  ['were interrupted before the very first reached the server', undefined, { begun: [one], done: [] }],
  ['were interrupted after the server was told', three, { begun: all.begun, done: [one, two] }],
  ['had two workers note one at a time', at(3, 'b'), { begun: [...all.begun, at(3, 'b')], done: all.done }],
])('a store and a server that %s go together', (_, server, store) => {
  expect(divergenceOf(server, store)).toBeUndefined();
});

test.each([
  ['an earlier time', two, two],
  ['a time before all checkpoints', undefined, undefined],
  ['a time of another timeline', at(3, 'b'), at(3, 'b')],
])('a server that was restored to %s is behind', (_, server, last) => {
  expect(divergenceOf(server, all)).toEqual({ behind: 'server', ...(last && { last }), ahead: three });
});

test.each([
  ['an earlier time', { begun: [one, two], done: [one, two] }, two],
  ['a time before all checkpoints', { begun: [], done: [] }, undefined],
])('a store that was restored to %s is behind', (_, store, last) => {
  expect(divergenceOf(three, store)).toEqual({ behind: 'store', ...(last && { last }), ahead: three });
});

test('the next one has a number that neither has', () => {
  expect(nextCheckpoint(undefined, { begun: [], done: [] })).toBe(1);
  expect(nextCheckpoint(two, all)).toBe(4);
  expect(nextCheckpoint(at(9), { begun: [three, at(10)], done: all.done })).toBe(11);
});

test.each([
  [-300_000, false],
  [-299_999, true],
  [0, true],
  [299_999, true],
  [300_000, false],
])('a run that was started %d ms after a checkpoint has noted it: %s', (after, isOf) => {
  expect(isOfRun(two, two.at + after)).toBe(isOf);
});
