import fc from 'fast-check';
import { ICalCalendar } from 'ical-generator';
import { folded } from './fold';

const lines = fc.string({
  unit: fc.oneof(
    fc.constantFrom('整', '改', '，', 'é', '😀', ' ', ';'),
    fc.string({ minLength: 1, maxLength: 1 }),
  ),
  minLength: 1,
  maxLength: 200,
});

test('lines are folded where ical-generator folds them', () => {
  fc.assert(
    fc.property(lines, (line) => {
      const twice = folded(`NAME:${line}\r\nX-WR-CALNAME:${line}`);
      const calendar = new ICalCalendar({ name: line }).toString();
      expect(calendar).toContain(`\r\n${twice}\r\n`);
    }),
  );
});
