import { EVEN, growthOf, REPEATED, repeated } from '../../testing/effort';
import { understand } from '..';
import { readCsv } from './csv';
import { DocumentError } from './fault';
import { readText, withoutMarkdown } from './text-file';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const COLUMNS =
  '具体问题,整改措施,责任领导,配合科室,整改时限,整改类型,涉密,备注,原因分析,紧急程度,标签,来源文件';
const WIDTH = COLUMNS.split(',').length;
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Where in a document of some length something is repeated. */
const PLACES: readonly (readonly [string, (unit: string, length: number) => unknown])[] = [
  ['one line', (unit, length) => understand(readText(bytesOf(repeated(unit, length))))],
  [
    'lines',
    (unit, length) => {
      const line = unit.trim().repeat(10);
      const lines = `${line}\n`.repeat(Math.min(length / (line.length + 1), 24_000));
      return understand(withoutMarkdown(readText(bytesOf(lines))));
    },
  ],
  [
    'a measure',
    (unit, length) =>
      understand(
        readText(bytesOf(`（一）制度\n1.针对台账不实问题，整改措施：一是${repeated(unit, length)}`)),
      ),
  ],
  [
    'the heading of an item',
    (unit, length) =>
      understand(readText(bytesOf(`（一）${repeated(unit, length)}\n1.${repeated(unit, length)}问题。`))),
  ],
  [
    'a name and a time',
    (unit, length) =>
      understand(
        readText(
          bytesOf(
            `（一）制度\n1.针对台账不实问题，责任领导：${repeated(unit, length)}。整改时限：${repeated(unit, length)}`,
          ),
        ),
      ),
  ],
  [
    'every cell of a row',
    (unit, length) => {
      const cell = quoted(repeated(unit, length / WIDTH));
      return understand(readCsv(bytesOf(`${COLUMNS}\n${Array(WIDTH).fill(cell).join(',')}\n`)));
    },
  ],
  [
    'every row of an item',
    (unit, length) => {
      const rows = Array.from({ length: length / WIDTH }, (_, no) => {
        const cell = quoted(`${unit.trim()}${String(no)}`);
        return `,${Array(WIDTH - 1)
          .fill(cell)
          .join(',')}`;
      });
      return understand(readCsv(bytesOf(`${COLUMNS}\n台账不实,改,甲,,,,,\n${rows.join('\n')}`)));
    },
  ],
];

/** What is refused costs nothing more. */
const orRefused = (read: () => unknown): unknown => {
  try {
    return read();
  } catch (error) {
    if (error instanceof DocumentError) return undefined;
    throw error;
  }
};

describe.each(PLACES)('%s', (_, read) => {
  test.each(REPEATED.map((unit) => [JSON.stringify(unit), unit]))(
    'of %s costs twice the time where it is twice as long',
    (_name, unit) => {
      expect(growthOf((length) => orRefused(() => read(unit, length)), 12_000)).toBeLessThan(EVEN);
    },
  );
});
