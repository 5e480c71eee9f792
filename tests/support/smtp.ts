import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export type CaughtMail = ParsedMail & { recipient: string };

/**
 * A real SMTP server on loopback that keeps what it is sent. `refused` recipients get a 550 for good,
 * while `busy` is set everybody gets a 451, and while `foreign` is, the sender gets a 553. After `stall` mails are taken in, but not answered.
 */
export class SmtpCatcher {
  readonly mails: CaughtMail[] = [];
  readonly refused = new Set<string>();
  busy = false;
  foreign = false;
  /** Sessions that tried to hand in a mail, taken or not. */
  attempts = 0;
  private answered: Promise<void> = Promise.resolve();
  private server = this.create();
  private port = 0;

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  /** Begins to listen; after a `stop`, again on the same port. */
  async start(): Promise<this> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(this.port, '127.0.0.1', resolve);
    });
    // From a worker that is killed comes a reset of its connection, which is none of ours.
    this.server.on('error', () => undefined);
    this.port = (this.server.server.address() as AddressInfo).port;
    return this;
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.server.close(resolve);
    });
    this.server = this.create();
  }

  /** From now on no mail that was taken in is answered, until the function that it returns is called. */
  stall(): () => void {
    let release = (): void => undefined;
    this.answered = new Promise((resolve) => {
      release = resolve;
    });
    return release;
  }

  to(address: string): CaughtMail[] {
    return this.mails.filter((mail) => mail.recipient === address);
  }

  private create(): SMTPServer {
    return new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      logger: false,
      onMailFrom: (_address, _session, done) => {
        if (this.foreign) done(answer(553, 'Mail from must equal authorized user'));
        else done();
      },
      onRcptTo: ({ address }, _session, done) => {
        this.attempts += 1;
        if (this.busy) done(answer(451, 'try again later'));
        else if (this.refused.has(address)) done(answer(550, 'no such mailbox'));
        else done();
      },
      onData: (stream, session, done) => {
        simpleParser(stream)
          .then((mail) => {
            for (const { address } of session.envelope.rcptTo)
              this.mails.push({ ...mail, recipient: address });
            return this.answered;
          })
          .then(() => {
            done();
          }, done);
      },
    });
  }
}

const answer = (responseCode: number, text: string): Error =>
  Object.assign(new Error(text), { responseCode });
