import { readFileSync, statSync } from 'node:fs';
import { parse } from 'yaml';
import { inRepository } from '../testing/repository';

type Workflow = {
  permissions: unknown;
  jobs: { test: { strategy: { matrix: { node: string[] } }; steps: { uses?: string; run?: string }[] } };
};

const text = readFileSync(inRepository('.github', 'workflows', 'ci.yml'), 'utf8');
const { permissions, jobs } = parse(text) as Workflow;
const { strategy, steps } = jobs.test;

describe('the checks of every change', () => {
  it('begin with the oldest Node that the package promises', () => {
    const { engines } = JSON.parse(readFileSync(inRepository('package.json'), 'utf8')) as {
      engines: { node: string };
    };
    expect(`>=${strategy.matrix.node[0] ?? ''}`).toBe(engines.node);
  });

  it('run what a newcomer is told to run, and may only read', () => {
    expect(steps.flatMap(({ run = [] }) => run)).toEqual(['.ci/run']);
    expect(statSync(inRepository('.ci', 'run')).mode & 0o111).not.toBe(0);
    expect(permissions).toEqual({ contents: 'read' });
  });

  it('use the actions of others by their commit, never by a name that can be moved', () => {
    for (const { uses } of steps) if (uses !== undefined) expect(uses).toMatch(/@[0-9a-f]{40}$/);
  });
});
