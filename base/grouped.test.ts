import { grouped } from './grouped';

test('things are grouped by a key, in the order in which they come', () => {
  const groups = grouped(['bb', 'a', 'cc', 'd'], (text) => text.length);
  expect([...groups]).toEqual([
    [2, ['bb', 'cc']],
    [1, ['a', 'd']],
  ]);
  expect(grouped([], String).size).toBe(0);
});
