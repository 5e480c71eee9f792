import { readFileSync } from 'node:fs';
import { CHECKS } from '../../client/cli/verbs/machine/checks/names';
import { cliWords } from '../../client/cli/language';
import type { Language } from '../../domain/round/roster';
import { docText, inRepository } from '../../testing/repository';

/** The cells of the first table of a page, without its head. */
const firstTable = (page: string): string[][] => {
  const lines = page.split('\n');
  const start = lines.findIndex((line) => line.startsWith('| --- |')) + 1;
  const end = lines.findIndex((line, index) => index > start && !line.startsWith('|'));
  return lines.slice(start, end).map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
};

const inCode = (cells: string[]): string[] =>
  cells.flatMap((cell) => Array.from(cell.matchAll(/`([^`]+)`/g), ([, name = '']) => name)).sort();

const rules = readFileSync(inRepository('deploy', 'prometheus', 'rules.yml'), 'utf8');
const alarms = Array.from(rules.matchAll(/- alert: (\w+)/g), ([, name = '']) => name);
const checks = [...CHECKS.here, ...CHECKS.server];

describe.each<[string, Language]>([
  ['runbook.md', 'en'],
  ['runbook.zh-CN.md', 'zh-CN'],
])('the table at the top of %s', (page, language) => {
  const rows = firstTable(docText(page));
  const column = (index: number): string[] => rows.map((row) => row[index] ?? '');

  it('has every check of doctor once, as doctor calls it', () => {
    expect(inCode(column(1))).toEqual([...checks].sort());
    const said = cliWords(language).machine.doctor.check;
    const all = column(1).join(' ');
    for (const name of checks) {
      const words = said[name].split(/ \(|（/)[0] ?? '';
      expect(all).toContain(language === 'en' ? `${words} (\`${name}\`)` : `${words}（\`${name}\`）`);
    }
  });

  it('has every alarm once', () => {
    expect(alarms.length).toBeGreaterThan(20);
    expect(inCode(column(2))).toEqual([...alarms].sort());
  });

  it('leads on from each', () => {
    for (const row of rows) expect(row).toHaveLength(4);
    expect(column(3)).not.toContain('');
  });
});
