import { aFile, anItem, doTheWork, give, NOW, refusalOf } from '../../testing/deeds';
import { askedByLast } from '../../testing/heard';
import type { Instant } from '../../calendar/zone';
import { at, PEOPLE } from '../../testing/world';
import { EvidenceFile } from '../command';

const { handler, leader, deputy } = PEOPLE;

describe('closure can be asked for', () => {
  test('when every measure is complete and has evidence, and the leader is asked', () => {
    const life = anItem('in-progress');
    give(life, 'complete-measure', NOW, { measure: 2 });
    expect(refusalOf(life, 'request-closure', NOW)).toEqual({ type: 'MeasuresOpen', measures: [1] });
    give(life, 'complete-measure', NOW, { measure: 1 });
    give(life, 'add-evidence', NOW, { measure: 1 });
    expect(refusalOf(life, 'request-closure', NOW)).toEqual({ type: 'EvidenceMissing', measures: [2] });
    doTheWork(life, NOW);
    give(life, 'request-closure', NOW);
    expect(life.state).toMatchObject({
      status: 'leader-review',
      request: { by: handler, on: '2021-05-10' },
      review: { since: NOW, deadline: '2021-05-13' },
    });
    expect(askedByLast(life)).toEqual([leader]);
  });

  test('by a deputy of the handler, under his own name', () => {
    const life = anItem('in-progress');
    doTheWork(life, NOW);
    give(life, 'request-closure', NOW, { by: deputy, onBehalfOf: handler });
    expect(life.state.request).toMatchObject({ by: deputy, onBehalfOf: handler });
  });
});

describe('a measure', () => {
  test.each(['add-evidence', 'complete-measure'] as const)('that there is not refuses %s', (type) => {
    expect(refusalOf(anItem('in-progress'), type, NOW, { measure: 3 })).toEqual({
      type: 'UnknownMeasure',
      measure: 3,
      measures: [1, 2],
    });
  });

  test('keeps what it brought back and the rule that came of it', () => {
    const life = anItem('in-progress');
    const outcome = { result: '已退缴', recoveredFen: 408_000, regulation: '公务用车管理办法' };
    give(life, 'complete-measure', NOW, { measure: 1, ...outcome });
    expect(life.state.measures[0]?.completed).toMatchObject({ by: handler, ...outcome });
  });

  test('is completed once', () => {
    const life = anItem('in-progress');
    give(life, 'complete-measure', NOW, { measure: 1 });
    expect(refusalOf(life, 'complete-measure', NOW, { measure: 1 })).toEqual({
      type: 'MeasureAlreadyComplete',
      measure: 1,
    });
  });
});

test('any work takes a returned item up again, a word to others does not', () => {
  for (const type of ['report-progress', 'add-evidence'] as const) {
    const life = anItem('returned');
    give(life, 'comment', NOW);
    give(life, 'request-extension', NOW);
    expect(life.state.status).toBe('returned');
    give(life, type, NOW);
    expect(life.state.status).toBe('in-progress');
  }
});

test('evidence is named by its content, never by a path', () => {
  expect(EvidenceFile.safeParse({ ...aFile(), sha512: '../../etc/passwd' }).success).toBe(false);
  expect(EvidenceFile.safeParse({ ...aFile(), path: '/tmp/x' }).success).toBe(false);
});

describe('a closure request that is withdrawn after the deadline', () => {
  /** Asked for on a day, withdrawn on Monday 2021-07-26, and looked at on the day after. */
  const withdrawn = (asked: Instant) => {
    const life = anItem('in-progress');
    doTheWork(life, asked);
    give(life, 'request-closure', asked);
    life.passTime(at('2021-07-26', '08:00'));
    give(life, 'withdraw-closure', at('2021-07-26'));
    life.passTime(at('2021-07-27', '00:00'));
    return life;
  };

  test('starts the ladder after the deadline anew, if it was asked for in time', () => {
    const life = withdrawn(at('2021-06-30'));
    expect(life.state.proposals).toEqual([]);
    life.passTime(at('2021-08-02', '00:00'));
    expect(life.state.proposals).toMatchObject([{ rung: 'urging-letter', day: '2021-08-02' }]);
  });

  test('resets nothing for who had asked late', () => {
    const life = withdrawn(at('2021-07-02'));
    expect(life.state.proposals.map(({ rung }) => rung)).toEqual(['urging-letter', 'talk']);
  });
});
