import { instant } from '../calendar/zone';
import { anItem, give, NOW } from '../../testing/item';
import { PEOPLE, ROSTER, STRANGER } from '../../testing/world';
import { decisionBefore } from './last-decision';
import type { ItemLife } from './life';

const { leader, acceptor, head, deputy } = PEOPLE;
const later = instant(NOW + 60_000);
const decided = ({ state }: ItemLife) => decisionBefore(state, ROSTER).decided;

test('of an item on which nobody has decided there is none', () => {
  expect(decisionBefore(anItem('leader-review').state, ROSTER)).toEqual({});
});

test('the last decision is told, whoever took it, with their name and the time', () => {
  const life = anItem('leader-review');
  give(life, 'approve', NOW);
  expect(decided(life)).toEqual({ act: 'approve', by: leader, name: '甲', at: NOW });
  give(life, 'return', later);
  expect(decided(life)).toEqual({ act: 'return', by: acceptor, name: '丙', at: later });
  give(life, 'request-extension', later);
  expect(decided(life)).toMatchObject({ act: 'return' });
  give(life, 'grant-extension', instant(later + 1));
  expect(decided(life)).toMatchObject({ act: 'grant-extension', by: leader });
  give(life, 'withdraw', instant(later + 2));
  expect(decided(life)).toEqual({ act: 'withdraw', by: head, name: '丁', at: later + 2 });
});

test('an extension that lapsed was decided by nobody', () => {
  const life = anItem('in-progress');
  give(life, 'request-extension', NOW);
  give(life, 'withdraw', NOW);
  expect(decided(life)).toMatchObject({ act: 'withdraw' });
});

test('a stage counts as a decision', () => {
  expect(decided(anItem('sustained'))).toMatchObject({ act: 'accept-stage', by: acceptor });
});

test('a deputy is named in person, and somebody who has left the roster by their id', () => {
  const life = anItem('leader-review');
  give(life, 'approve', NOW, { by: deputy, onBehalfOf: leader });
  expect(decided(life)).toMatchObject({ by: deputy, name: '辛' });
  const { approval } = life.state;
  const state = { ...life.state, ...(approval && { approval: { ...approval, by: STRANGER } }) };
  expect(decisionBefore(state, ROSTER).decided).toMatchObject({ name: STRANGER });
});
