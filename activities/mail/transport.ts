import { createTransport } from 'nodemailer';
import { isRefusal, type SmtpError, type Stage, stageOf } from './reply';
import { encryptedUrl } from './smtp-url';

/**
 * What the mail server answered: it took the mail, or refused its recipient or its content for good. Everything else is
 * thrown as `NotSent`.
 */
export type Delivery =
  | { outcome: 'sent'; response: string }
  | { outcome: 'refused'; response: string; stage: Stage; code?: number | undefined };

export type Envelope = { from: string; to: string };

export interface MailTransport {
  deliver(envelope: Envelope, mail: Uint8Array, signal: AbortSignal): Promise<Delivery>;
  close(): void;
}

/** The server did not take a mail, for a reason that may pass or that operators can mend. */
export class NotSent extends Error {
  override readonly name = 'NotSent';

  /** `reply`: what the server, or the network, said; `code` where it was a reply of the server's. */
  constructor(
    readonly stage: Stage,
    readonly reply: string,
    readonly code: number | undefined,
    cause: Error,
  ) {
    super(reply, { cause });
  }
}

/**
 * How long a server may think, in milliseconds: after the content ten minutes (RFC 5321, 4.5.3.2.6). Whoever gives up
 * earlier sends again what was taken meanwhile.
 */
const ANSWER_MS = 600_000;

/**
 * SMTP by a pool of connections, to another machine by TLS alone (smtp-url.ts). nodemailer is told not to queue a mail again by itself: trying again is
 * Temporal's work.
 */
export const smtpTransport = (url: string, connections: number): MailTransport => {
  const transport = createTransport({
    url: encryptedUrl(url),
    pool: true,
    maxConnections: connections,
    maxRequeues: 0,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: ANSWER_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async deliver(envelope, mail, signal) {
      try {
        const { response } = await transport.sendMail({ envelope, raw: Buffer.from(mail), signal });
        return { outcome: 'sent', response };
      } catch (error) {
        const fault = error as SmtpError;
        const [stage, code, response] = [stageOf(fault), fault.responseCode, fault.response ?? fault.message];
        if (!isRefusal(fault)) throw new NotSent(stage, response, code, fault);
        return { outcome: 'refused', response, stage, code };
      }
    },
    close() {
      transport.close();
    },
  };
};
