import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { poll } from '../support/poll';
import { Link } from './link';

/** Answers every word with itself, and keeps all that it has heard. */
let server: Server;
let heard: string;
let links: Link[];
let sockets: Socket[];

beforeEach(async () => {
  [heard, links, sockets] = ['', [], []];
  server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      heard += String(data);
      socket.write(data);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});

afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  await Promise.all(links.map((link) => link.close()));
  await new Promise((resolve) => server.close(resolve));
});

const aLink = async (): Promise<Link> => {
  const link = await Link.to(`127.0.0.1:${(server.address() as AddressInfo).port}`);
  links.push(link);
  return link;
};

/** Somebody connected by a link, with all the answers so far, and why it was ended. */
const caller = (link: Link) => {
  const socket = connect(Number(link.address.split(':')[1]), '127.0.0.1');
  sockets.push(socket);
  const seen = { answers: '', error: '' };
  socket.on('data', (data) => (seen.answers += String(data)));
  socket.on('error', (error: NodeJS.ErrnoException) => (seen.error = error.code ?? ''));
  return { say: (word: string) => socket.write(word), seen };
};

test('what is whole hands on all that is said', async () => {
  const { say, seen } = caller(await aLink());
  say('a');
  await poll('the answer', () => seen.answers === 'a');
});

test('a silent one lets nothing arrive until it is mended, whoever connects, and ends nothing', async () => {
  const link = await aLink();
  const before = caller(link);
  before.say('a');
  await poll('the first answer', () => before.seen.answers === 'a');
  link.cut('silent');
  before.say('b');
  const during = caller(link);
  during.say('c');
  // Others are heard all the while.
  const other = caller(await aLink());
  other.say('d');
  await poll('the other answer', () => other.seen.answers === 'd');
  expect(heard).toBe('ad');
  link.mend();
  await poll('what was held', () => before.seen.answers === 'ab' && during.seen.answers === 'c');
  expect([before.seen.error, during.seen.error]).toEqual(['', '']);
});

test('one that is reset ends what is connected, and whoever connects, until it is mended', async () => {
  const link = await aLink();
  const before = caller(link);
  before.say('a');
  await poll('the first answer', () => before.seen.answers === 'a');
  link.cut('reset');
  await poll('the end of it', () => before.seen.error === 'ECONNRESET');
  const during = caller(link);
  await poll('the end of that', () => during.seen.error === 'ECONNRESET');
  link.mend();
  const after = caller(link);
  after.say('b');
  await poll('an answer again', () => after.seen.answers === 'b');
});
