import { request as httpRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { defaultPayloadConverter } from '@temporalio/common';
import type { SecretKey } from '../base/key-lines';
import { EncryptionCodec } from './encryption';
import { serveCodec } from './server';

const key = (id: string, byte: number): SecretKey => ({ id, secret: new Uint8Array(32).fill(byte) });
const TOKEN = 'a-token-that-nobody-guesses';
const ORIGIN = 'https://temporal.example.org';

let server: Server;
let url: string;
beforeAll(async () => {
  const service = { keys: [key('k-1', 1)] as const, namespace: 'default', token: TOKEN, origin: ORIGIN };
  server = await serveCodec(service, 0, '127.0.0.1');
  url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const AUTHORISED = { authorization: `Bearer ${TOKEN}` };

type Asked = { method?: string; body?: string; headers?: Record<string, string> };

const ask = (path: string, init: Asked = {}) =>
  fetch(`${url}${path}`, {
    method: 'POST',
    ...init,
    headers: { ...AUTHORISED, ...init.headers },
  });

type Wire = { metadata: Record<string, string>; data: string };
const wire = (payload: ReturnType<typeof defaultPayloadConverter.toPayload>): Wire => ({
  metadata: Object.fromEntries(
    Object.entries(payload.metadata ?? {}).map(([name, value]) => [
      name,
      Buffer.from(value).toString('base64'),
    ]),
  ),
  data: Buffer.from(payload.data ?? []).toString('base64'),
});
const textIn = ({ data }: Wire): string => Buffer.from(data, 'base64').toString();

const closed = async (keyOfOne: SecretKey, namespace: string, text: string): Promise<Wire> => {
  const [one] = await new EncryptionCodec([keyOfOne], namespace).encode([
    defaultPayloadConverter.toPayload(text),
  ]);
  if (!one) throw new Error('nothing came back');
  return wire(one);
};

const payloadsOf = async (
  path: string,
  payloads: Wire[],
  headers: Record<string, string> = {},
): Promise<Wire[]> => {
  const response = await ask(path, { body: JSON.stringify({ payloads }), headers });
  expect(response.status).toBe(200);
  return ((await response.json()) as { payloads: Wire[] }).payloads;
};

test('what workers have encrypted is opened, and what is plain stays as it is, whatever stands before the end of the path', async () => {
  const plain = wire(defaultPayloadConverter.toPayload('乙'));
  const asked = [await closed(key('k-1', 1), 'default', '甲'), plain];
  for (const path of ['/decode', '/default/decode', '/a/b/decode'])
    expect((await payloadsOf(path, asked)).map(textIn)).toEqual(['"甲"', '"乙"']);
});

test('what it encrypts it opens again', async () => {
  const [one] = await payloadsOf('/encode', [wire(defaultPayloadConverter.toPayload('甲'))]);
  expect(one && textIn(one)).not.toContain('甲');
  expect((await payloadsOf('/decode', one ? [one] : [])).map(textIn)).toEqual(['"甲"']);
});

test('the header X-Namespace says of which namespace payloads are', async () => {
  const asked = [await closed(key('k-1', 1), 'drills', '甲')];
  expect((await payloadsOf('/decode', asked, { 'x-namespace': 'drills' })).map(textIn)).toEqual(['"甲"']);
  expect((await payloadsOf('/decode', asked)).map(textIn).join()).toContain('another namespace');
});

test('one that cannot be opened says why in its place, and the others are read', async () => {
  const asked = [await closed(key('k-2', 2), 'default', '甲'), await closed(key('k-1', 1), 'default', '乙')];
  const [unread, read] = (await payloadsOf('/decode', asked)).map(textIn);
  expect(unread).toMatch(/k-2.*PAYLOAD_KEYS/);
  expect(read).toBe('"乙"');
});

test.each([
  ['none', ''],
  ['another', 'Bearer another'],
  ['one that begins like it', `Bearer ${TOKEN.slice(0, -1)}`],
  ['one that goes on', `Bearer ${TOKEN}x`],
  ['its own without a scheme', TOKEN],
  ['another password', `Basic ${btoa('me:another')}`],
  ['it as the name', `Basic ${btoa(`${TOKEN}:`)}`],
])('a request with a token that is %s is refused, and learns nothing', async (_, authorization) => {
  const asked = JSON.stringify({ payloads: [await closed(key('k-1', 1), 'default', '甲')] });
  const response = await ask('/decode', { body: asked, headers: { authorization } });
  expect(response.status).toBe(401);
  expect(response.headers.get('www-authenticate')).toMatch(/^Basic realm=/);
  expect(await response.text()).not.toContain('甲');
});

test('a browser gives the token as a password, once its form was filled in', async () => {
  const authorization = `Basic ${btoa(`someone:${TOKEN}`)}`;
  expect((await ask('/decode', { body: '{"payloads":[]}', headers: { authorization } })).status).toBe(200);
  const page = await fetch(url, { headers: { authorization } });
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('Signed in')]);
  expect((await fetch(url)).status).toBe(401);
});

test('pages of one origin may ask, and are told so before', async () => {
  const before = await fetch(`${url}/decode`, { method: 'OPTIONS', headers: { origin: ORIGIN } });
  expect(before.status).toBe(204);
  expect(before.headers.get('access-control-allow-origin')).toBe(ORIGIN);
  expect(before.headers.get('access-control-allow-headers')).toMatch(/authorization.*x-namespace/);
  expect((await ask('/decode', { body: '{"payloads":[]}', headers: { origin: ORIGIN } })).status).toBe(200);
});

test.each(['https://temporal.example.org.evil.example', 'http://temporal.example.org', 'null'])(
  'pages of %s may not',
  async (origin) => {
    const response = await ask('/decode', { body: '{"payloads":[]}', headers: { origin } });
    expect(response.status).toBe(403);
    expect(response.headers.get('access-control-allow-origin')).toBe(ORIGIN);
  },
);

test.each(['', '{', '[]', '{"payloads":{}}', '{"payloads":[{"data":"not base64!"}]}', 'null'])(
  'a body that holds no payloads is refused: %p',
  async (body) => {
    expect((await ask('/decode', { body })).status).toBe(400);
  },
);

test('a body of more than 8 MiB is not read to its end', async () => {
  const status = await new Promise<number | undefined>((resolve) => {
    const request = httpRequest(
      `${url}/decode`,
      { method: 'POST', headers: AUTHORISED },
      ({ statusCode }) => {
        resolve(statusCode);
        request.destroy();
      },
    );
    request.on('error', () => undefined);
    const part = Buffer.alloc(1024 ** 2, 'x');
    const more = (left: number): void => {
      if (left > 0 && !request.destroyed)
        request.write(part, () => {
          more(left - 1);
        });
    };
    more(64);
  });
  expect(status).toBe(413);
});

test.each([
  ['GET', '/decode', 405],
  ['POST', '/constructor', 404],
  ['POST', '/decode/more', 404],
  ['GET', '/health', 404],
])('%s %s is answered by %i', async (method, path, status) => {
  expect((await fetch(`${url}${path}`, { method, headers: AUTHORISED })).status).toBe(status);
});
