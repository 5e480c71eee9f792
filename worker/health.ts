import { createServer, type Server, type ServerResponse } from 'node:http';
import type { Worker } from '@temporalio/worker';
import type { Readiness } from './watch/readiness';

const answer = (response: ServerResponse, isWell: boolean, body: object): void => {
  response.writeHead(isWell ? 200 : 503, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
};

/** Whether every worker runs, with the state of each task queue, and which build runs. */
const health = (workers: readonly Worker[]): [isWell: boolean, body: object] => {
  const states = Object.fromEntries(workers.map((worker) => [worker.options.taskQueue, worker.getState()]));
  const isWell = workers.every((worker) => worker.getState() === 'RUNNING');
  const build = workers[0]?.options.workerDeploymentOptions?.version.buildId;
  return [isWell, { status: isWell ? 'ok' : 'unavailable', build, workers: states }];
};

/**
 * Answers GET /health with 200 while every worker runs: a supervisor restarts one that does not. GET /readyz has 200 where it can
 * do its work as well, and says what is wrong and what to do. Both have 503 otherwise.
 */
export const serveHealth = (
  workers: readonly Worker[],
  { port, host, ready }: { port: number; host: string; ready?: () => Promise<Readiness> },
): Promise<Server> => {
  const answers: Partial<Record<string, (response: ServerResponse) => Promise<void>>> = {
    '/health': (response) => {
      answer(response, ...health(workers));
      return Promise.resolve();
    },
    ...(ready && {
      '/readyz': async (response) => {
        const found = await ready();
        answer(response, found.status === 'ready', found);
      },
    }),
  };
  const server = createServer((request, response) => {
    const give = request.method === 'GET' ? answers[request.url ?? ''] : undefined;
    if (give) void give(response);
    else response.writeHead(404).end();
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      resolve(server);
    });
  });
};
