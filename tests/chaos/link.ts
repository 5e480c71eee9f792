import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { LOOPBACK } from '../../client/local/free-ports';
import type { Cut } from './faults';

/** Two connections of which each says what it hears to the other. */
type Pair = readonly [near: Socket, far: Socket];

const join = ([near, far]: Pair): void => {
  near.pipe(far);
  far.pipe(near);
};

const part = ([near, far]: Pair): void => {
  near.unpipe(far).pause();
  far.unpipe(near).pause();
};

/**
 * The network between a worker and the server: whatever connects to it is handed on. It can be cut: `reset` ends what is
 * connected and whatever connects, `silent` lets nothing arrive on either side until it is mended, and then all of it, as TCP does
 * after packets were lost.
 */
export class Link {
  private readonly server: Server;
  private readonly pairs = new Set<Pair>();
  private state: Cut | 'whole' = 'whole';

  private constructor(private readonly to: { host: string; port: number }) {
    this.server = createServer((near) => {
      this.accept(near);
    });
  }

  /** @param address of the server, host:port */
  static async to(address: string): Promise<Link> {
    const { hostname: host, port } = new URL(`tcp://${address}`);
    const link = new Link({ host, port: Number(port) });
    link.server.listen(0, LOOPBACK);
    await once(link.server, 'listening');
    return link;
  }

  /** Where it is reached, host:port. */
  get address(): string {
    return `${LOOPBACK}:${(this.server.address() as AddressInfo).port}`;
  }

  cut(how: Cut): void {
    this.state = how;
    for (const pair of this.pairs)
      if (how === 'silent') part(pair);
      else for (const socket of pair) socket.resetAndDestroy();
  }

  mend(): void {
    this.state = 'whole';
    for (const pair of this.pairs) join(pair);
  }

  close(): Promise<void> {
    for (const pair of this.pairs) for (const socket of pair) socket.destroy();
    return new Promise((resolve) => {
      this.server.close(() => {
        resolve();
      });
    });
  }

  private accept(near: Socket): void {
    if (this.state === 'reset') {
      near.resetAndDestroy();
      return;
    }
    const far = connect(this.to.port, this.to.host);
    const pair: Pair = [near, far];
    this.pairs.add(pair);
    for (const [socket, other] of [pair, [far, near]] as const) {
      socket.on('error', () => undefined);
      socket.once('close', () => {
        other.destroy();
        this.pairs.delete(pair);
      });
    }
    if (this.state === 'whole') join(pair);
    else part(pair);
  }
}
