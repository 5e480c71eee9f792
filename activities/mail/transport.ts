import { createTransport } from 'nodemailer';

/** What the mail server answered: it took the mail, or refused it for good. Temporary faults are thrown. */
export type Delivery = { outcome: 'sent' | 'refused'; response: string };

export type Envelope = { from: string; to: string };

export interface MailTransport {
  deliver(envelope: Envelope, mail: Uint8Array, signal: AbortSignal): Promise<Delivery>;
  close(): void;
}

/** What nodemailer throws: `permanent` for a reply of the 5yz kind (RFC 5321). */
type SmtpError = Error & { code?: string; permanent?: boolean; response?: string };

/** Errors about this one mail or recipient, as opposed to a failed login or a lost connection. */
const ABOUT_THIS_MAIL: readonly (string | undefined)[] = ['EENVELOPE', 'EMESSAGE'];

const isRefusedForGood = (error: SmtpError): boolean =>
  error.permanent === true && ABOUT_THIS_MAIL.includes(error.code);

/**
 * SMTP by a pool of connections. nodemailer is told not to queue a mail again by itself: trying again is
 * Temporal's work.
 */
export const smtpTransport = (url: string, connections: number): MailTransport => {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: connections,
    maxRequeues: 0,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 60_000,
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
        if (!isRefusedForGood(fault)) throw error;
        return { outcome: 'refused', response: fault.response ?? fault.message };
      }
    },
    close() {
      transport.close();
    },
  };
};
