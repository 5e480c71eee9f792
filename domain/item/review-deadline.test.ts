import { CALENDAR, date } from '../../testing/world';
import { Policy } from '../round/policy';
import { reviewDeadline } from './review-deadline';

const policy = Policy.parse({ review: { leaderWorkingDays: 2, acceptorWorkingDays: 4 } });

test.each([
  ['leader', '2021-05-10', '2021-05-12'],
  ['acceptor', '2021-05-10', '2021-05-14'],
  // 2021-06-14 is the Dragon Boat Festival.
  ['leader', '2021-06-10', '2021-06-15'],
] as const)('the %s who has an item since %s decides by %s', (reviewer, since, due) => {
  expect(reviewDeadline(reviewer, date(since), { policy, calendar: CALENDAR })).toBe(due);
});
