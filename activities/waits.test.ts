import { Waits } from './waits';

const MINUTE = 60_000;
const wait = (since: number, seen: number, activity = 'sendDigest') => ({ activity, since, seen });

test('what fails waits since it was asked for, until it is done', () => {
  const waits = new Waits();
  waits.failed('a', wait(0, MINUTE));
  waits.failed('b', wait(2 * MINUTE, 3 * MINUTE));
  expect(waits.at(5 * MINUTE).get('sendDigest')).toEqual({ count: 2, oldest: 5 * MINUTE });
  waits.done('a');
  expect(waits.at(5 * MINUTE).get('sendDigest')).toEqual({ count: 1, oldest: 3 * MINUTE });
});

test('what another worker has taken over is forgotten after a while, and its kind told of as 0', () => {
  const waits = new Waits();
  waits.failed('a', wait(0, MINUTE, 'checkOpening'));
  expect(waits.at(13 * MINUTE).get('checkOpening')?.count).toBe(1);
  expect(waits.at(13 * MINUTE + 1).get('checkOpening')).toEqual({ count: 0, oldest: 0 });
});

test('mails and archives are told of before any of them has failed', () => {
  expect(Object.fromEntries(new Waits().at(0))).toEqual({
    sendDigest: { count: 0, oldest: 0 },
    archiveItem: { count: 0, oldest: 0 },
    archiveRound: { count: 0, oldest: 0 },
  });
});
