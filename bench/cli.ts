import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { itemId, type ItemNumber, RoundId } from '../base/ids';
import { generateKey, sign, type SigningKey, writeKeyFile } from '../client/keys';
import { instant } from '../domain/calendar/zone';
import type { KeyRing } from '../domain/identity';
import type { Command } from '../domain/item/command';
import { EVERYDAY, programOptions } from '../scripts/bundle/program.cjs';
import { Hands } from '../tests/support/commands';
import { at } from '../tests/support/instants';
import { planOf } from '../tests/support/plans';
import { poll } from '../tests/support/poll';
import { RealWorld } from '../tests/support/real-world';
import { ledgerQuery, roundWorkflowId } from '../workflows/messages';
import { type Bench, type Figures, numberIn, type Sample } from './bench';
import { cpuOfEnded } from './process-usage';
import { quantile, rounded } from './statistics';

/** In the office's hours on a working day, so that nothing is mailed while it is measured. */
const START = at('2021-06-09');
const ROUND = RoundId.parse('cli');
/** The items of a small plan, as that of 2021. */
const ITEMS = 28;
/** Programs take turns so often before anything is measured. */
const WARM_UP = 1;

const inRepository = (...parts: string[]): string => path.join(process.cwd(), ...parts);
const LOADER = inRepository('bin/compiled.js');

const run = promisify(execFile);

/** A program and its arguments at its n-th turn. */
type Program = { name: string; args: (turn: number) => readonly string[] };

const queryArgs = (program: string): readonly string[] => [
  '-e',
  `${program}.main('${roundWorkflowId(ROUND)}', '${ledgerQuery.name}')`,
];

/** The bare query as two programs: packages as they are installed, and all in one file like the CLI. */
const bareQueries = async (): Promise<Program[]> => {
  const from = inRepository('bench/bare-query.ts');
  const plain = inRepository('dist/bare-query.js');
  const whole = inRepository('dist/bare-query-in-one.js');
  await build(programOptions({ from, to: plain }));
  await build(programOptions({ from, to: whole, packages: EVERYDAY }));
  await run(process.execPath, [inRepository('scripts/bundle/compile.cjs'), whole]);
  const required = queryArgs(`require('${plain}')`);
  const loaded = queryArgs(`require('${LOADER}').load('${whole}').exports`);
  return [
    { name: 'bare', args: () => required },
    { name: 'bareInOneFile', args: () => loaded },
  ];
};

/** The verbs; each turn approves another item. */
const verbs = (keyFile: string): Program[] => {
  const bin = inRepository('bin/rectify.js');
  const approve = (turn: number) => ['approve', `1.${turn + 1}`, '--yes', '--as', 'leader', '--key', keyFile];
  return [
    { name: 'list', args: () => [bin, 'list'] },
    { name: 'show', args: () => [bin, 'show', '1.1'] },
    { name: 'inbox', args: () => [bin, 'inbox', '--as', 'leader'] },
    { name: 'approve', args: (turn) => [bin, ...approve(turn)] },
  ];
};

/** A signed round, as many items of which wait for their leader as are approved; the leader's key has no passphrase. */
const begin = async (world: RealWorld, turns: number): Promise<Program[]> => {
  const keys = new Map<string, SigningKey>();
  const keyOf = (person: string): SigningKey => {
    const key = keys.get(person) ?? generateKey();
    keys.set(person, key);
    return key;
  };
  const ring = (person: string): [string, KeyRing] => {
    const { kid, x } = keyOf(person);
    return [person, [{ kid, x, from: instant(0) }]];
  };
  const plan = planOf({
    round: ROUND,
    items: Math.max(ITEMS, turns),
    deadline: '2021-08-31',
    policy: { identity: 'signed' },
    keys: Object.fromEntries(['handler-1', 'leader', 'acceptor', 'head', 'office'].map(ring)),
  });
  await world.begin(plan, world.clockFrom(START, 1, ROUND));
  const signed = (command: Command) => sign(command, keyOf(command.by));
  for (const { number } of plan.items.slice(0, turns)) {
    const item = itemId(ROUND, number satisfies ItemNumber);
    await poll(`item ${number}`, () => world.rectify.item(item));
    await new Hands(world.rectify, world.storeUrl, item, 'handler-1', signed).work();
  }
  const keyFile = path.join(world.folder, 'leader.json');
  await writeKeyFile(keyFile, keyOf('leader'));
  return verbs(keyFile);
};

type Times = { wall: number[]; cpu: number[] };

/** Runs programs in turns, each as a process of its own from its start to its end. Throws where one of them fails. */
const inTurns = async (
  programs: readonly Program[],
  turns: number,
  env: NodeJS.ProcessEnv,
): Promise<Map<string, Times>> => {
  const times = new Map(programs.map(({ name }): [string, Times] => [name, { wall: [], cpu: [] }]));
  for (let turn = 0; turn < turns; turn += 1)
    for (const { name, args } of programs) {
      const cpu = cpuOfEnded();
      const began = performance.now();
      await run(process.execPath, args(turn), { env });
      const wall = performance.now() - began;
      if (turn < WARM_UP) continue;
      times.get(name)?.wall.push(wall);
      times.get(name)?.cpu.push(cpuOfEnded() - cpu);
    }
  return times;
};

const figuresOf = ({ wall, cpu }: Times): Figures => ({
  wallMs: rounded(quantile(wall, 0.5)),
  leastMs: rounded(Math.min(...wall)),
  mostMs: rounded(Math.max(...wall)),
  cpuMs: rounded(cpu.reduce((sum, value) => sum + value, 0) / cpu.length),
});

/** Every program's figures by its name, and by how much a verb's middle is over that of the bare query. */
const sampleOf = (times: ReadonlyMap<string, Times>): Sample => {
  const ours: Figures = {};
  const plain: Figures = {};
  const bare = times.get('bare');
  if (!bare) throw new Error('the bare query was not measured');
  for (const [name, measured] of times) {
    const figures = figuresOf(measured);
    const overBareMs = rounded(quantile(measured.wall, 0.5) - quantile(bare.wall, 0.5));
    if (name.startsWith('bare')) plain[name] = figures;
    else ours[name] = { ...figures, overBareMs };
  }
  return { ours, plain };
};

/**
 * What a person waits for: whole processes of `list`, `show`, `inbox` and `approve --yes`, each in turn with a program
 * that connects, asks a round for its ledger and prints that. Server, worker and mail server are started for it.
 */
export const cli: Bench = {
  about: 'how long everyday verbs take as processes, beside a bare query of a workflow from Node',
  numbers: { turns: 15 },
  run: async (setting) => {
    const turns = numberIn(setting, 'turns') + WARM_UP;
    const bare = await bareQueries();
    const world = await RealWorld.create();
    try {
      await world.startWorker();
      const programs = [...bare, ...(await begin(world, turns))];
      const env = { PATH: process.env.PATH, HOME: world.folder, LANG: 'C.UTF-8', ...world.environment };
      return sampleOf(await inTurns(programs, turns, env));
    } finally {
      await world.close();
    }
  },
};
