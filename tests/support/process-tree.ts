import { readFileSync, readdirSync } from 'node:fs';

/** What Linux says of a process in `/proc/<pid>/stat`. */
export interface ProcessStat {
  pid: number;
  /** Of its program, at most 15 octets. */
  name: string;
  /** `R` runs, `S` sleeps, `Z` has ended and nobody has asked after it ... */
  state: string;
  parent: number;
  /** CPU time of all its threads, in ticks. */
  ticks: number;
  /** The same of its children that have ended and been asked after, and of theirs. */
  ticksOfEnded: number;
}

/** @throws where there is no such process, or no /proc */
export const statOf = (pid: number): ProcessStat => {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The second field is the name in brackets, which may hold anything; the state is the third.
  const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
  const [state = '', ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const field = (no: number): number => Number(rest[no - 4]);
  return {
    pid,
    name,
    state,
    parent: field(4),
    ticks: field(14) + field(15),
    ticksOfEnded: field(16) + field(17),
  };
};

/** Whether a process is there and has not ended. */
export const isRunning = (pid: number): boolean => {
  try {
    return statOf(pid).state !== 'Z';
  } catch {
    return false;
  }
};

const allProcesses = (): ProcessStat[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        return [statOf(Number(name))];
      } catch {
        // It has ended since the folder was read.
        return [];
      }
    });

/** A process, its children, theirs and so on: parents before their children. Asks Linux's /proc. */
export const treeOf = (pid: number): ProcessStat[] => {
  const all = allProcesses();
  const below = (parent: number): ProcessStat[] =>
    all.filter((child) => child.parent === parent).flatMap((child) => [child, ...below(child.pid)]);
  return [statOf(pid), ...below(pid)];
};
