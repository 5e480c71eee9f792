import { once } from 'node:events';
import { createServer } from 'node:net';
import { LOOPBACK, freePorts, lastingPorts, portOrFree } from './free-ports';

test('free ports are all different and can be listened on', async () => {
  const ports = await freePorts(20);
  expect(new Set(ports).size).toBe(20);
  for (const port of ports) {
    const server = createServer().listen(port, LOOPBACK);
    await once(server, 'listening');
    server.close();
  }
});

test('ports to come back to are different, and lie below those of outgoing connections', async () => {
  const ports = await lastingPorts(20);
  expect(new Set(ports).size).toBe(20);
  for (const port of ports) expect(port).toBeLessThan(32_768);
});

test('a port that is asked for is the one that is taken', async () => {
  await expect(portOrFree(12_345)).resolves.toBe(12_345);
  expect(await portOrFree(undefined)).toBeGreaterThan(0);
});
