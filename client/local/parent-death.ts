import { spawn } from 'node:child_process';
import { Socket } from 'node:net';

/**
 * Has a shell line carried out when this process ends in whatever way, SIGKILL included: a small shell
 * reads from us and goes on when the pipe closes. It sits in a session of its own, so that Ctrl-C in the
 * terminal reaches us and not it. `args` are $1, $2 ... of the line.
 * @returns calls the guard off
 */
export function whenParentDies(line: string, ...args: string[]): () => void {
  const guard = spawn('/bin/sh', ['-c', `read -r nothing; ${line}`, 'guard', ...args], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.unref();
  if (guard.stdin instanceof Socket) guard.stdin.unref();
  return () => {
    guard.kill('SIGKILL');
  };
}

/**
 * The guard of a child that leads a process group of its own: the whole group goes when we go.
 * `kill -s TERM`, since some shells refuse `kill -TERM --` before a group.
 */
export function endsWithParent(pid: number): () => void {
  return whenParentDies('kill -s TERM -- "-$1"; sleep 5; kill -s KILL -- "-$1"', String(pid));
}
