import { aGoodKey } from '../../testing/newcomers';
import { aCommand, anItem, NOW } from '../../testing/item';
import { aBirth, PEOPLE, ROSTER } from '../../testing/world';
import type { PersonId } from '../../base/ids';
import type { Roster } from '../round/roster';

/** The world's roster in which these people have the same key, and everybody else one of their own. */
const sharing = (...people: PersonId[]): Roster => ({
  ...ROSTER,
  people: ROSTER.people.map((one, index) => ({
    ...one,
    keys: [aGoodKey(people.includes(one.id) ? 7 : 20 + index)],
  })),
});

const objection = (roster: Roster, type: 'accept' | 'approve', more: object = {}) => {
  const life = anItem(type === 'accept' ? 'acceptance' : 'leader-review', aBirth({ roster }));
  return life.objection(aCommand(life, type, NOW, more), NOW);
};

test('an acceptor who signs with the key of the handler is the handler', () => {
  expect(objection(sharing(PEOPLE.acceptor, PEOPLE.handler), 'accept')).toMatchObject({
    type: 'DutiesNotSeparate',
    side: 'handler',
  });
});

test('so is a leader, and a deputy who acts for the leader', () => {
  expect(objection(sharing(PEOPLE.leader, PEOPLE.handler), 'approve')).toMatchObject({ side: 'handler' });
  expect(
    objection(sharing(PEOPLE.deputy, PEOPLE.handler), 'approve', {
      by: PEOPLE.deputy,
      onBehalfOf: PEOPLE.leader,
    }),
  ).toMatchObject({ side: 'handler' });
});

test('a key shared with somebody who has no part in the item bars nobody', () => {
  expect(objection(sharing(PEOPLE.acceptor, PEOPLE.bystander), 'accept')).toBeUndefined();
  expect(objection(sharing(), 'accept')).toBeUndefined();
});
