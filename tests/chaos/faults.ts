/** Where in a session the mail server goes wrong; `content`: in the middle of a mail, `end`: when it has the whole of it. */
export const VERBS = ['greeting', 'ehlo', 'mail', 'rcpt', 'data', 'content', 'end'] as const;
export type Verb = (typeof VERBS)[number];

/** How the mail server goes wrong: it hangs up, says 4xx or 5xx, or answers when the fault is over. */
export const MISDEEDS = ['cut', 'busy', 'refuse', 'late'] as const;
export type Misdeed = (typeof MISDEEDS)[number];

/** How the network between a worker and the server is cut: connections are reset, or nothing arrives on either side. */
export const CUTS = ['reset', 'silent'] as const;
export type Cut = (typeof CUTS)[number];

/** What can be hit. `smtp` is what the mail server says, `mail` its process; `link`: the network of a worker. */
export const TARGETS = ['worker', 'server', 'database', 'mail', 'smtp', 'disk', 'link'] as const;
export type Target = (typeof TARGETS)[number];

type Seconds = readonly [least: number, most: number];

/** Processes that are ended or stopped. `kill`: SIGKILL, then started again; `pause`: SIGSTOP, then SIGCONT; `restart`: told to end, then started again. */
export type Process = Exclude<Target, 'smtp' | 'disk' | 'link'>;
type Blow = 'kill' | 'pause' | 'restart';

export type FaultKind = `${Blow}-${Process}` | `smtp-${Misdeed}` | `link-${Cut}` | 'disk-full';

/** `lasts`: seconds between the blow and its end. `weight`: how often it comes up before all have. */
type FaultRule = { lasts: Seconds; weight: number } & (
  | { on: Process; does: Blow }
  | { on: 'smtp'; does: Misdeed }
  | { on: 'link'; does: Cut }
  | { on: 'disk'; does: 'fill' }
);

/** A worker is started again at once, as whoever operates it has set it up to be. */
const AT_ONCE: Seconds = [0, 0];
const DOWN: Seconds = [0, 12];
/** The longest pause is longer than every heartbeat and every timeout of a task. */
const PAUSED: Seconds = [2, 30];

export const FAULTS: Readonly<Record<FaultKind, FaultRule>> = {
  'kill-worker': { on: 'worker', does: 'kill', lasts: AT_ONCE, weight: 3 },
  'pause-worker': { on: 'worker', does: 'pause', lasts: PAUSED, weight: 1 },
  'restart-worker': { on: 'worker', does: 'restart', lasts: AT_ONCE, weight: 1 },
  'kill-server': { on: 'server', does: 'kill', lasts: DOWN, weight: 1 },
  'pause-server': { on: 'server', does: 'pause', lasts: PAUSED, weight: 1 },
  'restart-server': { on: 'server', does: 'restart', lasts: AT_ONCE, weight: 1 },
  'kill-database': { on: 'database', does: 'kill', lasts: DOWN, weight: 1 },
  'pause-database': { on: 'database', does: 'pause', lasts: PAUSED, weight: 1 },
  'restart-database': { on: 'database', does: 'restart', lasts: AT_ONCE, weight: 1 },
  'kill-mail': { on: 'mail', does: 'kill', lasts: DOWN, weight: 1 },
  'pause-mail': { on: 'mail', does: 'pause', lasts: PAUSED, weight: 1 },
  'restart-mail': { on: 'mail', does: 'restart', lasts: AT_ONCE, weight: 1 },
  'smtp-cut': { on: 'smtp', does: 'cut', lasts: [3, 15], weight: 2 },
  'smtp-busy': { on: 'smtp', does: 'busy', lasts: [3, 15], weight: 1 },
  'smtp-refuse': { on: 'smtp', does: 'refuse', lasts: [2, 6], weight: 1 },
  'smtp-late': { on: 'smtp', does: 'late', lasts: [5, 75], weight: 1 },
  'link-reset': { on: 'link', does: 'reset', lasts: [0, 12], weight: 1 },
  'link-silent': { on: 'link', does: 'silent', lasts: PAUSED, weight: 1 },
  'disk-full': { on: 'disk', does: 'fill', lasts: [5, 30], weight: 1 },
};

export const isFaultKind = (name: string): name is FaultKind => Object.hasOwn(FAULTS, name);
export const FAULT_KINDS: readonly FaultKind[] = Object.keys(FAULTS).filter(isFaultKind);

/** A fault that has been done, or is to be; instants and durations in milliseconds. */
export type Fault = {
  kind: FaultKind;
  /** Which of the workers, or of their links, from 0 on. */
  worker?: number;
  verb?: Verb;
  from: number;
  until: number;
};

/** As people name it: `kill-worker`, `smtp-cut at rcpt`. */
export const nameOfFault = ({ kind, verb }: Pick<Fault, 'kind' | 'verb'>): string =>
  verb === undefined ? kind : `${kind} at ${verb}`;
