import { roomHere, workflowsThatFit } from './cache-size';

const MIB = 1024 ** 2;
const GIB = 1024 ** 3;

test.each([
  ['on a large machine, as many as are worth it', 24 * GIB, 4144 * MIB, 1500],
  ['in a container of 1 GiB, what fits a quarter of it', 1 * GIB, 4144 * MIB, 426],
  ['with a small heap, what fits half of it', 24 * GIB, 256 * MIB, 256],
  ['where nothing fits, enough to work at all', 256 * MIB, 64 * MIB, 50],
])('a worker keeps in memory, %s', (_, memory, heap, expected) => {
  expect(workflowsThatFit({ memory, heap })).toBe(expected);
});

test('this process has room', () => {
  const { memory, heap } = roomHere();
  for (const octets of [memory, heap]) expect(octets).toBeGreaterThan(64 * MIB);
});

test.each([
  ['a container without a limit', 2 ** 64],
  ['a system that does not tell', 0],
])('what %s says is not taken for memory', (_, limit) => {
  const told = jest.spyOn(process, 'constrainedMemory').mockReturnValue(limit);
  expect(roomHere().memory).toBeLessThan(2 ** 50);
  told.mockReturnValue(GIB);
  expect(roomHere().memory).toBe(GIB);
  told.mockRestore();
});
