import { manifestHash } from '../../evidence/manifest';
import { Policy } from '../../round/policy';
import { rowOf } from '../../round/row';
import { aFile, anItem, doTheWork, give, NOW, refusalOf } from '../../../testing/item';
import { askedByLast } from '../../../testing/told';
import type { Instant } from '../../calendar/zone';
import { aBirth, at, PEOPLE } from '../../../testing/world';
import { EvidenceFile } from '../command';
import type { ItemLife } from '../life';

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

  test('by a deputy of the handler, under their own name', () => {
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

describe('what was returned can be done again', () => {
  test('a measure is completed anew with other amounts: the item has the new one, the log both', () => {
    const life = anItem('in-progress');
    give(life, 'complete-measure', NOW, { measure: 1, recoveredFen: 408_000 });
    doTheWork(life, NOW);
    give(life, 'request-closure', NOW);
    give(life, 'return', at('2021-05-11'));
    const again = { measure: 1, result: '已退缴', recoveredFen: 408_050 };
    give(life, 'complete-measure', at('2021-05-12'), again);
    expect(life.state.measures[0]?.completed).toMatchObject({
      by: handler,
      result: '已退缴',
      recoveredFen: 408_050,
    });
    const amounts = life.log.flatMap(({ event }) =>
      event.type === 'measure-completed' && event.measure === 1 ? [event.recoveredFen] : [],
    );
    expect(amounts).toEqual([408_000, 408_050]);
  });

  test('once for each return', () => {
    const life = anItem('returned');
    const day = at('2021-05-12');
    give(life, 'complete-measure', day, { measure: 1, result: '已退缴' });
    expect(refusalOf(life, 'complete-measure', day, { measure: 1 })?.type).toBe('MeasureAlreadyComplete');
    give(life, 'complete-measure', day, { measure: 2, result: '已印发' });
  });
});

describe('a file that is withdrawn', () => {
  const withTwo = (): ItemLife => {
    const life = anItem('returned');
    give(life, 'withdraw-evidence', NOW, { evidence: 1, reason: '扫描件缺页' });
    return life;
  };

  test('stays in the state, the log and the hash, but is current no more', () => {
    const life = anItem('returned');
    const before = manifestHash(life.state);
    give(life, 'withdraw-evidence', NOW, { evidence: 1, reason: '扫描件缺页' });
    const withdrawn = { by: handler, at: NOW, reason: '扫描件缺页' };
    expect(life.state.evidence).toMatchObject([{ ...aFile('1'), withdrawn }, aFile('2')]);
    expect(life.state.status).toBe('in-progress');
    expect(manifestHash(life.state)).not.toBe(before);
    expect(rowOf(life.state, life.context, 1).evidence).toBe(1);
  });

  test('leaves its measure without evidence', () => {
    expect(refusalOf(withTwo(), 'request-closure', NOW)).toEqual({ type: 'EvidenceMissing', measures: [1] });
  });

  test('is withdrawn once, and replaced by nothing', () => {
    const life = withTwo();
    const gone = { type: 'EvidenceWithdrawn', evidence: 1, at: NOW };
    expect(refusalOf(life, 'withdraw-evidence', NOW, { evidence: 1 })).toEqual(gone);
    expect(refusalOf(life, 'add-evidence', NOW, { measure: 1, replaces: 1 })).toEqual(gone);
  });

  test('is one that there is, and a current one', () => {
    const life = withTwo();
    expect(refusalOf(life, 'withdraw-evidence', NOW, { evidence: 9 })).toEqual({
      type: 'UnknownEvidence',
      evidence: 9,
      known: [2],
    });
    give(life, 'add-evidence', NOW, { measure: 2, file: aFile('3'), replaces: 2 });
    expect(refusalOf(life, 'withdraw-evidence', NOW, { evidence: 2 })).toMatchObject({
      type: 'EvidenceReplaced',
      current: 3,
    });
  });

  test.each(['leader-review', 'acceptance', 'sustained'] as const)('is not taken back in %s', (status) => {
    expect(refusalOf(anItem(status), 'withdraw-evidence', NOW)).toMatchObject({ type: 'WrongState', status });
  });
});

describe('a new version of a file', () => {
  const withTwo = (): ItemLife => {
    const life = anItem('in-progress');
    give(life, 'add-evidence', NOW, { measure: 1 });
    give(life, 'add-evidence', NOW, { measure: 2, file: aFile('2') });
    return life;
  };

  test('replaces the old one, which is kept', () => {
    const life = withTwo();
    const before = manifestHash(life.state);
    give(life, 'add-evidence', NOW, { measure: 1, file: aFile('3'), replaces: 1 });
    expect(life.state.evidence).toMatchObject([aFile(), aFile('2'), { ...aFile('3'), replaces: 1 }]);
    expect(life.log.at(-1)?.event).toMatchObject({ type: 'evidence-added', replaces: 1 });
    expect(manifestHash(life.state)).not.toBe(before);
    expect(rowOf(life.state, life.context, 1).evidence).toBe(2);
  });

  test('that replaces nothing says nothing of it, so that its hash is what it always was', () => {
    const { state, log } = withTwo();
    for (const part of [...state.evidence, log.at(-1)?.event ?? {}])
      expect(part).not.toHaveProperty('replaces');
  });

  test('is of a file that there is, for the same measure; those there are, are named', () => {
    const life = withTwo();
    const unknown = (evidence: number, measure: number, known: number[]) => {
      expect(refusalOf(life, 'add-evidence', NOW, { measure, replaces: evidence })).toEqual({
        type: 'UnknownEvidence',
        evidence,
        measure,
        known,
      });
    };
    unknown(3, 1, [1]);
    unknown(2, 1, [1]);
    give(life, 'add-evidence', NOW, { measure: 1, file: aFile('3'), replaces: 1 });
    give(life, 'add-evidence', NOW, { measure: 1, file: aFile('4') });
    unknown(9, 1, [3, 4]);
  });

  test('is of a current one; otherwise who replaced it is named, and what is current', () => {
    const life = withTwo();
    give(life, 'add-evidence', NOW, { measure: 1, file: aFile('3'), replaces: 1 });
    give(life, 'add-evidence', NOW, { measure: 1, file: aFile('4'), replaces: 3 });
    expect(refusalOf(life, 'add-evidence', NOW, { measure: 1, replaces: 1 })).toEqual({
      type: 'EvidenceReplaced',
      evidence: 1,
      by: 3,
      current: 4,
    });
  });

  test('voids an approval, as any evidence does', () => {
    const life = anItem('acceptance');
    give(life, 'add-evidence', NOW, { measure: 1, file: aFile('3'), replaces: 1 });
    expect(life.state).toMatchObject({ status: 'leader-review' });
    expect(life.state.approval).toBeUndefined();
  });
});

describe('a file', () => {
  const lifeWith = (evidence: object): ItemLife =>
    anItem('in-progress', aBirth({ policy: Policy.parse({ identity: 'claimed', evidence }) }));
  const handIn = (life: ItemLife, more: object) =>
    refusalOf(life, 'add-evidence', NOW, { file: { ...aFile(), ...more } });

  test('is as large as the policy takes, and not an octet larger', () => {
    const life = lifeWith({ mostBytes: 2000 });
    expect(handIn(life, { size: 2000 })).toBeUndefined();
    expect(handIn(life, { size: 2001 })).toEqual({ type: 'EvidenceTooLarge', size: 2001, most: 2000 });
  });

  test('is of a media type that the policy takes', () => {
    const life = lifeWith({ mediaTypes: ['image/*', 'application/pdf'] });
    expect(handIn(life, { mediaType: 'image/png' })).toBeUndefined();
    expect(handIn(life, { mediaType: 'text/plain' })).toEqual({
      type: 'EvidenceTypeNotTaken',
      mediaType: 'text/plain',
      taken: ['image/*', 'application/pdf'],
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

  test('starts the ladder after the deadline again, if it was asked for in time', () => {
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
