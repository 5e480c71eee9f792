import { reportOn, withSignsOfLife } from './progress';

const screen = (isTTY: boolean) => {
  const written: string[] = [];
  return { written, isTTY, write: (text: string) => written.push(text) };
};

describe('a report', () => {
  test('on a terminal writes signs of life over one another and ends with the line that stays', () => {
    const terminal = screen(true);
    const report = reportOn(terminal);
    report('building … 1 s', 'passing');
    report('building … 2 s', 'passing');
    report('built');
    const erase = '\r\u001b[2K';
    expect(terminal.written).toEqual([`${erase}building … 1 s`, `${erase}building … 2 s`, `${erase}built\n`]);
  });

  test('elsewhere writes a sign of life every ten seconds and no control characters', () => {
    const file = screen(false);
    let clock = 0;
    const report = reportOn(file, () => clock);
    for (let second = 0; second <= 20; second += 1) {
      clock = second * 1000;
      report(`${String(second)} s`, 'passing');
    }
    report('built');
    expect(file.written).toEqual(['0 s\n', '10 s\n', '20 s\n', 'built\n']);
  });

  test('gives signs of life while a work lasts, then its result', async () => {
    let alive = () => undefined as unknown;
    const sign = new Promise((resolve) => {
      alive = () => {
        resolve('done');
      };
    });
    const lines: string[] = [];
    const report = (line: string) => {
      lines.push(line);
      alive();
    };
    await expect(withSignsOfLife(report, 'building', sign)).resolves.toBe('done');
    expect(lines[0]).toMatch(/^building … \d+ s$/);
  });
});
