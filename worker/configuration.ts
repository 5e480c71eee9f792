import addressparser from 'nodemailer/lib/addressparser';
import { z } from 'zod';
import type { Sender } from '../activities/mail/message';
import { keysIn, type SecretKeys } from '../base/key-lines';
import { SealKeys } from '../domain/identity/seal';
import { isStoreUrl } from '../store/url';
import { TASK_QUEUE } from '../workflows/messages';
import { withSecrets } from './secrets';

const sender = z.string().transform((text, context): Sender => {
  const [first, ...more] = addressparser(text, { flatten: true });
  if (first?.address && more.length === 0 && z.email().safeParse(first.address).success)
    return { name: first.name, address: first.address };
  context.addIssue({ code: 'custom', message: 'must be one address such as 整改办 <office@example.org>' });
  return z.NEVER;
});

const payloadKeys = z.string().transform((text, context): SecretKeys => {
  const keys = keysIn(text);
  if (keys) return keys;
  context.addIssue({
    code: 'custom',
    message: 'must be keys as "rectify payload-keys" writes them, each once',
  });
  return z.NEVER;
});

const instant = z.iso
  .datetime({ offset: true, error: 'must be an instant such as 2026-12-01T18:00:00+08:00' })
  .transform((text) => Date.parse(text));

const port = z.coerce.number().int().min(0).max(65_535);

/** What a worker takes from its environment; how it reaches Temporal is `@temporalio/envconfig`'s (TEMPORAL_*). */
const Settings = z.object({
  STORE: z.string().refine(isStoreUrl, 'must be a URL such as file:///var/lib/rectify or s3://bucket/prefix'),
  /** Whether a store is made where there is none even though items are open. */
  NEW_STORE: z.enum(['no', 'yes']).default('no'),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be a URL such as smtp://mail.example.org:587' }),
  /** `hold`: mails are not sent, but kept until an operator has seen them. */
  MAIL: z.enum(['send', 'hold']).default('send'),
  /** That of the user in `SMTP_URL`, for which the URL then has none. */
  SMTP_PASSWORD: z.string().optional(),
  MAIL_FROM: sender.prefault('整改办 <rectify@localhost.localdomain>'),
  /** What workers seal what they tell one another with. */
  SEAL_KEYS: SealKeys,
  /** Whether a worker starts that does not know the key by which the others seal: the keys are lost. */
  NEW_SEAL_KEYS: z.enum(['no', 'yes']).default('no'),
  /** What is given to Temporal is encrypted with the first of these keys; without any it is readable there. */
  PAYLOAD_KEYS: payloadKeys.optional(),
  /** Whether a worker without such keys starts though others have encrypted: nothing is to be encrypted any more. */
  PLAIN_PAYLOADS: z.enum(['no', 'yes']).default('no'),
  /** Whether a worker starts that has none of the keys of those that have encrypted: other keys are to be used. */
  NEW_PAYLOAD_KEYS: z.enum(['no', 'yes']).default('no'),
  /** Until when what workers of older versions have sent, which is not sealed, is still taken. */
  UNSEALED_UNTIL: instant.optional(),
  /** Whose keys open the rounds of which body: a file that `rectify trust` writes. */
  TRUST_FILE: z.string().min(1).optional(),
  /** Rounds of older versions, which signed no openings, are opened where they were started before this instant. */
  TRUST_SINCE: instant.optional(),
  /** Whether rounds are opened whose people are taken at their word. */
  ALLOW_CLAIMED: z.enum(['no', 'yes']).default('no'),
  TASK_QUEUE: z.string().min(1).max(100).default(TASK_QUEUE),
  /** Whether the server gives tasks only to the build that somebody has made the current or the ramping one. */
  WORKER_VERSIONING: z.enum(['no', 'yes']).default('no'),
  SMTP_CONNECTIONS: z.coerce.number().int().min(1).max(100).default(5),
  MAILS_PER_SECOND: z.coerce.number().positive().max(1000).default(20),
  /** Answers GET /health and GET /readyz when set. */
  HEALTH_PORT: port.optional(),
  HEALTH_HOST: z.string().min(1).default('127.0.0.1'),
  /** Serves metrics for Prometheus when set. */
  METRICS_PORT: port.optional(),
  METRICS_HOST: z.string().min(1).default('127.0.0.1'),
  /** Seconds between two counts of items for the metrics: each is some thirty queries. */
  COUNT_EVERY: z.coerce.number().int().min(1).max(86_400).default(60),
  /** Seconds to finish what is under way when the worker is told to stop. */
  SHUTDOWN_GRACE: z.coerce.number().int().min(0).max(600).default(20),
  /** As many as fit the memory (cache-size.ts), unless given. */
  MAX_CACHED_WORKFLOWS: z.coerce.number().int().min(0).optional(),
  LOG_LEVEL: z.enum(['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR']).default('INFO'),
  LOG_FORMAT: z.enum(['text', 'json']).default('text'),
});

/** How to come by what a person cannot make up. */
const REMEDY: Record<string, string> = {
  SEAL_KEYS:
    'make the keys with "rectify seal-keys FILE" and name the file in SEAL_KEYS_FILE · 请用 rectify seal-keys 文件 生成，由 SEAL_KEYS_FILE 指明',
};

const notSet = (name: string): string => {
  const remedy = REMEDY[name];
  return remedy === undefined ? 'is not set' : `is not set; ${remedy}`;
};

/** The settings, with the password where the mail server's URL has its place. */
const Environment = Settings.transform(({ SMTP_PASSWORD, ...settings }, context) => {
  if (SMTP_PASSWORD === undefined) return settings;
  const url = new URL(settings.SMTP_URL);
  if (url.username === '' || url.password !== '') {
    const message = 'needs a user in SMTP_URL, and no password there';
    context.addIssue({ code: 'custom', path: ['SMTP_PASSWORD'], message });
    return z.NEVER;
  }
  url.password = encodeURIComponent(SMTP_PASSWORD);
  return { ...settings, SMTP_URL: url.href };
});
export type Configuration = z.infer<typeof Environment>;

/** A worker cannot run with this environment; the message lists every fault. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}

/**
 * Reads the whole configuration, and the secrets that stand in files. Throws one `ConfigurationError` that lists all faults;
 * values are not shown.
 */
export const readConfiguration = (environment: Record<string, string | undefined>): Configuration => {
  const { environment: whole, faults: unread } = withSecrets(environment);
  const given = Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(given);
  if (parsed.success && unread.length === 0) return parsed.data;
  const isUnread = (name: string) => unread.some((fault) => fault.name.startsWith(name));
  const faults = (parsed.error?.issues ?? []).map(({ path, message }) => {
    const name = path.join('.');
    return { name, message: name in given ? message : notSet(name) };
  });
  const lines = [...unread, ...faults.filter(({ name }) => !isUnread(name))].map(
    ({ name, message }) => `  ${name}: ${message}`,
  );
  throw new ConfigurationError(
    `The worker cannot start. Its environment has these faults:\n${lines.join('\n')}`,
  );
};
