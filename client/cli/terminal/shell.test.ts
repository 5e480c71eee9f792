import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { shellWord } from './shell';

test('a plain word stays as it is', () => {
  for (const word of ['/srv/plan.yaml', '2021-03/1.2', '方案.yaml']) expect(shellWord(word)).toBe(word);
});

test('any text is one word to a shell', () => {
  const text = fc.string({ unit: 'grapheme' }).filter((word) => !word.includes('\0'));
  fc.assert(
    fc.property(text, (word) => {
      const said = execFileSync('sh', ['-c', `printf '%s.' ${shellWord(word)}`], { encoding: 'utf8' });
      expect(said).toBe(`${word}.`);
    }),
    { numRuns: 25 },
  );
});
