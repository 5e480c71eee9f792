import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Hands requests on to a server; the answers to those that `loses` names are lost, though they were carried out. */
export class LossyProxy {
  private readonly server: Server;

  constructor(to: string, loses: (request: IncomingMessage) => boolean) {
    const { hostname, port } = new URL(to);
    this.server = createServer((asked, answer) => {
      const { method, url, headers } = asked;
      const onward = request({ hostname, port, method, path: url, headers }, (reply) => {
        if (loses(asked)) {
          reply.resume().once('end', () => asked.socket.destroy());
          return;
        }
        answer.writeHead(reply.statusCode ?? 500, reply.headers);
        reply.pipe(answer);
      });
      onward.once('error', () => asked.socket.destroy());
      asked.pipe(onward);
    });
  }

  /** Begins to listen on loopback: its URL. */
  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}
