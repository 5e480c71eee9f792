import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { CalendarOverrides } from '../../../domain/calendar/snapshot';
import { isUsableKey } from '../../../domain/identity';
import { KeyMaterial } from '../../../domain/identity/key';
import {
  type FaultDetail,
  type Finding,
  type Path,
  pathText,
  type PlanFault,
} from '../../../domain/plan/fault';
import { PlanDraft, PlanFile } from '../../../domain/plan/file';
import { checkRules } from '../../../domain/plan/rules';
import { checkShape, detailOf } from '../../../domain/plan/shape';
import { type PlanSource, readSource } from '../../../domain/plan/source';
import type { Policy } from '../../../domain/round/policy';
import type { Person } from '../../../domain/round/roster';
import type { Cli } from '../context';
import { decodeText } from '../../../intake/files/text-file';
import { holdsSecret } from './sent-key';
import { checkFile } from './store-evidence';
import { Trouble } from '../trouble/trouble';

/*
 * Parts of a plan in files of their own. They are checked as if they were in a plan, so that the same faults are
 * told in the same words, with their lines.
 */

/** The text of a file, in any encoding that offices use. Throws `Trouble` `bad-file`, `bad-document` `not-text`. */
export const textIn = async (path: string): Promise<string> => {
  await checkFile(path);
  const bytes = await readFile(path).catch(() => {
    throw new Trouble({ type: 'bad-file', path, fault: 'unreadable' });
  });
  try {
    return decodeText(bytes);
  } catch {
    throw new Trouble({ type: 'bad-document', path, fault: 'not-text' });
  }
};

/** The values of a YAML file. Throws `Trouble` `bad-content` for a fault of its syntax. */
const sourceIn = async (path: string): Promise<PlanSource> => {
  const { faults, source } = readSource(await textIn(path));
  if (source === undefined || faults.length > 0) throw new Trouble({ type: 'bad-content', path, faults });
  return source;
};

const findingsIn = (plan: unknown, at: Path): Finding[] => {
  const shape = checkShape(plan);
  const within = ({ path }: Finding) => at.every((step, index) => path[index] === step);
  return 'findings' in shape ? shape.findings.filter(within) : [];
};

/** `from`: how many steps of a path in a plan are not in the file. */
const placed =
  (source: PlanSource, from: number) =>
  ({ path, detail, at }: Finding): PlanFault => ({
    path: pathText(path.slice(from)),
    ...source.placeOf(path.slice(from), at),
    ...detail,
  });

const complain = (path: string, faults: readonly PlanFault[]): void => {
  const inOrder = [...faults].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  if (faults.length > 0) throw new Trouble({ type: 'bad-content', path, faults: inOrder });
};

/** What can be wrong among people without knowing the round's. */
const OWN_RULES: readonly FaultDetail['type'][] = ['person-twice', 'superior-cycle'];

const mapIn = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};

/** A file of people has nothing else: any other field was meant for something. */
const strangeKeys = (roster: object): Finding[] =>
  Object.keys(roster)
    .filter((key) => key !== 'people')
    .map((key) => ({ path: ['roster', key], detail: { type: 'unknown-key', key }, at: 'key' }));

/**
 * People as in the roster of a plan, under `people`.
 * @throws Trouble `bad-file`, `bad-content`
 */
export const peopleIn = async (path: string): Promise<Person[]> => {
  const source = await sourceIn(path);
  const roster = mapIn(source.value);
  const plan = { roster };
  const line = (where: Path) => source.placeOf(where.slice(1))?.line;
  const rules = checkRules(PlanDraft.parse(plan), line).filter(({ detail }) =>
    OWN_RULES.includes(detail.type),
  );
  const findings = [...findingsIn(plan, ['roster', 'people']), ...strangeKeys(roster), ...rules];
  complain(path, findings.map(placed(source, 1)));
  return PlanFile.shape.roster.shape.people.parse(roster.people);
};

/**
 * A policy, as under `policy` in a plan.
 * @throws Trouble `bad-file`, `bad-content`
 */
export const policyIn = async (path: string): Promise<Policy> => {
  const source = await sourceIn(path);
  const findings = findingsIn({ policy: source.value }, ['policy']);
  complain(path, findings.map(placed(source, 1)));
  return PlanFile.shape.policy.parse(source.value);
};

/** What is wrong with one value of a file of days. */
const calendarFault = (issue: z.core.$ZodIssue): FaultDetail => {
  if (issue.code === 'unrecognized_keys') return { type: 'unknown-key', key: issue.keys.join(', ') };
  const found = detailOf(issue);
  const isDay = typeof issue.path.at(-1) === 'number' && issue.path[0] !== 'published';
  if (!isDay || found.type === 'off-and-worked') return found;
  return {
    type: 'not-a-date',
    given: typeof issue.input === 'string' ? issue.input : JSON.stringify(issue.input),
  };
};

/**
 * The office's own corrections of the published schedules.
 * @throws Trouble `bad-file`, `bad-content`
 */
export const overridesIn = async (path: string): Promise<CalendarOverrides> => {
  const source = await sourceIn(path);
  const parsed = CalendarOverrides.safeParse(source.value, { reportInput: true });
  if (parsed.success) return parsed.data;
  const findings = parsed.error.issues.map((issue) => ({
    path: issue.path as Path,
    detail: calendarFault(issue),
  }));
  complain(path, findings.map(placed(source, 0)));
  throw new TypeError('a file that is not accepted has faults');
};

/** A public key as it was sent in, with the agreement of its owner's old one where they had one. */
export type SentIn = { key: KeyMaterial; endorsed?: string };

/** The public key in what `keygen` prints, as yaml or as JSON: of several the last. */
const materialIn = (value: unknown): SentIn | undefined => {
  const { key, keys } = (value ?? {}) as { key?: unknown; keys?: unknown };
  const found: unknown = key ?? (Array.isArray(keys) ? keys.at(-1) : undefined) ?? value;
  const { kid, x, endorsed } = (found ?? {}) as { kid?: unknown; x?: unknown; endorsed?: unknown };
  const { data: material } = KeyMaterial.safeParse({ kid, x });
  return material && { key: material, ...(typeof endorsed === 'string' && { endorsed }) };
};

/**
 * The public key in a file, or on standard input where the path is `-`.
 * @throws Trouble `bad-file`, `private-key` for the half that nobody may send, `bad-public-key`
 */
export const publicKeyIn = async ({ terminal }: Pick<Cli, 'terminal'>, path: string): Promise<SentIn> => {
  const text = path === '-' ? await terminal.input() : await textIn(path);
  if (holdsSecret(text)) throw new Trouble({ type: 'private-key', path });
  const material = materialIn(readSource(text).source?.value);
  if (material && isUsableKey(material.key.x)) return material;
  throw new Trouble({ type: 'bad-public-key', path });
};
