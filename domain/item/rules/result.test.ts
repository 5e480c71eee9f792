import { MOST_FEN } from '../../../base/money';
import { aCommand, anItem, give, NOW, refusalOf } from '../../../testing/item';
import { PEOPLE, STRANGER } from '../../../testing/world';
import { sumOfResults } from '../result-kind';

const { handler, leader } = PEOPLE;
const MONEY = {
  kind: 'money-collected',
  figure: 408_050,
  measure: 1,
  evidence: 1,
  vouchedBy: leader,
  note: '已入账',
};

/** An item at work with a file. */
const atWork = () => {
  const life = anItem('in-progress');
  give(life, 'add-evidence', NOW);
  return life;
};

describe('a result', () => {
  test('is kept with its figure, where it comes from and who vouches for it', () => {
    const life = atWork();
    give(life, 'record-result', NOW, MONEY);
    expect(life.state.results).toEqual([{ ...MONEY, by: handler, at: NOW }]);
    expect(life.firstRow().resultTotals).toEqual({ 'money-collected': 408_050 });
  });

  test('needs no measure, no evidence and no note', () => {
    const life = atWork();
    give(life, 'record-result', NOW, { kind: 'trainings', figure: 2, vouchedBy: handler });
    expect(life.state.results).toEqual([
      { kind: 'trainings', figure: 2, vouchedBy: handler, by: handler, at: NOW },
    ]);
  });

  test('is of a measure that there is, shown by a file that stands, and vouched for by somebody of the item', () => {
    const life = atWork();
    give(life, 'withdraw-evidence', NOW);
    expect(refusalOf(life, 'record-result', NOW, { measure: 7 })).toMatchObject({ type: 'UnknownMeasure' });
    expect(refusalOf(life, 'record-result', NOW, { evidence: 1 })).toMatchObject({
      type: 'EvidenceWithdrawn',
    });
    expect(refusalOf(life, 'record-result', NOW, { vouchedBy: STRANGER })).toEqual({
      type: 'UnknownVoucher',
      person: STRANGER,
    });
    expect(life.state).not.toHaveProperty('results');
  });

  test('is corrected, and then withdrawn, with reasons; what it was before stays in the log', () => {
    const life = atWork();
    give(life, 'record-result', NOW, MONEY);
    give(life, 'correct-result', NOW, { figure: 463_050, reason: '漏计一笔' });
    expect(life.state.results).toMatchObject([
      { figure: 463_050, corrected: { by: handler, at: NOW, reason: '漏计一笔' } },
    ]);
    expect(life.firstRow().resultTotals).toEqual({ 'money-collected': 463_050 });
    give(life, 'correct-result', NOW, { figure: undefined, reason: '重复登记' });
    expect(life.state.results).toMatchObject([{ figure: 463_050, withdrawn: { reason: '重复登记' } }]);
    expect(life.firstRow()).not.toHaveProperty('resultTotals');
    expect(life.log.slice(-3).map(({ event }) => 'figure' in event && event.figure)).toEqual([
      408_050,
      463_050,
      false,
    ]);
  });

  test('that was withdrawn, or never recorded, is not corrected', () => {
    const life = atWork();
    give(life, 'record-result', NOW, MONEY);
    give(life, 'record-result', NOW);
    give(life, 'correct-result', NOW, { result: 1, figure: undefined });
    expect(refusalOf(life, 'correct-result', NOW, { result: 1 })).toEqual({
      type: 'ResultWithdrawn',
      result: 1,
      at: NOW,
    });
    expect(refusalOf(life, 'correct-result', NOW, { result: 9 })).toEqual({
      type: 'UnknownResult',
      result: 9,
      known: [2],
    });
  });

  test.each(['in-progress', 'returned', 'leader-review', 'sustained'] as const)(
    'is recorded and corrected while nobody has approved the item: %s',
    (status) => {
      const life = anItem(status);
      give(life, 'record-result', NOW);
      give(life, 'correct-result', NOW);
      expect(life.firstRow().resultTotals).toEqual({ meetings: 3 });
    },
  );

  test('is no more in its line than can be read there', () => {
    const life = anItem('in-progress');
    const figure = MOST_FEN;
    for (let n = 0; n < 2; n += 1) give(life, 'record-result', NOW, { figure });
    expect(sumOfResults([{ meetings: Number.MAX_SAFE_INTEGER }, life.firstRow().resultTotals])).toEqual({
      meetings: Number.MAX_SAFE_INTEGER,
    });
    expect(life.firstRow().resultTotals).toEqual({ meetings: 2 * figure });
  });

  test.each(['assigned', 'acceptance', 'closed', 'archived', 'withdrawn'] as const)(
    'is not taken by an item that is %s',
    (status) => {
      const life = anItem(status);
      for (const command of ['record-result', 'correct-result'] as const)
        expect(refusalOf(life, command, NOW)).toMatchObject({ type: 'WrongState', status });
    },
  );

  test('is news enough to ask for closure after a return', () => {
    const life = anItem('returned');
    const later = life.state.returns[0]?.at ?? NOW;
    const objection = () => life.objection(aCommand(life, 'request-closure', later), later);
    expect(objection()).toMatchObject({ type: 'NothingChanged' });
    give(life, 'record-result', later);
    expect(objection()).toBeUndefined();
  });
});
