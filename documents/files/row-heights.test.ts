import { spansOf } from '../ledger';
import { aHostileLedger } from '../../testing/hostile-ledger';
import { widthsOf } from './ledger-cells';
import { compactHeights, heightOfLines, linesOfText, mergedHeights, rowsOfHeight } from './row-heights';

const TEXTS = ['短', '这一段比较长，要在格子里折成好几行才放得下。'.repeat(4), '一\n二\n三'];

describe('the rows of a ledger', () => {
  const ledger = aHostileLedger('zh-CN', TEXTS);
  const widths = widthsOf(ledger);
  const width = (key: Parameters<Parameters<typeof mergedHeights>[1]>[0]) => widths.get(key) ?? 0;

  test('are together as high as the longest text of what they have in common', () => {
    const heights = mergedHeights(ledger, width);
    for (const { key, level } of ledger.columns)
      for (const { from, lines } of spansOf(ledger.lines, level)) {
        const cell = ledger.lines[from]?.cells[key];
        const room = heights.slice(from, from + lines).reduce((sum, height) => sum + height, 0);
        if (cell?.type === 'text')
          expect(room).toBeGreaterThanOrEqual(heightOfLines(linesOfText(cell.text, width(key))));
      }
  });

  test('are in the list no higher than the lines asked for', () => {
    expect(Math.max(...compactHeights(ledger, width, 4))).toBe(heightOfLines(4));
  });

  test('are never higher than Excel allows, and together as high as their text', () => {
    for (const height of [17.5, 409, 409.5, ...mergedHeights(aHostileLedger(), width)]) {
      const rows = rowsOfHeight(height);
      expect(Math.max(...rows)).toBeLessThanOrEqual(409);
      expect(rows.reduce((sum, row) => sum + row, 0)).toBeCloseTo(height, 5);
    }
  });
});

test('a column is wide enough for its dates, also with the mark that they are provisional', () => {
  expect(widthsOf(aHostileLedger()).get('measureDeadline')).toBeGreaterThanOrEqual('2027-06-30'.length + 8);
});
