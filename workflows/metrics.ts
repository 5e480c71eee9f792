import type { MetricCounter, MetricGauge, MetricHistogram, MetricMeter } from '@temporalio/common';

type Terms = {
  name: string;
  kind: 'counter' | 'gauge' | 'histogram';
  unit: string;
  /** Each with values of a closed list; none is a person, an item or a text. */
  labels: readonly string[];
  says: string;
};

/**
 * The metrics of our own, beside those of the SDK, at the worker's endpoint for Prometheus. docs/runbook.md has them in a
 * table.
 */
export const METRICS = {
  commandsRefused: {
    name: 'rectify_commands_refused',
    kind: 'counter',
    unit: 'commands',
    labels: ['type', 'fault'],
    says: 'Commands that were refused, by type',
  },
  rungsReached: {
    name: 'rectify_rungs_reached',
    kind: 'counter',
    unit: 'rungs',
    labels: ['rung'],
    says: 'Rungs of the ladder that items have reached',
  },
  workflowsUnsealed: {
    name: 'rectify_workflows_unsealed',
    kind: 'counter',
    unit: 'workflows',
    labels: [],
    says: 'Workflows that no worker had started, and that were ended',
  },
  messagesDropped: {
    name: 'rectify_messages_dropped',
    kind: 'counter',
    unit: 'messages',
    labels: ['kind', 'fault'],
    says: 'Messages that no worker had sealed, by kind and fault',
  },
  messagesUnread: {
    name: 'rectify_messages_unread',
    kind: 'counter',
    unit: 'messages',
    labels: ['kind'],
    says: 'Messages of another version that this one cannot read, by kind, each time they are looked at',
  },
  receiptsPutAside: {
    name: 'rectify_receipts_put_aside',
    kind: 'counter',
    unit: 'files',
    labels: ['why'],
    says: 'Files among the receipts that no worker had written',
  },
  mails: {
    name: 'rectify_mails',
    kind: 'counter',
    unit: 'mails',
    labels: ['outcome'],
    says: 'Mails that were settled, by outcome',
  },
  mailFailures: {
    name: 'rectify_mail_failures',
    kind: 'counter',
    unit: 'attempts',
    labels: ['outcome', 'stage', 'code'],
    says: 'Attempts to send a mail that failed, by stage',
  },
  mailAge: {
    name: 'rectify_mail_age_seconds',
    kind: 'histogram',
    unit: 's',
    labels: ['outcome'],
    says: 'How long after it was due a mail was settled',
  },
  archiveAge: {
    name: 'rectify_archive_age_seconds',
    kind: 'histogram',
    unit: 's',
    labels: ['of'],
    says: 'How long after it was due a bag was written and verified',
  },
  waiting: {
    name: 'rectify_waiting',
    kind: 'gauge',
    unit: 'activities',
    labels: ['activity'],
    says: 'Activities that failed here last time and are tried again',
  },
  longestWait: {
    name: 'rectify_waiting_oldest_seconds',
    kind: 'gauge',
    unit: 's',
    labels: ['activity'],
    says: 'For how long the oldest of these has been waiting, 0 where none is',
  },
  items: {
    name: 'rectify_items',
    kind: 'gauge',
    unit: 'items',
    labels: ['status', 'overdue'],
    says: 'Running items of the queue, by status',
  },
  workflowsOpen: {
    name: 'rectify_workflows_open',
    kind: 'gauge',
    unit: 'workflows',
    labels: ['workflow'],
    says: 'Running workflows of the queue',
  },
  workflowsEnded: {
    name: 'rectify_workflows_ended',
    kind: 'gauge',
    unit: 'runs',
    labels: ['workflow', 'how'],
    says: 'Runs of the queue that did not go to their end, as long as the server keeps them',
  },
  counted: {
    name: 'rectify_counted_timestamp_seconds',
    kind: 'gauge',
    unit: 's',
    labels: [],
    says: 'When the server last let this worker count, in Unix time',
  },
  storeWritable: {
    name: 'rectify_store_writable',
    kind: 'gauge',
    unit: '',
    labels: [],
    says: '1 where the store could be written when last tried, else 0',
  },
  storeFree: {
    name: 'rectify_store_free_bytes',
    kind: 'gauge',
    unit: 'By',
    labels: [],
    says: 'Free space of the file system of the store, for a store on disk',
  },
  storeSize: {
    name: 'rectify_store_size_bytes',
    kind: 'gauge',
    unit: 'By',
    labels: [],
    says: 'Size of the file system of the store, for a store on disk',
  },
  clockAhead: {
    name: 'rectify_clock_ahead_seconds',
    kind: 'gauge',
    unit: 's',
    labels: [],
    says: 'How far the clock of this worker is ahead of the server at most; negative: behind',
  },
  ready: {
    name: 'rectify_ready',
    kind: 'gauge',
    unit: '',
    labels: ['check'],
    says: '1 for each check of /readyz that is well, else 0',
  },
  build: {
    name: 'rectify_build_info',
    kind: 'gauge',
    unit: '',
    labels: ['version', 'build'],
    says: 'Always 1; which build this is',
  },
} as const satisfies Record<string, Terms>;

type Metrics = typeof METRICS;
type OfKind<K extends Terms['kind']> = {
  [N in keyof Metrics]: Metrics[N]['kind'] extends K ? N : never;
}[keyof Metrics];

type Meter = Pick<MetricMeter, 'createCounter' | 'createGauge' | 'createHistogram'>;

export const counter = (meter: Meter, which: OfKind<'counter'>): MetricCounter => {
  const { name, unit, says } = METRICS[which];
  return meter.createCounter(name, unit, says);
};

export const gauge = (meter: Meter, which: OfKind<'gauge'>): MetricGauge => {
  const { name, unit, says } = METRICS[which];
  return meter.createGauge(name, 'float', unit, says);
};

export const histogram = (meter: Meter, which: OfKind<'histogram'>): MetricHistogram => {
  const { name, unit, says } = METRICS[which];
  return meter.createHistogram(name, 'float', unit, says);
};

/** Bounds in seconds: mail goes out within seconds, and may wait for days. */
const BOUNDS = [1, 5, 15, 60, 300, 900, 3600, 14_400, 86_400];

/** The bounds of the histograms by name, as the SDK's exporter takes them. */
export const HISTOGRAM_BOUNDS: Record<string, number[]> = {
  [METRICS.mailAge.name]: BOUNDS,
  [METRICS.archiveAge.name]: BOUNDS,
};
