import { once } from 'node:events';
import { createServer } from 'node:net';
import { LOOPBACK, freePorts, portOrFree } from './free-ports';

test('free ports are all different and can be listened on', async () => {
  const ports = await freePorts(20);
  expect(new Set(ports).size).toBe(20);
  for (const port of ports) {
    const server = createServer().listen(port, LOOPBACK);
    await once(server, 'listening');
    server.close();
  }
});

test('a port that is asked for is the one that is taken', async () => {
  await expect(portOrFree(12_345)).resolves.toBe(12_345);
  expect(await portOrFree(undefined)).toBeGreaterThan(0);
});
