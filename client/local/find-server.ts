import { join } from 'node:path';
import { reasonOf } from '../../base/reason';
import { cacheFolder, keep } from './cache';
import { isExecutable, onPath } from './executable';
import type { Report } from './progress';
import { withSignsOfLife } from './progress';
import { DEV_SERVER, TEST_SERVER } from './servers';
import type { ServerKind, Way } from './servers';

/** No server was found; the message is one sentence that names all the ways tried. */
export class NoServer extends Error {
  override name = 'NoServer';
}

/**
 * The dev server: the `temporal` command line tool, with the web UI.
 * @returns path of the executable
 * @throws NoServer
 */
export function findTemporalServer(report: Report, env = process.env): Promise<string> {
  return findServer(DEV_SERVER, report, env);
}

/**
 * The test server, in which time can be skipped.
 * @returns path of the executable
 * @throws NoServer
 */
export function findTestServer(report: Report, env = process.env): Promise<string> {
  return findServer(TEST_SERVER, report, env);
}

/** The result of a step of the search: a path, or why there is none. */
type Outcome = { path: string; how: string } | { not: string };

/** Looks for a server where it may be, then gets one; reports in one line which was taken. */
export async function findServer(kind: ServerKind, report: Report, env: NodeJS.ProcessEnv): Promise<string> {
  const kept = join(cacheFolder(env), kind.kept);
  const steps = [
    () => named(kind, env),
    () => installed(kind, env),
    () => cached(kept),
    ...kind.ways.map((way) => () => fetched(kept, way, kind, report, env)),
  ];
  const failures: string[] = [];
  for (const step of steps) {
    const outcome = await step();
    if ('path' in outcome) {
      report(`${kind.title}: ${outcome.path} (${outcome.how})`);
      return outcome.path;
    }
    failures.push(outcome.not);
  }
  throw new NoServer(`There is no ${kind.title}: ${failures.join('; ')}.`);
}

async function named(kind: ServerKind, env: NodeJS.ProcessEnv): Promise<Outcome> {
  const path = env[kind.variable];
  if (path === undefined || path === '') return { not: `${kind.variable} is not set` };
  if (await isExecutable(path)) return { path, how: kind.variable };
  return { not: `${kind.variable} names ${path}, which cannot be run` };
}

async function installed(kind: ServerKind, env: NodeJS.ProcessEnv): Promise<Outcome> {
  const path = await onPath(kind.command, env);
  return path === undefined ? { not: `PATH has no ${kind.command}` } : { path, how: 'on PATH' };
}

async function cached(path: string): Promise<Outcome> {
  return (await isExecutable(path)) ? { path, how: 'kept from before' } : { not: `${path} does not exist` };
}

async function fetched(
  path: string,
  way: Way,
  kind: ServerKind,
  report: Report,
  env: NodeJS.ProcessEnv,
): Promise<Outcome> {
  try {
    const work = keep(path, (scratch) => way.make(scratch, env));
    await withSignsOfLife(report, `${kind.title}: ${way.title}`, work);
    return { path, how: way.title };
  } catch (error) {
    return { not: `${way.title} failed (${briefly(error)})` };
  }
}

const LONGEST = 200;
/** An error as a part of a sentence. */
function briefly(error: unknown): string {
  const text = reasonOf(error).replace(/\s+/g, ' ').trim();
  return text.length > LONGEST ? `${text.slice(0, LONGEST)} …` : text;
}
