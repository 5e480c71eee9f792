import fc from 'fast-check';
import { lineId, type DigestLine } from '../domain/ladder/notice';
import { RUNGS } from '../domain/ladder/rung';
import { aBrief, aDigest, aFact, aReminder, date } from '../testing/digest';
import { inOrder } from './order';

const { to } = aDigest([]);

const ordered = (...lines: DigestLine[]) => inOrder(lines, to);

describe('the order of a mail', () => {
  it('has rungs in their order of severity, the worst first', () => {
    const lines = RUNGS.map((rung) => aReminder(rung));
    expect(ordered(...lines)).toEqual([...lines].reverse());
  });

  it('has facts that ask before those for information, and copies last', () => {
    const asks = aFact('returned', aBrief('1.1', { status: 'returned' }));
    const tells = aFact('accepted', aBrief('1.2', { status: 'closed' }));
    const copy = aFact('returned', aBrief('1.3', { status: 'returned' }), { cc: true });
    expect(ordered(copy, tells, asks)).toEqual([asks, tells, copy]);
  });

  it('has what is proposed to others among the copies', () => {
    const reminder = aReminder('warning', aBrief('1.1'));
    const copy = aReminder('talk', aBrief('1.2'), { cc: true });
    expect(ordered(copy, reminder)).toEqual([reminder, copy]);
  });

  it('has what is late before what is new, and what is new before what only comes closer', () => {
    const late = aReminder('overdue', aBrief('1.1'));
    const fresh = aFact('assigned', aBrief('1.2', { status: 'assigned' }));
    const coming = aReminder('warning', aBrief('1.3'));
    expect(ordered(coming, fresh, late)).toEqual([late, fresh, coming]);
  });

  it('has the earlier date first, one without a date last, then numbers by value', () => {
    const { deadline: _, ...undated } = aBrief('1.1');
    const lines = [
      aReminder('overdue', aBrief('9.9', { deadline: date('2021-06-01') })),
      aReminder('overdue', aBrief('1.2', { deadline: date('2021-06-02') })),
      aReminder('overdue', aBrief('1.10', { deadline: date('2021-06-02') })),
      aReminder('overdue', undated),
    ];
    expect(ordered(...[...lines].reverse())).toEqual(lines);
  });

  it('does not hang on the order of arrival', () => {
    const lines = [
      aReminder('overdue', aBrief('1.1')),
      aReminder('overdue', aBrief('1.2')),
      aFact('assigned', aBrief('1.1')),
      aFact('assigned', aBrief('2.1'), { cc: true }),
      aReminder('warning', aBrief('2.2')),
    ];
    const expected = ordered(...lines).map(lineId);
    fc.assert(
      fc.property(fc.shuffledSubarray(lines, { minLength: lines.length }), (shuffled) => {
        expect(ordered(...shuffled).map(lineId)).toEqual(expected);
      }),
    );
  });
});
