import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { defaultPayloadConverter, type Payload } from '@temporalio/common';
import { z } from 'zod';
import type { SecretKeys } from '../base/key-lines';
import { EncryptionCodec } from './encryption';
import { PayloadUnreadable } from './errors';

export type CodecService = {
  keys: SecretKeys;
  /** That of payloads whose namespace the request does not name. */
  namespace: string;
  /** What a request has to show. */
  token: string;
  /** The one page whose scripts may ask: scheme, host and port of the Temporal UI. */
  origin: string;
};

/** A page of a history is 4 MiB at most, and a third more in base64. */
const LARGEST_BODY = 8 * 1024 ** 2;

const base64 = z.base64().transform((text): Uint8Array => Buffer.from(text, 'base64'));
const Payloads = z.object({
  payloads: z.array(z.object({ metadata: z.record(z.string(), base64).optional(), data: base64.optional() })),
});

/** As JSON of protocol buffers has it. */
const jsonOf = ({ metadata, data }: Payload) => ({
  metadata: Object.fromEntries(
    Object.entries(metadata ?? {}).map(([name, bytes]) => [name, Buffer.from(bytes).toString('base64')]),
  ),
  data: Buffer.from(data ?? []).toString('base64'),
});

/** One that cannot be opened leaves the others readable, and says in its place why. */
const openOrSay = (codec: EncryptionCodec, payload: Payload): Payload => {
  try {
    return codec.open(payload);
  } catch (error) {
    if (!(error instanceof PayloadUnreadable)) throw error;
    return defaultPayloadConverter.toPayload(`[${error.message}]`);
  }
};

type Work = (codec: EncryptionCodec, payloads: Payload[]) => Payload[] | Promise<Payload[]>;

/** By the end of the path, as the protocol wants it: what stands before it is left to proxies. */
const WORK = new Map<string, Work>([
  ['decode', (codec, payloads) => payloads.map((payload) => openOrSay(codec, payload))],
  ['encode', (codec, payloads) => codec.encode(payloads)],
]);

/** The answer to a request is this status, and why. */
class Denied extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** In constant time, whatever their lengths. */
const isSame = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other));

/** The token of a request: `Bearer TOKEN`, or, from the form that a browser shows, `Basic` with it as the password. */
const tokenIn = (authorization = ''): string => {
  const [, scheme = '', value = ''] = /^(\w+) +(\S+)$/.exec(authorization) ?? [];
  if (scheme.toLowerCase() === 'bearer') return value;
  if (scheme.toLowerCase() !== 'basic') return '';
  return Buffer.from(value, 'base64')
    .toString('utf8')
    .replace(/^[^:]*:/, '');
};

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > LARGEST_BODY) throw new Denied(413, `at most ${LARGEST_BODY} octets`);
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
};

const payloadsIn = (body: string): Payload[] => {
  try {
    return Payloads.parse(JSON.parse(body)).payloads.map(({ metadata, data }) => ({
      metadata: metadata ?? null,
      data: data ?? null,
    }));
  } catch {
    throw new Denied(400, 'not payloads');
  }
};

const namespaceOf = ({ headers }: IncomingMessage, { namespace }: CodecService): string => {
  const { 'x-namespace': asked } = headers;
  return typeof asked === 'string' && asked !== '' ? asked : namespace;
};

const admit = ({ headers }: IncomingMessage, { origin, token }: CodecService): void => {
  if (headers.origin !== undefined && headers.origin !== origin) throw new Denied(403, 'not from there');
  if (!isSame(tokenIn(headers.authorization), token)) throw new Denied(401, 'a token, please');
};

const JSON_TYPE = { 'content-type': 'application/json' };

/** Whoever signs in on this page is known to the browser when the Temporal UI asks next. */
const SIGNED_IN =
  '已登录，请回到 Temporal UI 刷新页面。\nSigned in: go back to the Temporal UI, and reload it.\n';

const answer = async (request: IncomingMessage, response: ServerResponse, service: CodecService) => {
  const { pathname } = new URL(request.url ?? '', 'http://codec');
  const work = WORK.get(pathname.slice(pathname.lastIndexOf('/') + 1));
  if (pathname === '/' && request.method === 'GET') {
    admit(request, service);
    response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' }).end(SIGNED_IN);
    return;
  }
  if (!work) throw new Denied(404, 'nothing here');
  if (request.method === 'OPTIONS') {
    response.writeHead(204).end();
    return;
  }
  if (request.method !== 'POST') throw new Denied(405, 'POST, please');
  admit(request, service);
  const payloads = payloadsIn(await bodyOf(request));
  const codec = new EncryptionCodec(service.keys, namespaceOf(request, service));
  const done = await work(codec, payloads);
  response.writeHead(200, JSON_TYPE).end(JSON.stringify({ payloads: done.map(jsonOf) }));
};

const setHeaders = (response: ServerResponse, { origin }: CodecService): void => {
  const headers = {
    'access-control-allow-origin': origin,
    'access-control-allow-methods': 'POST',
    'access-control-allow-headers': 'authorization, content-type, x-namespace',
    'access-control-allow-credentials': 'true',
    'access-control-max-age': '600',
    vary: 'origin',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  };
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
};

const deny = (request: IncomingMessage, response: ServerResponse, error: unknown): void => {
  const { status, message } = error instanceof Denied ? error : new Denied(500, 'a fault');
  // What is left of a body is not read.
  if (!request.complete) response.setHeader('connection', 'close');
  if (status === 401) response.setHeader('www-authenticate', 'Basic realm="rectify", charset="UTF-8"');
  response.writeHead(status, JSON_TYPE).end(JSON.stringify({ error: message }));
};

/**
 * Opens and encrypts payloads for the Temporal UI and the `temporal` CLI, by the protocol of Temporal's codec servers
 * (samples-go, codec-server/protocol.md): POST …/decode and …/encode. Nothing of what it is asked is logged. `port` 0: any.
 */
export const serveCodec = (service: CodecService, port: number, host: string): Promise<Server> => {
  const server = createServer((request, response) => {
    setHeaders(response, service);
    answer(request, response, service).catch((error: unknown) => {
      deny(request, response, error);
    });
  });
  server.requestTimeout = 30_000;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      resolve(server);
    });
  });
};
