import type { FactKind } from '../domain/ladder/notice';
import type { RungId } from '../domain/ladder/rung';
import type { Status } from '../domain/item/states';
import { aBrief, aDigest, aFact, aReminder } from '../testing/digest';
import { composeMessage } from './compose';
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

describe('what is proposed about persons', () => {
  const PROPOSED = ['urging-letter', 'talk', 'accountability'] as const;

  it.each(PROPOSED)('asks who may decide on %s, and tells the others for their information', (rung) => {
    expect(groupOf(aReminder(rung), SOMEBODY)).toBe('act');
    expect(groupOf(aReminder(rung, aBrief(), { cc: true }), SOMEBODY)).toBe('know');
    // The handler it is about must act, and hears so by other rungs.
    expect(groupOf(aReminder(rung, aBrief(), { cc: true }), HANDLER)).toBe('know');
  });

  it.each(PROPOSED)('has for the others no command, and not the words of a decision, at %s', (rung) => {
    for (const language of ['zh-CN', 'en'] as const) {
      const digest = (more: object) => aDigest([aReminder(rung, aBrief(), more)], { language, name: '丙' });
      const [own, other] = [{}, { cc: true }].map((more) => composeMessage(digest(more)).text);
      expect(own).toMatch(/由您决定|your decision/);
      expect(own).toContain('rectify issue');
      expect(other).not.toMatch(/由您决定|your decision|rectify (issue|drop)/);
    }
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
  ])(
    'puts %s in the state %s under %s for the handler and %s for the leader',
    (rung, status, ofHandler, ofLeader) => {
      const line = aReminder(rung, aBrief('1.1', { status }));
      expect([groupOf(line, HANDLER), groupOf(line, LEADER)]).toEqual([ofHandler, ofLeader]);
    },
  );

  it('asks the acceptor in acceptance, and whoever may be the acceptor', () => {
    const brief = aBrief('1.1', { status: 'acceptance' });
    expect(groupOf(aReminder('review-overdue', brief), SOMEBODY)).toBe('act');
    expect(groupOf(aReminder('review-escalated', brief), SOMEBODY)).toBe('act');
    expect(groupOf(aReminder('review-escalated', brief), LEADER)).toBe('watch');
  });
});
