import { execFile } from 'node:child_process';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { connect } from 'node:tls';
import { promisify } from 'node:util';
import { LOOPBACK, lastingPorts } from '../../../client/local/free-ports';
import { startServerProcess } from '../../../client/local/server-process';
import { inRepository } from '../../../testing/repository';
import { findNginx } from './parts';

const deployed = (name: string): string => inRepository('deploy', 'proxy', name);

/** Makes an authority, a certificate of a server and of clients, as `certificates.sh` takes them. */
export const certificate = async (folder: string, ...asked: string[]): Promise<void> => {
  await promisify(execFile)('sh', [deployed('certificates.sh'), folder, ...asked]);
};

/** What a process needs to connect to the proxy as the client of a name. */
export const connectionOf = (address: string, folder: string, name: string): Record<string, string> => ({
  TEMPORAL_ADDRESS: address,
  TEMPORAL_TLS_CLIENT_CERT_PATH: path.join(folder, `${name}.pem`),
  TEMPORAL_TLS_CLIENT_KEY_PATH: path.join(folder, `${name}.key`),
  TEMPORAL_TLS_SERVER_CA_CERT_PATH: path.join(folder, 'ca.pem'),
});

/** Around the configuration what the package of a system has around it, in a folder of its own. */
const around = (folder: string): string => `
  daemon off;
  pid ${folder}/pid;
  error_log stderr;
  events {}
  http {
    ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((of) => `${of}_temp_path ${folder}/${of};`).join(' ')}
    include ${folder}/conf.d/*.conf;
  }
`;

export interface Proxy {
  /** host:port, by TLS. */
  address: string;
  /** The lines of its log so far. */
  calls(): Promise<string[]>;
  stop(): Promise<void>;
}

/** Starts nginx before a frontend, as deploy/proxy/ says, with its files in `folder`. */
export const startProxy = async (given: {
  folder: string;
  certificates: string;
  frontend: string;
}): Promise<Proxy> => {
  const { folder, certificates, frontend } = given;
  const [port = 0] = await lastingPorts(1);
  // Its certificate is for a name: TLS asks for none by address.
  const address = `localhost:${port}`;
  const log = path.join(folder, 'calls.log');
  const values: Record<string, string> = {
    LISTEN: `${LOOPBACK}:${port}`,
    FRONTEND: frontend,
    CERTIFICATES: certificates,
    LOG: log,
  };
  const template = await readFile(deployed('temporal.conf.template'), 'utf8');
  const conf = path.join(folder, 'conf.d');
  await mkdir(conf, { recursive: true });
  await copyFile(deployed('rights.conf'), path.join(conf, 'rights.conf'));
  const filled = template.replace(/\$\{([A-Z]+)\}/g, (whole, name: string) => values[name] ?? whole);
  await writeFile(path.join(conf, 'temporal.conf'), filled);
  await writeFile(path.join(folder, 'nginx.conf'), around(folder));
  const { stop } = await startServerProcess({
    title: 'nginx',
    executable: await findNginx(process.env),
    args: ['-p', folder, '-c', path.join(folder, 'nginx.conf')],
    address,
    answers: () => isThere(port),
    stopSignal: 'SIGTERM',
  });
  return {
    address,
    calls: async () => (await readFile(log, 'utf8')).split('\n').slice(0, -1),
    stop,
  };
};

const isThere = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host: LOOPBACK, port, rejectUnauthorized: false });
    socket.once('secureConnect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => {
      resolve(false);
    });
  });
