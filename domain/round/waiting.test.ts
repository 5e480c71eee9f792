import type { Status } from '../item/states';
import { anItem, give, NOW } from '../../testing/item';
import { at, date, PEOPLE, ROSTER } from '../../testing/world';
import { aBirth, planned, POLICY } from '../../testing/world';
import { policyTelling } from '../../testing/policies';
import type { LedgerRow } from './row';
import { type Waiting, waitingIn } from './waiting';

const rowIn = (status: Status): LedgerRow => anItem(status).view(NOW).row;
const waiting = (row: LedgerRow): Waiting[] => waitingIn(row, { roster: ROSTER, policy: POLICY });
const DEADLINE = date('2021-06-30');

test.each([
  ['assigned', PEOPLE.handler, 'acknowledge'],
  ['in-progress', PEOPLE.handler, 'rectify'],
  ['returned', PEOPLE.handler, 'supplement'],
  ['leader-review', PEOPLE.leader, 'approve'],
  ['acceptance', PEOPLE.acceptor, 'accept'],
  ['sustained', PEOPLE.handler, 'check-in'],
] as const)('an item that is %s waits for one person, and for one thing', (status, person, task) => {
  expect(waiting(rowIn(status))).toMatchObject([{ person, task }]);
});

test.each(['closed', 'archived', 'withdrawn'] as const)('an item that is %s waits for nobody', (status) => {
  const row: LedgerRow = {
    ...rowIn(status),
    proposals: [{ rung: 'talk', day: DEADLINE }],
    extension: { newDeadline: DEADLINE, decider: 'leader' },
  };
  expect(waiting(row)).toEqual([]);
});

test('the date that counts is that of whoever has the item: of a reviewer the review’s, of the section the deadline', () => {
  expect(waiting(rowIn('in-progress'))).toMatchObject([{ due: DEADLINE }]);
  expect(waiting(rowIn('leader-review'))).toMatchObject([{ due: date('2021-05-13') }]);
  expect(waiting(rowIn('sustained'))).toMatchObject([{ due: date('2021-08-10') }]);
});

test('a sustained item that checks in no more before its end waits for nobody', () => {
  const { sustaining, ...row } = rowIn('sustained');
  expect(sustaining?.checkIn).toBeDefined();
  expect(waiting({ ...row, sustaining: { since: NOW, until: date('2021-06-30') } })).toEqual([]);
});

test.each([
  ['2021-07-15', PEOPLE.leader],
  ['2021-09-15', PEOPLE.head],
])('an extension to %s waits, beside the work, for who decides it, until the deadline', (until, person) => {
  const life = anItem('in-progress');
  give(life, 'request-extension', NOW, { newDeadline: date(until) });
  expect(waiting(life.view(NOW).row)).toEqual([
    { person: PEOPLE.handler, task: 'rectify', due: DEADLINE },
    { person, task: 'decide-extension', due: DEADLINE },
  ]);
});

test('a proposal waits for everybody who may issue it, until one has decided', () => {
  const day = date('2021-07-14');
  const proposed = (rung: 'urging-letter' | 'talk' | 'accountability', outcome?: 'issued' | 'dropped') => {
    const row = { ...rowIn('in-progress'), proposals: [{ rung, day, ...(outcome && { outcome }) }] };
    return waiting(row).flatMap(({ task, person }) => (task === 'decide-proposal' ? [person] : []));
  };
  expect(proposed('urging-letter')).toEqual([PEOPLE.office]);
  expect(proposed('talk')).toEqual([PEOPLE.head, PEOPLE.office]);
  expect(proposed('accountability')).toEqual([PEOPLE.oversight]);
  expect(proposed('talk', 'issued')).toEqual([]);
  expect(proposed('talk', 'dropped')).toEqual([]);
});

test('a proposal waits for those to whom the policy gives the decision', () => {
  const policy = policyTelling({ talk: { to: ['leader', 'oversight'], decides: ['oversight'] } });
  const row: LedgerRow = { ...rowIn('in-progress'), proposals: [{ rung: 'talk', day: DEADLINE }] };
  const people = waitingIn(row, { roster: ROSTER, policy }).map(({ person }) => person);
  expect(people).toEqual([PEOPLE.handler, PEOPLE.oversight]);
});

test('what is proposed by the ladder itself waits from its day on', () => {
  const life = anItem('in-progress', aBirth({ planned: planned({ deadline: date('2021-06-30') }) }));
  const now = at('2021-07-07');
  life.passTime(now);
  expect(waiting(life.view(now).row)).toContainEqual({
    person: PEOPLE.office,
    task: 'decide-proposal',
    rung: 'urging-letter',
    due: date('2021-07-07'),
  });
});
