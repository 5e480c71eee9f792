import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BACKENDS, s3Server } from '../../tests/support/backends';
import { LossyProxy } from '../../tests/support/lossy-proxy';
import { Sha512 } from '../../base/ids';
import { StoreUrlError } from '../errors';
import { evidenceName } from '../evidence';
import { StoreFault } from '../fault';
import type { FolderEntry, Store } from '../store';
import { findStore, isStoreAt, openStore } from '../open';
import { failureOf, scratchFolder } from '../../testing/store';

const entry = (path: string, content = path): FolderEntry => ({ path, content: Buffer.from(content) });

const scratch = () => {
  const [, onS3] = BACKENDS;
  if (!onS3) throw new Error('There is no store on S3.');
  return onS3.scratch();
};

/** A store as a process of that environment opens it; the SDK reads it at the first request. */
const openWith = async (url: string, environment: Record<string, string>): Promise<Store> => {
  const before = Object.fromEntries(Object.keys(environment).map((name) => [name, process.env[name]]));
  Object.assign(process.env, environment);
  const store = await openStore(url);
  await store.has('none').catch(() => undefined);
  Object.assign(process.env, before);
  return store;
};

const isSeal = ({ method, url = '' }: IncomingMessage): boolean =>
  method === 'PUT' && url.includes('/.folder');

const faultOf = async (action: Promise<unknown>): Promise<StoreFault> => {
  const error = await failureOf(action);
  expect(error).toBeInstanceOf(StoreFault);
  return error as StoreFault;
};

describe('a store on S3', () => {
  test('says where its objects lie', async () => {
    const { store, url } = await scratch();
    expect(store.locate('bags/1.1')).toBe(`${url}/bags/1.1`);
  });

  test('is found only where somebody has written: a prefix that is mistyped takes nothing', async () => {
    const { store, url } = await scratch();
    const absent = await faultOf(findStore(url));
    expect([absent.kind, await isStoreAt(url)]).toEqual(['gone', false]);
    await store.check();
    expect(await isStoreAt(url)).toBe(true);
    await (await findStore(url)).put('a', Buffer.from('1'));
    expect(await store.get('a')).toEqual(Buffer.from('1'));
  });

  test('keeps each file under its name, and each folder beneath its own, with a seal', async () => {
    const { store, url } = await scratch();
    await store.put('mail/zhang/1.json', Buffer.from('{}'));
    await store.putFolder('bags/1.1', [entry('bagit.txt')]);
    const [, , bucket = '', ...prefix] = url.split('/');
    const plain = await openStore(`s3://${bucket}`);
    expect(await plain.get(`${prefix.join('/')}/mail/zhang/1.json`)).toEqual(Buffer.from('{}'));
    const bag = await plain.folder(`${prefix.join('/')}/bags/1.1`);
    expect(await bag.files()).toEqual(['bagit.txt']);
  });

  test('refuses a server that would overwrite what is there', async () => {
    const careless = createServer((asked, answer) => asked.resume().once('end', () => answer.end()));
    await new Promise<void>((resolve) => careless.listen(0, '127.0.0.1', resolve));
    const endpoint = `http://127.0.0.1:${(careless.address() as AddressInfo).port}`;
    const { url } = await scratch();
    const store = await openWith(url, { AWS_ENDPOINT_URL_S3: endpoint });
    for (const action of [
      () => store.check(),
      () => store.put('a', Buffer.from('1')),
      () => store.putFolder('f', [entry('a')]),
      () => store.putEvidence(__filename),
    ]) {
      const error = await failureOf(action());
      expect(error).toBeInstanceOf(StoreUrlError);
      expect(String(error)).toContain('If-None-Match');
    }
    careless.close();
  });

  test('has sealed a folder though the answer to the seal was lost', async () => {
    const { endpoint } = await s3Server();
    const { url } = await scratch();
    let lost = 0;
    const proxy = new LossyProxy(endpoint, (request) => isSeal(request) && lost++ === 0);
    const store = await openWith(url, { AWS_ENDPOINT_URL_S3: await proxy.start() });
    await store.putFolder('bags/1.1', [entry('bagit.txt'), entry('data/item.json')]);
    proxy.stop();
    expect(lost).toBe(2);
    expect(await (await (await openStore(url)).folder('bags/1.1')).files()).toHaveLength(2);
  });

  test('keeps every file of a folder whose seal was never answered, since it may have been written', async () => {
    const { endpoint } = await s3Server();
    const { url } = await scratch();
    const proxy = new LossyProxy(endpoint, isSeal);
    const store = await openWith(url, { AWS_ENDPOINT_URL_S3: await proxy.start() });
    await faultOf(store.putFolder('bags/1.1', [entry('bagit.txt')]));
    proxy.stop();
    const folder = await (await openStore(url)).folder('bags/1.1');
    expect(await folder.files()).toEqual(['bagit.txt']);
  });

  test('removes what the one wrote who came second', async () => {
    const { store, url, unfinished } = await scratch();
    const slow = (await openStore(url)).putFolder(
      'f',
      (async function* () {
        yield entry('slow/1');
        await store.putFolder('f', [entry('quick')]);
        yield entry('slow/2');
      })(),
    );
    expect(await failureOf(slow)).toMatchObject({ name: 'StoreConflict' });
    expect(await unfinished()).toEqual([]);
    expect(await (await store.folder('f')).files()).toEqual(['quick']);
  });

  test('takes no evidence that is changed while it is sent', async () => {
    const { store, unfinished } = await scratch();
    const path = join(await scratchFolder(), 'growing.log');
    await writeFile(path, Buffer.alloc(20 << 20, 'x'));
    let grown = false;
    const watch = (): void => {
      if (!grown) void appendFile(path, 'more');
      grown = true;
    };
    await expect(store.putEvidence(path, { watch })).rejects.toThrow('changed while it was being read');
    expect(await store.list('')).toEqual([]);
    expect(await unfinished()).toEqual([]);
  });
});

