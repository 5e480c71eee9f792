import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail that was taken: when (epoch ms), whose, and by what name. */
export type Arrival = { at: number; recipient: string; messageId: string };

const MESSAGE_ID = /^message-id:\s*(<[^>]*>)/im;

/** An SMTP server on the loopback address that takes everything, reads no more than the Message-ID, and keeps the times. */
export class Sink {
  readonly arrivals: Arrival[] = [];

  private readonly server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    disableReverseLookup: true,
    onData: (stream, session, done) => {
      let head = '';
      stream.on('data', (chunk: Buffer) => {
        if (head.length < 8192) head += chunk.toString('latin1');
      });
      stream.on('end', () => {
        const messageId = MESSAGE_ID.exec(head)?.[1] ?? '';
        for (const { address } of session.envelope.rcptTo)
          this.arrivals.push({ at: Date.now(), recipient: address, messageId });
        done();
      });
    },
  });

  /** Begins to listen on a free port. */
  async start(): Promise<this> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(0, '127.0.0.1', resolve);
    });
    // A worker that ends resets its connection.
    this.server.on('error', () => undefined);
    return this;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(resolve);
    });
  }
}
