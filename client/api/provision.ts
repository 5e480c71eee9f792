import { setTimeout as sleep } from 'node:timers/promises';
import { Connection, isGrpcServiceError } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time';
import { type AttributeFault, attributeFaults, valueTypeOf } from '../../workflows/namespace';
import { SEARCH_ATTRIBUTES } from '../../workflows/search-attributes';

type Services = Pick<Connection, 'workflowService' | 'operatorService'>;

/** Search attributes exist under other types, which only an operator can change. Nothing was added. */
export class AttributeTypesDiffer extends Error {
  override readonly name = 'AttributeTypesDiffer';
  constructor(readonly faults: readonly AttributeFault[]) {
    super(faults.map(({ name }) => name).join(' '));
  }
}

/** What a namespace is now, and what was done for it. */
export type Provisioned = {
  namespace: string;
  created: boolean;
  /** How many days an ended workflow can still be looked at. */
  retentionDays: number;
  /** Before it was changed. */
  retentionDaysBefore?: number;
  /** The search attributes that were added. */
  added: string[];
};

/** The gRPC codes of what is not there, and of what is there already. */
const NOT_FOUND = 5;
const ALREADY_EXISTS = 6;

const DAY_S = 86_400;
/** What a new namespace keeps unless it is said: time enough to look into what ended a quarter ago. */
const RETENTION_DAYS = 90;

/** The parts of a server learn of a namespace one after the other, within seconds. */
const KNOWN_WITHIN_MS = 60_000;
const ASK_EVERY_MS = 500;

const isCode = (error: unknown, code: number): boolean =>
  isGrpcServiceError(error) && (error.code as number) === code;

/** The gRPC codes by which a server says that it does not know of something, or of an attribute in a query. */
const UNKNOWN = [3, NOT_FOUND];

/** Asks until a server that has just been told of something knows it. @throws what it says at last, or at once where that is something else */
const onceKnown = async <T>(ask: () => Promise<T>): Promise<T> => {
  const end = Date.now() + KNOWN_WITHIN_MS;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!UNKNOWN.some((code) => isCode(error, code)) || Date.now() > end) throw error;
      await sleep(ASK_EVERY_MS);
    }
  }
};

/** The retention of a namespace in days; undefined where there is no such namespace. */
const retentionOf = async ({ workflowService }: Services, namespace: string): Promise<number | undefined> => {
  try {
    const { config } = await workflowService.describeNamespace({ namespace });
    return Number(config?.workflowExecutionRetentionTtl?.seconds ?? 0) / DAY_S;
  } catch (error) {
    if (isCode(error, NOT_FOUND)) return undefined;
    throw error;
  }
};

const retentionTtl = (days: number) => msToTs(days * DAY_S * 1000);

const register = async ({ workflowService }: Services, namespace: string, days: number): Promise<void> => {
  try {
    await workflowService.registerNamespace({
      namespace,
      workflowExecutionRetentionPeriod: retentionTtl(days),
    });
  } catch (error) {
    if (!isCode(error, ALREADY_EXISTS)) throw error;
  }
};

/**
 * Adds the search attributes, name → type, that a namespace lacks, and says which these were.
 * @throws AttributeTypesDiffer
 */
const addMissing = async (
  { operatorService }: Services,
  namespace: string,
  wanted: Record<string, string>,
): Promise<string[]> => {
  const { customAttributes } = await operatorService.listSearchAttributes({ namespace });
  const faults = attributeFaults(customAttributes, wanted);
  const different = faults.filter(({ found }) => found !== undefined);
  if (different.length > 0) throw new AttributeTypesDiffer(different);
  if (faults.length === 0) return [];
  const searchAttributes = Object.fromEntries(faults.map(({ name, type }) => [name, valueTypeOf(type)]));
  await operatorService.addSearchAttributes({ namespace, searchAttributes });
  return faults.map(({ name }) => name);
};

/** The gRPC codes of what a certificate may not ask, and of what a server does not know. */
const CANNOT_ASK = [7, 12];

/**
 * What search attributes a namespace lacks, or has with another type: what starts there would be stuck. None where it cannot be
 * asked.
 */
export const missingIn = async (
  { operatorService }: Services,
  namespace: string,
): Promise<AttributeFault[]> => {
  try {
    const { customAttributes } = await operatorService.listSearchAttributes({ namespace });
    return attributeFaults(customAttributes);
  } catch (error) {
    if (CANNOT_ASK.some((code) => isCode(error, code))) return [];
    throw error;
  }
};

/**
 * Makes a namespace with all that rounds need in it, as far as it is not there yet, and waits until it can be used. May
 * be run again. `retentionDays` changes that of a namespace which is there; without, it stays.
 * @throws AttributeTypesDiffer
 */
export const provision = async (
  services: Services,
  namespace: string,
  { retentionDays, wanted = SEARCH_ATTRIBUTES }: { retentionDays?: number; wanted?: Record<string, string> },
): Promise<Provisioned> => {
  const before = await retentionOf(services, namespace);
  const days = retentionDays ?? before ?? RETENTION_DAYS;
  if (before === undefined) await register(services, namespace, days);
  const added = await onceKnown(() => addMissing(services, namespace, wanted));
  const query = Object.keys(wanted)
    .map((name) => `${name} IS NULL`)
    .join(' AND ');
  await onceKnown(() => services.workflowService.countWorkflowExecutions({ namespace, query }));
  const isChanged = before !== undefined && before !== days;
  if (isChanged)
    await services.workflowService.updateNamespace({
      namespace,
      config: { workflowExecutionRetentionTtl: retentionTtl(days) },
    });
  return {
    namespace,
    created: before === undefined,
    retentionDays: days,
    ...(isChanged && { retentionDaysBefore: before }),
    added,
  };
};

/**
 * The search attributes of a server of this machine. A dev server makes those of its command line only together with its
 * database: one that has kept its data lacks new ones.
 * @throws AttributeTypesDiffer
 */
export const addSearchAttributes = async (
  { address, namespace }: { address: string; namespace: string },
  wanted: Record<string, string>,
): Promise<void> => {
  const connection = await Connection.connect({ address });
  try {
    await addMissing(connection, namespace, wanted);
  } finally {
    await connection.close();
  }
};
