import { appendFileSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import path from 'node:path';
import type { Misdeed, Verb } from './faults';

/** How the mail server is to go wrong for now; `until`: real time. */
export type Mood = { verb: Verb; misdeed: Misdeed; until: number };

/** What the mail server notes, each on a line: a mail that it has taken (before it says so), and one that it refuses for good. */
export type Noted =
  | { what: 'taken'; at: number; to: string; messageId: string }
  | { what: 'refused'; at: number; to: string; code: number };

const moodFile = (folder: string): string => path.join(folder, 'mood.json');
const notesFile = (folder: string): string => path.join(folder, 'mails.ndjson');

/** Tells a mail server in a folder how to go wrong; nothing: not at all. It is read again at every step of every session. */
export const setMood = (folder: string, mood: Mood | undefined): void => {
  const next = `${moodFile(folder)}.next`;
  writeFileSync(next, JSON.stringify(mood ?? null));
  renameSync(next, moodFile(folder));
};

const moodIn = (folder: string): Mood | undefined => {
  const mood = JSON.parse(readFileSync(moodFile(folder), 'utf8')) as Mood | null;
  return mood ?? undefined;
};

/** All that mail servers in a folder have noted; a last line that was cut short by a kill had not been answered. */
export const notesIn = (folder: string): Noted[] =>
  readFileSync(notesFile(folder), 'utf8')
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Noted);

/** Makes the files in a folder that mail servers use one after the other. */
export const prepareMailFolder = (folder: string): void => {
  setMood(folder, undefined);
  writeFileSync(notesFile(folder), '');
};

const WELL: Record<Exclude<Verb, 'content'>, string> = {
  greeting: '220 mail.example.org ESMTP',
  ehlo: '250-mail.example.org\r\n250 SIZE 10000000',
  mail: '250 2.1.0 ok',
  rcpt: '250 2.1.5 ok',
  data: '354 go on',
  end: '250 2.0.0 queued',
};
const BUSY = '451 4.3.2 try again later';
const REFUSED: Partial<Record<Verb, string>> = {
  greeting: '554 5.3.2 no service here',
  rcpt: '550 5.1.1 no such mailbox',
  end: '554 5.6.0 content is not taken',
};
const REFUSED_OTHERWISE = '550 5.7.1 your connection is not welcome';

const VERB_OF: Readonly<Record<string, Exclude<Verb, 'content' | 'end' | 'greeting'>>> = {
  EHLO: 'ehlo',
  HELO: 'ehlo',
  MAIL: 'mail',
  RCPT: 'rcpt',
  DATA: 'data',
};

const MESSAGE_ID = /^message-id:\s*(<[^>]*>)/im;

/** One session, line by line. */
class Session {
  private buffer = '';
  private content: string[] | undefined;
  private to = '';
  /** Steps are answered one after the other, also those that come late. */
  private last: Promise<void> = Promise.resolve();

  constructor(
    private readonly socket: Socket,
    private readonly folder: string,
  ) {
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      this.buffer += chunk.toString('latin1');
      this.last = this.last.then(() => this.read());
    });
    this.last = this.step('greeting');
  }

  private async read(): Promise<void> {
    for (let at = this.buffer.indexOf('\r\n'); at >= 0; at = this.buffer.indexOf('\r\n')) {
      const line = this.buffer.slice(0, at);
      this.buffer = this.buffer.slice(at + 2);
      await (this.content ? this.take(line, this.content) : this.obey(line));
      if (this.socket.destroyed) return;
    }
  }

  private async obey(line: string): Promise<void> {
    const verb = VERB_OF[line.slice(0, 4).toUpperCase()];
    if (verb === 'rcpt') this.to = /<([^>]*)>/.exec(line)?.[1] ?? '';
    if (verb) await this.step(verb);
    else if (/^QUIT/i.test(line)) this.socket.end('221 2.0.0 bye\r\n');
    else this.socket.write('250 2.0.0 ok\r\n');
  }

  private async take(line: string, content: string[]): Promise<void> {
    if (line !== '.') {
      content.push(line);
      const mood = this.moodAt('content');
      if (content.length > 3 && mood?.misdeed === 'cut') this.socket.destroy();
      return;
    }
    this.content = undefined;
    const messageId = MESSAGE_ID.exec(content.join('\r\n'))?.[1] ?? '';
    await this.step('end', messageId);
  }

  private moodAt(verb: Verb): Mood | undefined {
    const mood = moodIn(this.folder);
    return mood?.verb === verb && Date.now() < mood.until ? mood : undefined;
  }

  private note(noted: Noted): void {
    appendFileSync(notesFile(this.folder), `${JSON.stringify(noted)}\n`);
  }

  private async step(verb: Exclude<Verb, 'content'>, messageId?: string): Promise<void> {
    const mood = this.moodAt(verb) ?? (verb === 'end' ? this.otherwise('content') : undefined);
    if (mood?.misdeed === 'busy') {
      this.socket.write(`${BUSY}\r\n`);
      return;
    }
    if (mood?.misdeed === 'refuse') {
      const reply = REFUSED[verb] ?? REFUSED_OTHERWISE;
      if (verb === 'rcpt' || verb === 'end')
        this.note({ what: 'refused', at: Date.now(), to: this.to, code: Number(reply.slice(0, 3)) });
      this.socket.write(`${reply}\r\n`);
      return;
    }
    // It is in its queue before the client hears of it, or fails to.
    if (messageId !== undefined) this.note({ what: 'taken', at: Date.now(), to: this.to, messageId });
    if (mood?.misdeed === 'cut') {
      this.socket.destroy();
      return;
    }
    if (mood?.misdeed === 'late')
      await new Promise((resolve) => setTimeout(resolve, mood.until - Date.now()));
    if (verb === 'data') this.content = [];
    if (!this.socket.destroyed) this.socket.write(`${WELL[verb]}\r\n`);
  }

  /** What is asked for in the middle of a mail and can only be said at its end. */
  private otherwise(verb: 'content'): Mood | undefined {
    const mood = this.moodAt(verb);
    return mood?.misdeed === 'cut' ? undefined : mood;
  }
}

/** Serves until it is killed: `port` of the loopback address. */
export const serveMail = (port: number, folder: string): void => {
  createServer((socket) => new Session(socket, folder)).listen(port, '127.0.0.1');
};
