import { type AddressInfo, createServer, type Socket } from 'node:net';

/** What a server answers at each step of a session, in full; where nothing is said, that all is well. */
export type Script = Partial<
  Record<'greeting' | 'ehlo' | 'starttls' | 'auth' | 'mail' | 'rcpt' | 'data' | 'end', string>
>;

const WELL: Required<Script> = {
  greeting: '220 test ESMTP',
  ehlo: '250-test\r\n250 SIZE 10000000',
  starttls: '454 no TLS here',
  auth: '235 welcome',
  mail: '250 ok',
  rcpt: '250 ok',
  data: '354 go',
  end: '250 2.0.0 queued',
};

const STEPS: Record<string, keyof Script> = {
  EHLO: 'ehlo',
  HELO: 'ehlo',
  STAR: 'starttls',
  AUTH: 'auth',
  MAIL: 'mail',
  RCPT: 'rcpt',
  DATA: 'data',
};

/** An SMTP server on loopback, line by line, that answers as it is told; `script` may be changed at any time. */
export class ScriptedSmtp {
  /** How many mails were taken. */
  taken = 0;
  /** All that clients have said, commands and mails. */
  heard = '';
  script: Script = {};
  private readonly sockets = new Set<Socket>();
  private readonly server = createServer((socket) => {
    this.sockets.add(socket);
    this.talk(socket);
  });

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  /** `login`: `user:password`, where the client is to log in. `host`: an address of this machine, by which it is called. */
  url(login?: string, host = '127.0.0.1'): string {
    const { port } = this.server.address() as AddressInfo;
    return `smtp://${login === undefined ? '' : `${login}@`}${host}:${String(port)}`;
  }

  close(): void {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
  }

  private talk(socket: Socket): void {
    const answer = (step: keyof Script) => socket.write(`${this.script[step] ?? WELL[step]}\r\n`);
    let buffer = '';
    let isContent = false;
    answer('greeting');
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      this.heard += chunk.toString('latin1');
      buffer += chunk.toString('latin1');
      for (;;) {
        const end = isContent ? '\r\n.\r\n' : '\r\n';
        const at = buffer.indexOf(end);
        if (at < 0) return;
        const line = buffer.slice(0, at);
        buffer = buffer.slice(at + end.length);
        const step = isContent ? 'end' : STEPS[line.slice(0, 4).toUpperCase()];
        if (isContent && (this.script.end ?? WELL.end).startsWith('2')) this.taken += 1;
        isContent = step === 'data' && (this.script.data ?? WELL.data).startsWith('3');
        if (step === undefined) socket.write('250 ok\r\n');
        else answer(step);
      }
    });
  }
}
