import { addDays } from '../calendar/civil';
import { civilOf, instant } from '../calendar/zone';
import { aCommand, aFile, anItem, give, NOW } from '../../testing/item';
import { aBirth, PEOPLE, POLICY } from '../../testing/world';
import { Policy } from '../round/policy';
import type { CommandType } from './command';
import type { ItemLife } from './life';

const DAY = 86_400_000;
const policy = Policy.parse({ ...POLICY, daily: { talk: 3, work: 2 } });
const item = () => anItem('in-progress', aBirth({ policy }));

const objection = (life: ItemLife, type: CommandType, more: object = {}, now = NOW) =>
  life.objection(aCommand(life, type, now, more), now);

const say = (life: ItemLife, times: number, more: object = {}, now = NOW): void => {
  for (let time = 0; time < times; time += 1) give(life, 'comment', now, more);
};

test('somebody who has said enough today may go on tomorrow', () => {
  const life = item();
  say(life, 2);
  expect(objection(life, 'comment')).toBeUndefined();
  say(life, 1);
  const next = addDays(civilOf(NOW), 1);
  expect(objection(life, 'comment')).toEqual({ type: 'QuotaReached', command: 'comment', most: 3, next });
  expect(objection(life, 'comment', {}, instant(NOW + DAY))).toBeUndefined();
});

test('each person and each kind has a count of its own', () => {
  const life = item();
  say(life, 3, { by: PEOPLE.office });
  expect(objection(life, 'comment', { by: PEOPLE.oversight })).toBeUndefined();
  expect(objection(life, 'report-progress')).toBeUndefined();
});

test('a deputy counts as the one who acts, whoever they act for', () => {
  const life = item();
  say(life, 3, { by: PEOPLE.deputy, onBehalfOf: PEOPLE.handler });
  expect(objection(life, 'comment', { by: PEOPLE.deputy, onBehalfOf: PEOPLE.leader })).toMatchObject({
    type: 'QuotaReached',
  });
});

test('what is handed in has another quota than what is said', () => {
  const life = item();
  give(life, 'add-evidence', NOW, { file: aFile('a') });
  give(life, 'add-evidence', NOW, { file: aFile('b') });
  expect(objection(life, 'add-evidence', { file: aFile('c') })).toMatchObject({
    type: 'QuotaReached',
    command: 'add-evidence',
    most: 2,
  });
});

test('a flood from one key leaves everybody else their decisions', () => {
  const life = anItem('leader-review', aBirth({ policy }));
  say(life, 3, { by: PEOPLE.handler });
  expect(objection(life, 'comment', { by: PEOPLE.handler })).toMatchObject({ type: 'QuotaReached' });
  expect(objection(life, 'approve')).toBeUndefined();
});

test('what a history has taken is taken on replay, however often', () => {
  const life = item();
  say(life, 10);
  expect(life.log.filter(({ event }) => event.type === 'commented')).toHaveLength(10);
});
