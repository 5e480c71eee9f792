import { parseArgs } from 'node:util';
import type { Bug } from './bug';
import { BUGS } from './bugs';
import { Copy } from './copy';
import { type Hunted, huntForAll } from './hunt';
import { STAGES } from './suites';
import { typesOf } from './types';
import { exitBy } from '../support/exit-by';

/** `npm run planted`: plants each bug in a copy of the checkout, and prints which test finds it. See docs/planted.md. */

const PARTS = ['types', ...STAGES.map(({ name }) => name)];
const USAGE = `npm run planted -- [--only NAME[,NAME...]] [--from PART] [--until PART] [--json]   (PART: ${PARTS.join(', ')})\n`;

/** So much of the bugs has to be found. */
const ENOUGH = 0.95;

/** `isTyped`: whether the compiler is asked, too. */
type Options = { bugs: readonly Bug[]; stages: typeof STAGES; isTyped: boolean; json: boolean };

const optionsOf = (args: string[]): Options | undefined => {
  try {
    const options = {
      only: { type: 'string' },
      from: { type: 'string', default: 'types' },
      until: { type: 'string', default: 'integration' },
      json: { type: 'boolean', default: false },
    } as const;
    const { only, from, until, json } = parseArgs({ args, options }).values;
    const names = only?.split(',');
    const bugs = BUGS.filter(({ name, harmless }) => (names ? names.includes(name) : harmless === undefined));
    const [first, last] = [PARTS.indexOf(from), PARTS.indexOf(until)];
    if (first < 0 || last < first || bugs.length < (names ?? []).length) return undefined;
    return { bugs, stages: STAGES.slice(Math.max(first - 1, 0), last), isTyped: first === 0, json };
  } catch {
    return undefined;
  }
};

const foundBy = (hunted: Hunted): string => {
  if (hunted.by === undefined) return 'nothing';
  return 'said' in hunted
    ? `types: ${hunted.said}`
    : `${hunted.by}: ${hunted.failure.file} · ${hunted.failure.test}`;
};

const lineOf = (hunted: Hunted): string => {
  const { bug, seconds, cut } = hunted;
  const short = cut.length > 0 ? ` (cut short: ${cut.join(', ')})` : '';
  return `${hunted.by === undefined ? '✗' : '✓'} ${bug.name} · ${foundBy(hunted)} · ${seconds} s${short}\n`;
};

const jsonOf = (hunted: Hunted) => ({
  name: hunted.bug.name,
  file: hunted.bug.file,
  breaks: hunted.bug.breaks,
  seconds: hunted.seconds,
  cut: hunted.cut,
  by: hunted.by ?? null,
  ...('failure' in hunted && hunted.failure),
});

const main = async (): Promise<number> => {
  const options = optionsOf(process.argv.slice(2));
  if (!options) {
    process.stderr.write(USAGE);
    return 2;
  }
  const { bugs, stages, isTyped, json } = options;
  const root = process.cwd();
  const copy = await Copy.of(root);
  const hunt = {
    copy,
    stages,
    types: isTyped ? typesOf(root) : () => undefined,
    unsteady: new Set<string>(),
  };
  const out = json ? process.stderr : process.stdout;
  const say = (hunted: Hunted) => void out.write(lineOf(hunted));
  const all = await huntForAll(hunt, bugs, say).finally(() => copy.remove());
  const found = all.filter(({ by }) => by !== undefined).length;
  const summary = { found, bugs: all.length, unsteady: [...hunt.unsteady] };
  if (json) process.stdout.write(`${JSON.stringify({ ...summary, hunted: all.map(jsonOf) }, null, 2)}\n`);
  else process.stdout.write(`${found} of ${all.length} found\n`);
  for (const file of hunt.unsteady) process.stderr.write(`fails without a bug, and was left out: ${file}\n`);
  return found >= ENOUGH * all.length ? 0 : 1;
};

exitBy(main());
