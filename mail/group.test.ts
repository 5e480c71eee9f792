import type { FactKind } from '../domain/ladder/notice';
import type { RungId } from '../domain/ladder/rung';
import type { Status } from '../domain/item/status';
import { aBrief, aDigest, aFact, aReminder } from '../testing/digest';
import { type Group, groupOf } from './group';

const reader = (name: string) => aDigest([], { name }).to;
const HANDLER = reader('乙');
const LEADER = reader('甲');
const SOMEBODY = reader('丙');

describe('what a fact asks', () => {
  it.each<[FactKind, Status, Group]>([
    ['assigned', 'assigned', 'act'],
    ['returned', 'returned', 'act'],
    ['closure-requested', 'leader-review', 'act'],
    ['approval-voided', 'leader-review', 'act'],
    ['approved', 'acceptance', 'act'],
    ['undeliverable', 'in-progress', 'act'],
    ['accepted', 'closed', 'know'],
    ['archived', 'archived', 'know'],
  ])('puts %s in the state %s under %s', (kind, status, group) => {
    expect(groupOf(aFact(kind, aBrief('1.1', { status })), SOMEBODY)).toBe(group);
  });

  it('asks nothing of the reader of a copy', () => {
    const line = aFact('assigned', aBrief('1.1', { status: 'assigned' }), { cc: true });
    expect(groupOf(line, LEADER)).toBe('know');
  });

  it('asks nothing any more once the item has gone on', () => {
    expect(groupOf(aFact('closure-requested', aBrief('1.1', { status: 'acceptance' })), LEADER)).toBe('know');
  });
});

describe('what a rung asks', () => {
  it.each<[RungId, Status, Group, Group]>([
    ['reminder', 'in-progress', 'watch', 'watch'],
    ['warning', 'in-progress', 'watch', 'watch'],
    ['unacknowledged', 'assigned', 'act', 'watch'],
    ['imminent', 'in-progress', 'act', 'watch'],
    ['overdue', 'in-progress', 'act', 'watch'],
    ['urging-letter', 'in-progress', 'act', 'act'],
    ['review-due', 'leader-review', 'watch', 'act'],
    ['review-escalated', 'leader-review', 'watch', 'act'],
  ])('puts %s in the state %s under %s for the handler and %s for the leader', (rung, status, his, hers) => {
    const line = aReminder(rung, aBrief('1.1', { status }));
    expect([groupOf(line, HANDLER), groupOf(line, LEADER)]).toEqual([his, hers]);
  });

  it('asks the acceptor in acceptance, and whoever may be he', () => {
    const brief = aBrief('1.1', { status: 'acceptance' });
    expect(groupOf(aReminder('review-overdue', brief), SOMEBODY)).toBe('act');
    expect(groupOf(aReminder('review-escalated', brief), SOMEBODY)).toBe('act');
    expect(groupOf(aReminder('review-escalated', brief), LEADER)).toBe('watch');
  });
});
