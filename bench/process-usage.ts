import { readFileSync } from 'node:fs';
import { type ProcessStat, statOf, treeOf } from '../tests/support/process-tree';

const KIB = 1024;
/** USER_HZ, which is 100 on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100;

const memoryOf = (pid: number, field: 'VmRSS' | 'VmHWM'): number => {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const kib = new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1];
  if (kib === undefined) throw new Error(`/proc/${pid}/status has no ${field}`);
  return Number(kib) * KIB;
};

const milliseconds = (ticks: number): number => (ticks * 1000) / TICKS_PER_SECOND;

/** Resident memory of a process, in octets. All of this file asks Linux's /proc, and throws where there is none. */
export const residentOf = (pid: number): number => memoryOf(pid, 'VmRSS');

/** The most resident memory that a process has had, in octets. */
export const peakOf = (pid: number): number => memoryOf(pid, 'VmHWM');

/** CPU time that all threads of a process have used, in milliseconds. */
export const cpuOf = (pid: number): number => milliseconds(statOf(pid).ticks);

/** CPU time of all processes that this one has started and that have ended, in milliseconds; exact to 10. */
export const cpuOfEnded = (): number => milliseconds(statOf(process.pid).ticksOfEnded);

const ticksOfAll = (processes: ProcessStat[]): number =>
  processes.reduce((sum, { ticks, ticksOfEnded }) => sum + ticks + ticksOfEnded, 0);

/**
 * CPU time that a process has used with its children and theirs, in milliseconds: those that have ended in the
 * meantime, as PostgreSQL's do, count with the parent that asked after them, so that the figure only grows.
 */
export const cpuOfTree = (pid: number): number => milliseconds(ticksOfAll(treeOf(pid)));