describe('a store on S3 that is away', () => {
  test('fails with a fault that names it, and goes on when it is back', async () => {
    const server = await s3Server();
    const { store, url } = await scratch();
    await store.put('a', Buffer.from('1'));
    const none = Sha512.parse('0'.repeat(128));
    await server.stop();
    for (const action of [
      () => store.check(),
      () => store.has('a'),
      () => store.get('a'),
      () => store.list('mail'),
      () => store.put('b', Buffer.from('2')),
      () => store.putEvidence(__filename),
      () => store.openEvidence(none),
      () => store.statEvidence(none),
      () => store.putFolder('f', [entry('a')]),
      () => store.folder('f'),
    ]) {
      const { kind, message } = await faultOf(action());
      expect(kind).toBe('unreachable');
      expect(message).toContain(url);
      expect(message).not.toContain('secret');
    }
    await server.start();
    await store.put('b', Buffer.from('2'));
    expect(await store.list('')).toEqual(['a', 'b']);
  });

  test('amid a folder leaves none, and takes it whole when it is back', async () => {
    const server = await s3Server();
    const { store } = await scratch();
    const interrupted = store.putFolder(
      'bags/1.1',
      (async function* () {
        yield entry('bagit.txt');
        await server.stop();
        yield entry('data/item.json');
      })(),
    );
    expect((await faultOf(interrupted)).kind).toBe('unreachable');
    await server.start();
    expect(await store.has('bags/1.1')).toBe(false);
    await store.putFolder('bags/1.1', [entry('bagit.txt'), entry('data/item.json')]);
    expect(await (await store.folder('bags/1.1')).files()).toHaveLength(2);
  });

  test('amid reading is a fault of the store, not of what is read', async () => {
    const server = await s3Server();
    const { store } = await scratch();
    const path = join(await scratchFolder(), 'video.mp4');
    await writeFile(path, Buffer.alloc(64 << 20, 'x'));
    const { sha512 } = await store.putEvidence(path);
    const stream = await store.openEvidence(sha512);
    const reading = (async () => {
      for await (const chunk of stream) if (chunk) await server.stop();
    })();
    expect((await faultOf(reading)).kind).toBe('unreachable');
    await server.start();
    expect(await store.has(evidenceName(sha512))).toBe(true);
  });

  test.each([
    ['with another key', { AWS_SECRET_ACCESS_KEY: 'wrong' }, 'denied'],
    ['at an address where nothing is', { AWS_ENDPOINT_URL_S3: 'http://127.0.0.1:9' }, 'unreachable'],
  ])('%s says so', async (_, environment, kind) => {
    const { url } = await scratch();
    const store = await openWith(url, environment);
    expect((await faultOf(store.check())).kind).toBe(kind);
  });

  test('without its bucket says so', async () => {
    await s3Server();
    const store = await openStore('s3://no-such-bucket');
    for (const action of [() => store.check(), () => store.has('a'), () => store.list('')])
      expect((await faultOf(action())).kind).toBe('gone');
  });
});
