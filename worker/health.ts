import { createServer, type Server } from 'node:http';
import type { Worker } from '@temporalio/worker';

/**
 * Answers GET /health with 200 while every worker runs, else 503; the body has the state of each task queue, and which build
 * runs.
 */
export const serveHealth = (workers: readonly Worker[], port: number, host: string): Promise<Server> => {
  const build = workers[0]?.options.workerDeploymentOptions?.version.buildId;
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/health') {
      response.writeHead(404).end();
      return;
    }
    const states = Object.fromEntries(workers.map((worker) => [worker.options.taskQueue, worker.getState()]));
    const well = workers.every((worker) => worker.getState() === 'RUNNING');
    response.writeHead(well ? 200 : 503, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ status: well ? 'ok' : 'unavailable', build, workers: states }));
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      resolve(server);
    });
  });
};
