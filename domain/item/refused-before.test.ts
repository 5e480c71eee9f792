import { anItem, NOW } from '../../testing/item';
import { PEOPLE } from '../../testing/world';
import type { RefusedMail } from './refused-before';

const REPORT: RefusedMail = {
  person: PEOPLE.handler,
  address: 'yi@example.org',
  reason: '550 no such user',
  notices: ['2021-03/1.2/c1#1'],
};

test.each<[string, Partial<RefusedMail>, number]>([
  ['the same again', {}, 1],
  ['the same for another reason', { reason: '551' }, 1],
  ['another person', { person: PEOPLE.leader }, 2],
  ['another address', { address: 'new@example.org' }, 2],
  ['another mail', { notices: ['2021-03/1.2/c1#2'] }, 2],
])('of a refused mail and %s an item notes %i', (_, more, times) => {
  const life = anItem('in-progress');
  life.noteRefused(REPORT, NOW);
  life.noteRefused({ ...REPORT, ...more }, NOW);
  expect(life.log.filter(({ event }) => event.type === 'mail-undeliverable')).toHaveLength(times);
});
