import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { readConfiguration } from './configuration';
import { TEST_SEAL_KEYS } from '../testing/seals';
import { inRepository } from '../testing/repository';
import { scratchFolder } from '../testing/store';

const read = (name: string): string => readFileSync(inRepository(name), 'utf8');

const Scalar = z.union([z.string(), z.number()]).transform(String);
const Service = z.object({
  image: z.string(),
  environment: z.record(z.string(), Scalar).default({}),
  ports: z.array(z.string()).default([]),
  restart: z.string(),
  command: z.array(z.string()).optional(),
  volumes: z.array(z.string()).default([]),
  profiles: z.array(z.string()).default([]),
  secrets: z.array(z.string()).default([]),
  healthcheck: z.unknown().optional(),
  build: z.unknown().optional(),
  depends_on: z.record(z.string(), z.unknown()).default({}),
  stop_grace_period: z.string().optional(),
});
const Compose = z.object({
  services: z.record(z.string(), Service),
  secrets: z.record(z.string(), z.object({ file: z.string() })),
});

const text = read('docker-compose.yml');
const { services, secrets } = Compose.parse(parse(text, { merge: true }));

/** What is put over it for clients on other machines. */
const over = read('deploy/proxy/compose.yml');
const override = { tag: '!override', collection: 'seq' as const };
const Over = z.object({
  services: z.object({ temporal: z.object({ ports: z.array(z.string()) }), proxy: Service }),
});
const { temporal, proxy } = Over.parse(parse(over, { customTags: [override] })).services;

const serviceOf = (name: string) => {
  const service = services[name];
  if (!service) throw new Error(`no service ${name}`);
  return service;
};

/** What a value is when no variable is set. */
const byDefault = (value: string): string => value.replace(/\$\{\w+:-([^}]*)\}/g, '$1');

