import { ClockAhead } from './clock-ahead';

test('a queue that is slow at times does not look like a clock that is wrong', () => {
  const clock = new ClockAhead();
  expect(clock.most).toBeUndefined();
  for (const wait of [400, 9_000, 25, 60_000]) clock.saw(1_000_000, 1_000_000 + wait);
  expect(clock.most).toBe(25);
});

test('an activity that begins before the server scheduled it shows a clock that is behind', () => {
  const clock = new ClockAhead();
  clock.saw(1_000_000, 998_000);
  expect(clock.most).toBe(-2_000);
});

test('a clock that was put right is seen so after twenty activities', () => {
  const clock = new ClockAhead();
  clock.saw(1_000_000, 940_000);
  for (let one = 0; one < 20; one += 1) clock.saw(1_000_000, 1_000_010);
  expect(clock.most).toBe(10);
});
