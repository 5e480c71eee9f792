import { createServer } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from './connection';

/** What a trailers-only answer of gRPC says, by its code. */
const [UNIMPLEMENTED, UNAVAILABLE] = ['12', '14'];

/** A server that lets everybody in and then is never there; how often it was asked for anything. */
const absentServer = async () => {
  let asked = 0;
  const server = createServer();
  server.on('stream', (stream, headers) => {
    const isGreeting = headers[':path']?.endsWith('/GetSystemInfo') === true;
    if (!isGreeting) asked += 1;
    const status = isGreeting ? UNIMPLEMENTED : UNAVAILABLE;
    stream.respond(
      { ':status': 200, 'content-type': 'application/grpc', 'grpc-status': status },
      { endStream: true },
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { address, asked: () => asked, stop: () => server.close() };
};

test('a connection that is closed while the SDK waits to ask again ends in silence', async () => {
  const server = await absentServer();
  const thrown: unknown[] = [];
  const note = (error: unknown) => void thrown.push(error);
  process.on('uncaughtException', note);
  try {
    const { client, close } = await connect({ TEMPORAL_ADDRESS: server.address });
    const waiting = client.workflow.getHandle('item/2021-03/1.1').describe();
    waiting.catch(() => undefined);
    while (server.asked() === 0) await sleep(5);
    await close();
    const before = server.asked();
    // The SDK waits 100 ms or a little more before it asks for the second time.
    await sleep(1000);
    expect({ thrown, asked: server.asked() }).toEqual({ thrown: [], asked: before });
  } finally {
    process.off('uncaughtException', note);
    server.stop();
  }
});