/** What .env.example sets. */
const example = Object.fromEntries(
  [...read('.env.example').matchAll(/^(\w+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]),
);

/** A version, and the digest of what it was when it was pinned. */
const PINNED = /:v?\d+\.\d+[\w.-]*(?:@sha256:[0-9a-f]{64})?$/;

const baseIn = (dockerfile: string): string => /^ARG NODE=(\S+)$/m.exec(dockerfile)?.[1] ?? '';

describe('docker-compose.yml', () => {
  it('makes the namespace by our own program before a worker starts, for 90 days unless it is said', () => {
    const { command = [] } = serviceOf('temporal-namespace');
    expect(command.slice(0, 2)).toEqual(['rectify', 'provision']);
    expect(command.map(byDefault).join(' ')).toContain('--retention 90');
    expect(serviceOf('worker').depends_on).toHaveProperty('temporal-namespace');
  });

  it('pins every image to a version, and to a digest where one is written', () => {
    const all = [...Object.values(services), proxy];
    const images = [...all.map(({ image }) => image), baseIn(read('Dockerfile'))];
    for (const image of images) expect(image).toMatch(PINNED);
  });

  it('has digests written for all images but its own by one command', async () => {
    const folder = await scratchFolder();
    await mkdir(path.join(folder, 'deploy', 'proxy'), { recursive: true });
    for (const name of ['docker-compose.yml', 'deploy/proxy/compose.yml', 'Dockerfile'])
      await writeFile(path.join(folder, name), read(name).replace(/@sha256:\w+/g, ''));
    const docker = '#!/bin/sh\nprintf "sha256:"; printf "%s" "$6" | sha256sum | cut -c1-64\n';
    await writeFile(path.join(folder, 'docker'), docker, { mode: 0o755 });
    const env = { ...process.env, PATH: `${folder}:${process.env.PATH ?? ''}` };
    const pin = () => execFileSync('sh', [inRepository('deploy', 'pin-images.sh')], { cwd: folder, env });
    pin();
    expect(pin().toString()).toBe('');
    const written = (name: string) => readFileSync(path.join(folder, name), 'utf8');
    const pinned = Compose.parse(parse(written('docker-compose.yml'), { merge: true }));
    const before = Over.parse(parse(written('deploy/proxy/compose.yml'), { customTags: [override] }));
    const all = [...Object.values(pinned.services), before.services.proxy];
    const others = [...all.map(({ image }) => image), baseIn(written('Dockerfile'))].filter(
      (image) => !image.startsWith('rectify:'),
    );
    expect(others.length).toBeGreaterThan(6);
    for (const image of others) {
      const [tag = ''] = image.split('@');
      expect(image).toMatch(PINNED);
      expect(image).toBe(`${tag}@sha256:${createHash('sha256').update(tag).digest('hex')}`);
    }
  });

  it('publishes ports on this machine alone', () => {
    const ports = Object.values(services).flatMap((service) => service.ports);
    expect(ports.length).toBeGreaterThan(0);
    for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  it('checks the health of everything that runs on', () => {
    const running = Object.entries(services).filter(([, { restart }]) => restart === 'unless-stopped');
    const unchecked = running.filter(([, { healthcheck, build }]) => !healthcheck && !build);
    expect(unchecked.map(([name]) => name)).toEqual([]);
    expect(read('Dockerfile')).toContain('HEALTHCHECK');
  });

  it('gives the worker a configuration that it can run with', () => {
    const { SEAL_KEYS_FILE, ...environment } = serviceOf('worker').environment;
    expect(serviceOf('seal-keys').command?.join(' ')).toContain(`--once ${String(SEAL_KEYS_FILE)}`);
    const defaults = Object.entries(environment).map(([name, value]) => [name, byDefault(value)]);
    const given = Object.fromEntries(defaults) as Record<string, string>;
    const sealed = { ...given, SEAL_KEYS: TEST_SEAL_KEYS };
    const configuration = readConfiguration({ ...sealed, SMTP_URL: example.SMTP_URL });
    expect(configuration.MAIL_FROM.address).toBe('rectify@example.org');
    expect(() => readConfiguration(sealed)).toThrow('SMTP_URL');
  });

  it('has the UI ask the codec server, which answers pages of the UI alone, on this machine', () => {
    const { command = [], ports, environment } = serviceOf('codec-server');
    const [ui = ''] = serviceOf('temporal-ui').ports.map(byDefault);
    expect(ports.map(byDefault)).toEqual(['127.0.0.1:8234:8234']);
    expect(serviceOf('temporal-ui').environment.TEMPORAL_CODEC_ENDPOINT).toBe('${CODEC_ENDPOINT:-}');
    expect(command.map(byDefault).join(' ')).toContain(`--origin http://${ui.replace(/:\d+$/, '')}`);
    for (const file of [environment.PAYLOAD_KEYS_FILE, environment.CODEC_TOKEN_FILE])
      expect(serviceOf('seal-keys').command?.join(' ')).toContain(String(file));
  });

  it('waits longer for the worker to stop than the worker waits for its work', () => {
    const { environment, stop_grace_period: period = '' } = serviceOf('worker');
    expect(period).toMatch(/^\d+s$/);
    expect(Number.parseInt(period, 10)).toBeGreaterThan(Number(environment.SHUTDOWN_GRACE));
  });

  it('shows in the UI, and changes nothing by it', () => {
    expect(serviceOf('temporal-ui').environment.TEMPORAL_DISABLE_WRITE_ACTIONS).toBe('true');
  });

  it('publishes nowhere the port by which the frontend speaks HTTP', () => {
    const ports = [...Object.values(services), proxy].flatMap((service) => service.ports);
    expect(ports.filter((port) => port.endsWith(':7243'))).toEqual([]);
  });

  it('has the same defaults as .env.example, which catches the mails besides', () => {
    const used = [...`${text}${over}`.matchAll(/\$\{(\w+):-([^}]*)\}/g)].map(([, name, value]) => [
      name,
      value,
    ]);
    const { COMPOSE_PROFILES, ...others } = example;
    expect(COMPOSE_PROFILES).toBe('dev');
    expect(others.SMTP_URL).toContain('mailpit');
    expect(Object.fromEntries(used)).toEqual({ ...others, SMTP_URL: '' });
  });

  it('catches mails in the profile dev alone, and nothing waits for it', () => {
    expect(serviceOf('mailpit').profiles).toEqual(['dev']);
    const others = Object.entries(services).filter(([name]) => name !== 'mailpit');
    expect(others.flatMap(([, { profiles }]) => profiles)).not.toContain('dev');
    for (const [, service] of others) expect(service.depends_on).not.toHaveProperty('mailpit');
  });

  it('lets several workers run: none has a port of this machine, or a name', () => {
    expect(serviceOf('worker').ports).toEqual([]);
    expect(text).not.toContain('container_name');
  });

  it('has passwords in files, of which deploy/secrets.sh makes each once', async () => {
    expect(Object.values(services).flatMap(({ environment }) => Object.keys(environment))).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/(PASSWORD|PWD)$/)]),
    );
    const folder = path.join(await scratchFolder(), 'secrets');
    const make = () => execFileSync('sh', [inRepository('deploy', 'secrets.sh'), folder]).toString();
    make();
    const made = (name: string) => readFileSync(path.join(folder, name), 'utf8');
    const password = made('database-password');
    expect(password).toMatch(/^[0-9a-f]{48}$/);
    expect(make()).toContain('kept');
    expect(made('database-password')).toBe(password);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    const files = Object.values(secrets).map(({ file }) => path.basename(file));
    expect(readdirSync(folder).sort()).toEqual(files.sort());
    const used = Object.values(services).flatMap((service) => service.secrets);
    expect([...new Set(used)].sort()).toEqual(Object.keys(secrets).sort());
  });

  it('hands the password of the database to the server, which takes it from its environment', async () => {
    const folder = await scratchFolder();
    const entry = path.join(folder, 'entrypoint.sh');
    await writeFile(entry, '#!/bin/sh\nprintf %s "$POSTGRES_PWD"\n', { mode: 0o755 });
    await writeFile(path.join(folder, 'password'), 'secret');
    const script = read('deploy/temporal/server.sh').replace('/etc/temporal/entrypoint.sh', entry);
    const env = { ...process.env, POSTGRES_PWD_FILE: path.join(folder, 'password') };
    expect(execFileSync('sh', ['-c', script], { env }).toString()).toBe('secret');
  });
});

describe('deploy/proxy/compose.yml', () => {
  it('closes the way past the proxy', () => {
    const [api, metrics] = serviceOf('temporal').ports;
    expect(api).toMatch(/:7233$/);
    expect(temporal.ports).toEqual([metrics]);
  });

  it('fills in all that the configuration of nginx leaves open', () => {
    const template = read('deploy/proxy/temporal.conf.template');
    const open = new Set([...template.matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name));
    expect([...open].sort()).toEqual(Object.keys(proxy.environment).sort());
    expect(proxy.environment.FRONTEND).toBe(serviceOf('temporal-ui').environment.TEMPORAL_ADDRESS);
  });

  it('mounts the files that are there', () => {
    const ours = proxy.volumes.filter((volume) => volume.startsWith('./deploy/'));
    expect(ours).toHaveLength(2);
    for (const volume of ours) expect(read(volume.split(':')[0] ?? '')).not.toBe('');
  });
});
