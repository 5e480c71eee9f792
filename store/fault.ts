import { Language } from '../domain/round/roster';
import { STORE_FAULTS, type StoreFaultKind } from './fault-kind';
import { storeWords } from './language';

/** Codes of the operating system, and names that S3 and its SDK give to their errors. */
const NAMES: Record<Exclude<StoreFaultKind, 'broken'>, readonly string[]> = {
  full: ['ENOSPC', 'EDQUOT', 'EFBIG', 'XMinioStorageFull', 'QuotaExceeded'],
  'read-only': ['EROFS'],
  denied: [
    'EACCES',
    'EPERM',
    'AccessDenied',
    'CredentialsProviderError',
    'ExpiredToken',
    'InvalidAccessKeyId',
    'SignatureDoesNotMatch',
  ],
  gone: ['ENOENT', 'ENOTDIR', 'NoSuchBucket'],
  unreachable: [
    'EAI_AGAIN',
    'ECONNREFUSED',
    'ECONNRESET',
    'EHOSTDOWN',
    'EHOSTUNREACH',
    'ENETDOWN',
    'ENETUNREACH',
    'ENOTCONN',
    'ENOTFOUND',
    'EPIPE',
    'ESTALE',
    'ETIMEDOUT',
    'TimeoutError',
  ],
  busy: ['ConditionalRequestConflict', 'NoSuchUpload', 'SlowDown'],
  linked: ['LinkedFolder'],
};

/** Answers of an S3 server whose error has no name that we know; HEAD has none at all. */
const STATUSES: readonly (readonly [from: number, to: number, kind: StoreFaultKind])[] = [
  [401, 403, 'denied'],
  [404, 404, 'gone'],
  [429, 429, 'busy'],
  [507, 507, 'full'],
  [500, 599, 'busy'],
];

const fieldOf = (error: unknown, field: string): unknown =>
  typeof error === 'object' && error !== null ? (error as Record<string, unknown>)[field] : undefined;

/** HTTP status of an answer of S3. */
const statusOf = (error: unknown): number => Number(fieldOf(fieldOf(error, '$metadata'), 'httpStatusCode'));

/** System codes in a text: a wrapped error has them nowhere else. */
const codesIn = (text: string): string[] => text.match(/\bE[A-Z]{3,}\b/g) ?? [];

/** What an error of the system or of S3 means for the store. */
export const faultKind = (error: unknown): StoreFaultKind => {
  const names = [fieldOf(error, 'code'), fieldOf(error, 'name'), ...codesIn(String(error))];
  const named = STORE_FAULTS.find(
    (kind) => kind !== 'broken' && names.some((name) => NAMES[kind].some((known) => known === name)),
  );
  const status = statusOf(error);
  return named ?? STATUSES.find(([from, to]) => status >= from && status <= to)?.[2] ?? 'broken';
};

/**
 * The store does not work for now: the disk is full, the network away. Worth a retry for as long as it takes;
 * the message tells an operator what to do, in every language. `code`: that of the system, e.g. `ENOSPC`.
 */
export class StoreFault extends Error {
  override readonly name = 'StoreFault';
  readonly kind: StoreFaultKind;
  readonly code: unknown;
  readonly detail: string;

  /** `store`: its URL, which has no secrets. */
  constructor(
    readonly store: string,
    cause: unknown,
  ) {
    const detail = cause instanceof Error ? cause.message || cause.name : String(cause);
    const kind = faultKind(cause);
    const told = { store, kind, detail };
    super(Language.options.map((language) => storeWords(language).waiting(told)).join(' '), { cause });
    this.kind = kind;
    this.detail = detail;
    this.code = fieldOf(cause, 'code');
  }
}
