import { anItem, give, NOW } from '../../testing/item';
import { PEOPLE } from '../../testing/world';
import { isOpen, STATUSES } from './states';
import { awaitedOf, awaiting, reviewerOf } from './waiting';

test.each(STATUSES)(
  'an item that is %s waits for one side while it is open, and for nobody after',
  (status) => {
    const { state } = anItem(status);
    const side = awaiting(state);
    expect(side !== undefined).toBe(isOpen(status));
    expect(awaitedOf(state)).toBe(side && PEOPLE[side]);
  },
);

test('it waits for whoever holds the side now', () => {
  const life = anItem('leader-review');
  give(life, 'reassign', NOW, { side: 'leader' });
  expect(awaitedOf(life.state)).toBe(PEOPLE.bystander);
});

test('the reviewer is the leader, then the acceptor, and nobody else', () => {
  expect(STATUSES.filter((status) => reviewerOf(anItem(status).state) === PEOPLE.leader)).toEqual([
    'leader-review',
  ]);
  expect(STATUSES.filter((status) => reviewerOf(anItem(status).state) === PEOPLE.acceptor)).toEqual([
    'acceptance',
  ]);
  expect(reviewerOf(anItem('in-progress').state)).toBeUndefined();
});
