import fc from 'fast-check';
import { anyRowAround } from '../../testing/rows';
import { date } from '../../testing/world';
import { Ledger } from './ledger';
import { rowDifference } from './row-difference';

const anyRow = anyRowAround(date('2021-06-01'));

test('a line is no other than itself, whatever the version and the log of the report', () => {
  fc.assert(
    fc.property(anyRow, fc.nat(), (row, version) => {
      expect(rowDifference(row, { ...row, version })).toEqual([]);
      expect(rowDifference({ ...row, later: 'field' } as typeof row, row)).toEqual([]);
    }),
  );
});

test('two lines differ in the fields that either has and the other has not, or says otherwise', () => {
  fc.assert(
    fc.property(anyRow, anyRow, (one, other) => {
      const fields = ['status', 'kind', 'deadline', 'originalDeadline', 'requestedOn', 'returns'] as const;
      const differ = rowDifference(one, other);
      for (const field of fields) expect(differ.includes(field)).toBe(one[field] !== other[field]);
      expect(rowDifference(other, one)).toEqual(differ);
    }),
  );
});

test('once the ledger has taken a report, nothing differs', () => {
  fc.assert(
    fc.property(anyRow, anyRow, (one, other) => {
      const ledger = new Ledger([one]);
      const report = { ...other, version: one.version + 1 };
      ledger.note(report);
      expect(ledger.rows.flatMap((row) => rowDifference(row, report))).toEqual([]);
    }),
  );
});
