import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import type { Server } from 'node:net';

export const LOOPBACK = '127.0.0.1';

/**
 * Ports of the loopback address that were free a moment ago, all different, as the system gave them out.
 * The caller must still cope with somebody being faster.
 */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(Array.from({ length: count }, () => listen(0)));
  const ports = servers.map(portOf);
  await Promise.all(servers.map(close));
  return ports;
}

/** Below those that systems give to outgoing connections, of which one could take the place of a server that is down. */
const [LOWEST, HIGHEST] = [20_000, 32_767];

/**
 * Free ports, all different, that stay free while a server is down which is to come back to them. They fit into 15 bits:
 * in PostgreSQL a Temporal server keeps its ports in so many.
 * @throws Error where next to all are taken
 */
export async function lastingPorts(count: number): Promise<number[]> {
  const servers: Server[] = [];
  try {
    for (let tries = 0; servers.length < count; tries += 1) {
      if (tries === count * 100)
        throw new Error(`no free port between ${String(LOWEST)} and ${String(HIGHEST)}`);
      const port = randomInt(LOWEST, HIGHEST + 1);
      const server = await listen(port).catch(() => undefined);
      if (server) servers.push(server);
    }
    return servers.map(portOf);
  } finally {
    await Promise.all(servers.map(close));
  }
}

/** One free port, unless one is asked for. */
export async function portOrFree(wanted: number | undefined): Promise<number> {
  if (wanted !== undefined) return wanted;
  const [port] = await freePorts(1);
  if (port === undefined) throw new Error('the system gave no free port');
  return port;
}

function listen(port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, LOOPBACK, () => {
      resolve(server);
    });
  });
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the socket has no port');
  return address.port;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
  });
}
