import { addDays } from '../../calendar/civil';
import { aCommand, aFile, anItem, attempt, give, NOW } from '../../../testing/item';
import { aBirth, at, date, planned, POLICY } from '../../../testing/world';
import type { CommandType } from '../command';
import type { ItemLife } from '../life';
import { Policy } from '../../round/policy';

/** Why a command would be refused that comes for the first time. */
const objection = (life: ItemLife, type: CommandType, more: object = {}, now = NOW) =>
  life.objection(aCommand(life, type, now, more), now);

const returning = (life: ItemLife, newDeadline: string, now = NOW) =>
  objection(life, 'return', { newDeadline }, now);

describe('a return gives no more time than there is without an extension', () => {
  test('up to the end of the concentrated period', () => {
    const life = anItem('leader-review');
    expect(returning(life, '2021-08-31')).toBeUndefined();
    expect(returning(life, '2021-09-01')).toEqual({
      type: 'DateTooLate',
      date: '2021-09-01',
      latest: '2021-08-31',
    });
  });

  test('up to the deadline where that is later', () => {
    const life = anItem('acceptance', aBirth({ planned: planned({ deadline: date('2021-12-01') }) }));
    expect(returning(life, '2021-12-01')).toBeUndefined();
    expect(returning(life, '2021-12-02')).toMatchObject({ latest: '2021-12-01' });
  });

  test('up to ten working days from today where that is later still, and the number is of the policy', () => {
    const now = at('2021-09-22');
    // The National Day and what is worked for it lie between: the 11th of October is the tenth working day.
    expect(returning(anItem('leader-review'), '2021-10-11', now)).toBeUndefined();
    expect(returning(anItem('leader-review'), '2021-10-12', now)).toMatchObject({ latest: '2021-10-11' });
    const policy = Policy.parse({ ...POLICY, returns: { workingDays: 2 } });
    expect(returning(anItem('leader-review', aBirth({ policy })), '2021-10-11', now)).toMatchObject({
      latest: '2021-09-24',
    });
  });

  test('also where the item has no deadline', () => {
    const life = anItem('leader-review', aBirth({ planned: planned({ deadline: null }) }));
    expect(returning(life, '2021-08-31')).toBeUndefined();
    expect(returning(life, '2021-09-01')).toMatchObject({ latest: '2021-08-31' });
  });
});

describe('closure is asked for again after a return', () => {
  const returned = () => anItem('returned');

  test('not as it was returned', () => {
    const life = returned();
    const { at } = life.log.at(-1) ?? {};
    expect(objection(life, 'request-closure')).toEqual({ type: 'NothingChanged', at });
  });

  test.each<[string, (life: ItemLife) => unknown]>([
    ['progress', (life) => give(life, 'report-progress', NOW)],
    ['new evidence', (life) => give(life, 'add-evidence', NOW, { measure: 1, file: aFile('e') })],
    ['a measure with another result', (life) => give(life, 'complete-measure', NOW, { recoveredFen: 5 })],
    [
      'a file taken back, for which another stands',
      (life) => {
        give(life, 'add-evidence', NOW, { measure: 1, file: aFile('e') });
        give(life, 'withdraw-evidence', NOW, { evidence: 1 });
      },
    ],
  ])('with %s', (_, change) => {
    const life = returned();
    change(life);
    expect(objection(life, 'request-closure')).toBeUndefined();
  });

  test.each<[string, (life: ItemLife) => unknown]>([
    ['a comment', (life) => give(life, 'comment', NOW)],
    ['the same result once more', (life) => give(life, 'complete-measure', NOW)],
    [
      'the same file, taken back and handed in again',
      (life) => {
        const file = aFile('1');
        give(life, 'withdraw-evidence', NOW, { evidence: 1 });
        give(life, 'add-evidence', NOW, { measure: 1, file });
      },
    ],
  ])('not with %s alone', (_, change) => {
    const life = returned();
    change(life);
    expect(objection(life, 'request-closure')).toMatchObject({ type: 'NothingChanged' });
  });
});

describe('the same file counts once', () => {
  test('for a measure, whatever its title', () => {
    const life = anItem('in-progress');
    give(life, 'add-evidence', NOW, { measure: 1, file: aFile('a') });
    const renamed = { ...aFile('a'), title: '清点记录（二）' };
    expect(objection(life, 'add-evidence', { measure: 1, file: renamed })).toEqual({
      type: 'EvidenceKnown',
      evidence: 1,
      measure: 1,
    });
  });

  test('but may show another measure too, be corrected, and come again once it was withdrawn', () => {
    const life = anItem('in-progress');
    give(life, 'add-evidence', NOW, { measure: 1, file: aFile('a') });
    expect(objection(life, 'add-evidence', { measure: 2, file: aFile('a') })).toBeUndefined();
    const corrected = { ...aFile('a'), effectiveDate: addDays(date('2021-05-20'), 1) };
    expect(objection(life, 'add-evidence', { measure: 1, file: corrected, replaces: 1 })).toBeUndefined();
    give(life, 'withdraw-evidence', NOW, { evidence: 1 });
    expect(objection(life, 'add-evidence', { measure: 1, file: aFile('a') })).toBeUndefined();
  });
});

test('what a history has accepted is carried out again when it is replayed', () => {
  const life = anItem('returned');
  expect(attempt(life, 'request-closure', NOW)).toMatchObject({ status: 'leader-review' });
  expect(attempt(life, 'return', NOW, { newDeadline: '2023-01-01' })).toMatchObject({
    deadline: '2023-01-01',
  });
});
