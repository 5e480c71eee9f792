import { readFileSync } from 'node:fs';

const KIB = 1024;
/** USER_HZ, which is 100 on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100;

const memoryOf = (pid: number, field: 'VmRSS' | 'VmHWM'): number => {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const kib = new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1];
  if (kib === undefined) throw new Error(`/proc/${pid}/status has no ${field}`);
  return Number(kib) * KIB;
};

/** Resident memory of a process, in octets. All of this file asks Linux's /proc, and throws where there is none. */
export const residentOf = (pid: number): number => memoryOf(pid, 'VmRSS');

/** The most resident memory that a process has had, in octets. */
export const peakOf = (pid: number): number => memoryOf(pid, 'VmHWM');

/** The times of a process in /proc/<pid>/stat, in milliseconds, from the 14th field on: user, system, and of its children. */
const timesOf = (pid: number | 'self'): number[] => {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The second field is the name in brackets, which may hold anything.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields.slice(11, 15).map((ticks) => (Number(ticks) * 1000) / TICKS_PER_SECOND);
};

/** CPU time that all threads of a process have used, in milliseconds. */
export const cpuOf = (pid: number): number => {
  const [user = 0, system = 0] = timesOf(pid);
  return user + system;
};

/** CPU time of all processes that this one has started and that have ended, in milliseconds; exact to 10. */
export const cpuOfEnded = (): number => {
  const [, , user = 0, system = 0] = timesOf('self');
  return user + system;
};
