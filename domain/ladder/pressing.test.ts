import { STATUSES } from '../item/states';
import { CivilDate } from '../calendar/civil';
import { pressingDate, pressingIn } from './pressing';

const [deadline, reviewDeadline, checkIn] = ['2021-06-30', '2021-06-28', '2021-08-10'].map((day) =>
  CivilDate.parse(day),
);

test('the date that presses is that of whoever has the item, and none once it has ended', () => {
  const pressing = STATUSES.map((status) => [
    status,
    pressingDate({ status, deadline, reviewDeadline, checkIn }),
  ]);
  expect(Object.fromEntries(pressing)).toEqual({
    assigned: deadline,
    'in-progress': deadline,
    returned: deadline,
    'leader-review': reviewDeadline,
    acceptance: reviewDeadline,
    sustained: checkIn,
    closed: undefined,
    archived: undefined,
    withdrawn: undefined,
  });
});

test('no other date of the item takes the place of the one that counts', () => {
  for (const status of STATUSES) {
    const which = pressingIn(status);
    const others = {
      ...(which !== 'deadline' && { deadline }),
      ...(which !== 'review-deadline' && { reviewDeadline }),
      ...(which !== 'check-in' && { checkIn }),
    };
    expect(pressingDate({ status, ...others })).toBeUndefined();
  }
});
