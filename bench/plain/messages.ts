import { defineQuery, defineUpdate } from '@temporalio/workflow';

/** Where a plain item stands. */
export type PlainStatus =
  'assigned' | 'acknowledged' | 'in-progress' | 'closure-requested' | 'approved' | 'accepted' | 'archived';

/** The archivist is told where there is one. */
export type PlainPeople = { handler: string; leader: string; acceptor: string; archivist?: string };

/** What goes out at a real instant, in epoch ms, perhaps only where the item is then in one of some states. */
export type PlainReminder = {
  at: number;
  text: string;
  to: (keyof PlainPeople)[];
  only?: readonly PlainStatus[];
};

export type PlainInput = {
  id: string;
  title: string;
  problem: string;
  people: PlainPeople;
  /** In the order of their instants. */
  reminders: PlainReminder[];
};

export const DEEDS = [
  'acknowledge',
  'add-evidence',
  'complete-measure',
  'request-closure',
  'return',
  'approve',
  'accept',
] as const;
export type Deed = (typeof DEEDS)[number];

export type PlainCommand = { deed: Deed; by: string; note: string };

export type PlainEntry = PlainCommand & { at: number };

export type PlainView = { status: PlainStatus; log: PlainEntry[] };

/** A mail to each person in `to`: `id` names them among those of their item, so that each goes out once. */
export type PlainMails = { item: string; id: string; to: string[]; subject: string; text: string };

export type PlainActivities = {
  sendMails(mails: PlainMails): Promise<void>;
  archive(item: string, view: PlainView): Promise<void>;
};

/** To how many people an activity sends at most. */
export const MOST_TOLD = 2;

export const PLAIN_QUEUE = 'plain';
export const PLAIN_MAIL_QUEUE = 'plain-mail';

/** Tells an item what a person decided. */
export const decideUpdate = defineUpdate<PlainStatus, [PlainCommand]>('decide');
export const plainQuery = defineQuery<PlainView>('view');

/** An Update that does nothing, of a workflow that does nothing: what Temporal itself takes. */
export const bareUpdate = defineUpdate<string, [string]>('bare');
export const bareQuery = defineQuery<string>('bare');

export const PLAIN_STATUS = 'RectStatus';
