import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client, Connection } from '@temporalio/client';
import { SEARCH_ATTRIBUTES } from '../../workflows/search-attributes';
import { Rectify } from '../api';
import { converterIn } from '../api/converter';
import { findTemporalServer } from './find-server';
import { type MailCatcher, startMailCatcher } from './mail-catcher';
import type { Report } from './progress';
import { ensureSecretKeys } from './secret-keys';
import { ensureTrustFile, trustFileIn } from './trust-file';
import { startTemporalServer, type TemporalServer } from './temporal-server';
import { startWorker, type WorkerProcess } from './worker-process';

export interface StackOptions {
  /** The folder of the store, and with `persistent` of the database and the mails. */
  folder: string;
  persistent: boolean;
  ports?: { temporal: number; ui: number; smtp: number; web: number };
  report: Report;
}

/** A whole system on this machine: server, mail catcher and worker, and a client to it. */
export interface Stack {
  temporal: TemporalServer;
  mail: MailCatcher;
  worker: WorkerProcess;
  rectify: Rectify;
  storeUrl: string;
  /** Whose keys may open rounds. */
  trustFile: string;
  stop(): Promise<void>;
}

type Stoppable = { stop(): Promise<void> };

/** Stops in the opposite order of starting, each whether or not the others stopped. */
const stopAll = async (started: Stoppable[]): Promise<void> => {
  for (const part of [...started].reverse()) await part.stop().catch(() => undefined);
};

/** Starts everything that a round needs. What was started is stopped again when something cannot be. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const { folder, report, persistent, ports } = options;
  const started: Stoppable[] = [];
  const starting = async <T extends Stoppable>(part: Promise<T>): Promise<T> => {
    const running = await part;
    started.push(running);
    return running;
  };
  try {
    await mkdir(folder, { recursive: true });
    const executable = await findTemporalServer(report);
    const temporal = await starting(
      startTemporalServer({
        executable,
        searchAttributes: SEARCH_ATTRIBUTES,
        ...(ports && { port: ports.temporal, uiPort: ports.ui }),
        ...(persistent && { dbFile: path.join(folder, 'temporal.db') }),
      }),
    );
    const mail = await starting(
      startMailCatcher({
        ...(ports && { smtpPort: ports.smtp, webPort: ports.web }),
        ...(persistent && { folder: path.join(folder, 'mails') }),
      }),
    );
    const storeUrl = pathToFileURL(path.join(folder, 'store')).href;
    const sealKeys = path.join(folder, 'seal-keys');
    await ensureSecretKeys(sealKeys, 'seals');
    const trustFile = await ensureTrustFile(trustFileIn(folder));
    const files = { storeUrl, sealKeys, trustFile };
    const worker = await starting(startWorker(environmentOf(temporal, mail, files)));
    const { rectify, close } = await clientTo(temporal);
    started.push({ stop: close });
    return { temporal, mail, worker, rectify, storeUrl, trustFile, stop: () => stopAll(started) };
  } catch (error) {
    await stopAll(started);
    throw error;
  }
}

const environmentOf = (
  temporal: TemporalServer,
  mail: MailCatcher,
  { storeUrl, sealKeys, trustFile }: { storeUrl: string; sealKeys: string; trustFile: string },
): Record<string, string> => ({
  TEMPORAL_ADDRESS: temporal.address,
  TEMPORAL_NAMESPACE: temporal.namespace,
  STORE: storeUrl,
  SEAL_KEYS_FILE: sealKeys,
  TRUST_FILE: trustFile,
  ALLOW_CLAIMED: 'yes',
  SMTP_URL: mail.smtpUrl,
  MAIL_FROM: '整改办 <rectify@example.org>',
  MAILS_PER_SECOND: '200',
});

/** The worker inherits this process's environment, and with it the keys of payloads. */
const clientTo = async (temporal: TemporalServer) => {
  const { namespace } = temporal;
  const dataConverter = converterIn(process.env, namespace);
  const connection = await Connection.connect({ address: temporal.address });
  const client = new Client({ connection, namespace, dataConverter });
  return { rectify: new Rectify(client, { address: temporal.address }), close: () => connection.close() };
};
