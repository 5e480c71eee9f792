import { canonical } from '../../base/hash';
import type { Event } from './event';
import type { LogEntry } from './log';

/** That a mail server has refused a mail for good, as it is reported. */
export type RefusedMail = Omit<Extract<Event, { type: 'mail-undeliverable' }>, 'type'>;

const sameMail = ({ person, address, notices }: RefusedMail): string =>
  canonical({ person, address, notices });

/** Whether a log has the same mail already: its report has come twice, or somebody has sent it again. */
export const refusedBefore = (report: RefusedMail, log: readonly LogEntry<object>[]): boolean =>
  log.some(({ event }) => isRefusedMail(event) && sameMail(event) === sameMail(report));

const isRefusedMail = (event: object): event is Extract<Event, { type: 'mail-undeliverable' }> =>
  'type' in event && event.type === 'mail-undeliverable';
