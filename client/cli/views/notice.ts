import type { ItemView } from '../../../domain/item/life';
import { FACT_KINDS, type FactKind } from '../../../domain/ladder/notice';
import { subjectOfNotice } from '../../../domain/ladder/notice-id';
import type { RungId } from '../../../domain/ladder/rung';
import { words } from '../../../domain/language';
import type { Cli } from '../context';

/** Events whose fact has another name. */
const FACT_OF_EVENT: Partial<Record<string, FactKind>> = { 'mail-undeliverable': 'undeliverable' };

/** What a notice of an item is about: an event of its log, or a rung. */
export const subjectOf = (
  id: string,
  { log }: Pick<ItemView, 'log'>,
): { fact: string } | { rung: RungId } | undefined => {
  const subject = subjectOfNotice(id);
  if (!subject || 'rung' in subject) return subject;
  const event = log.find((entry) => entry.seq === subject.seq)?.event.type;
  return event && { fact: FACT_OF_EVENT[event] ?? event };
};

/** The same in words; the id itself where nothing is known of it. */
export const subjectText = (cli: Cli, id: string, view: Pick<ItemView, 'log'>): string => {
  const subject = subjectOf(id, view);
  const said = words(cli.language);
  if (!subject) return id;
  if ('rung' in subject) return said.rung[subject.rung];
  const kind = FACT_KINDS.find((known) => known === subject.fact);
  return kind ? said.fact[kind] : subject.fact;
};
