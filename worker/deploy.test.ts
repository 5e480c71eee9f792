import { readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { docText, inRepository } from '../testing/repository';
import { TEST_SEAL_KEYS } from '../testing/seals';
import { readConfiguration } from './configuration';

const read = (...path: string[]): string => readFileSync(inRepository('deploy', ...path), 'utf8');

/** What a worker takes: a name that it does not know would be a setting without effect. */
const KNOWN = /`([A-Z][A-Z_]+)`/g;
const documented = new Set(
  ['operations.md', 'store.md'].flatMap((page) => [...docText(page).matchAll(KNOWN)].map(([, name]) => name)),
);
const OF_NODE = ['NODE_ENV', 'TZ'];
const isKnown = (name: string): boolean =>
  OF_NODE.includes(name) || documented.has(name) || documented.has(name.replace(/_FILE$/, ''));

const settings = (lines: string): Record<string, string> =>
  Object.fromEntries(
    [...lines.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]),
  );

const runs = (environment: Record<string, string>) => {
  const { SEAL_KEYS_FILE, SMTP_PASSWORD_FILE, ...others } = environment;
  expect([SEAL_KEYS_FILE, SMTP_PASSWORD_FILE]).not.toContain(undefined);
  expect(Object.keys(environment).filter((name) => !isKnown(name))).toEqual([]);
  return readConfiguration({ ...others, SEAL_KEYS: TEST_SEAL_KEYS, SMTP_PASSWORD: 'secret' });
};

describe('the unit for systemd', () => {
  const unit = read('systemd', 'rectify-worker.service');
  const valueOf = (key: string): string => new RegExp(`^${key}=(.*)$`, 'm').exec(unit)?.[1] ?? '';
  const environment = settings(
    [...unit.matchAll(/^Environment=(.*)$/gm)].map(([, line = '']) => line.replaceAll(' ', '\n')).join('\n'),
  );

  it('with its example of an environment, is a configuration that the worker can run with', () => {
    const { STORE } = runs({ ...environment, ...settings(read('systemd', 'worker.env.example')) });
    expect(STORE).toBe(`file:///var/lib/${valueOf('StateDirectory')}/store`);
  });

  it('waits longer for the worker to stop than the worker waits for its work', () => {
    expect(Number(valueOf('TimeoutStopSec'))).toBeGreaterThan(Number(environment.SHUTDOWN_GRACE));
  });

  it('does not start again what has faults in its configuration', () => {
    expect(valueOf('RestartPreventExitStatus')).toBe('2');
  });

  it('leaves the files of the store to the worker and its group', () => {
    expect(valueOf('UMask')).toBe('0027');
  });
});

const Container = z.object({
  image: z.string(),
  livenessProbe: z.object({ httpGet: z.object({ path: z.string() }) }),
  volumeMounts: z.array(z.object({ name: z.string(), mountPath: z.string() })),
});
const Deployment = z.object({
  kind: z.literal('Deployment'),
  spec: z.object({
    strategy: z.object({ type: z.string() }),
    template: z.object({
      spec: z.object({
        terminationGracePeriodSeconds: z.number(),
        containers: z.tuple([Container]),
        volumes: z.array(z.object({ name: z.string() })),
      }),
    }),
  }),
});
const ConfigMap = z.object({ kind: z.literal('ConfigMap'), data: z.record(z.string(), z.string()) });

describe('the worker in Kubernetes', () => {
  const documents = parseAllDocuments(read('kubernetes', 'worker.yaml')).map(
    (document) => document.toJS() as unknown,
  );
  const one = <T>(schema: z.ZodType<T>): T => {
    const [found] = documents.flatMap((document) => {
      const { success, data } = schema.safeParse(document);
      return success ? [data] : [];
    });
    if (found === undefined) throw new Error('not among the documents');
    return found;
  };
  const { data } = one(ConfigMap);
  const { strategy, template } = one(Deployment).spec;
  const pod = template.spec;
  const [container] = pod.containers;

  it('is given a configuration that it can run with', () => {
    expect(runs(data).HEALTH_HOST).toBe('0.0.0.0');
  });

  it('stops the workers of one build before those of another start', () => {
    expect(strategy.type).toBe('Recreate');
  });

  it('has longer to stop than the worker waits for its work', () => {
    expect(pod.terminationGracePeriodSeconds).toBeGreaterThan(Number(data.SHUTDOWN_GRACE));
  });

  it('mounts what its settings name', () => {
    const { STORE = '', SEAL_KEYS_FILE, SMTP_PASSWORD_FILE, TRUST_FILE } = data;
    const files = [new URL(STORE).pathname, SEAL_KEYS_FILE, SMTP_PASSWORD_FILE, TRUST_FILE];
    const mounted = container.volumeMounts.map(({ mountPath }) => `${mountPath}/`);
    for (const file of files) expect(mounted.some((mount) => file?.startsWith(mount))).toBe(true);
    const names = pod.volumes.map(({ name }) => name).sort();
    expect(container.volumeMounts.map(({ name }) => name).sort()).toEqual(names);
  });
});
