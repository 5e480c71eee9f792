import type { ItemView } from '../../../domain/item/life';
import { factOf, FactKind } from '../../../domain/ladder/notice';
import { subjectOfNotice } from '../../../domain/ladder/notice-id';
import type { NoticeRung } from '../../../domain/ladder/measure-rung';
import { words } from '../../../domain/language';
import type { Cli } from '../context';

/** What a notice of an item is about: an event of its log, or a rung. */
export const subjectOf = (
  id: string,
  { log }: Pick<ItemView, 'log'>,
): { fact: string } | { rung: NoticeRung; measure?: number } | undefined => {
  const subject = subjectOfNotice(id);
  if (!subject || 'rung' in subject) return subject;
  const event = log.find((entry) => entry.seq === subject.seq)?.event.type;
  return event && { fact: factOf(event) ?? event };
};

/** The same in words; the id itself where nothing is known of it. */
export const subjectText = (cli: Cli, id: string, view: Pick<ItemView, 'log'>): string => {
  const subject = subjectOf(id, view);
  const said = words(cli.language);
  if (!subject) return id;
  if ('rung' in subject)
    return subject.measure === undefined
      ? said.rung[subject.rung]
      : `${said.rung[subject.rung]} ${subject.measure}`;
  const kind = FactKind.safeParse(subject.fact);
  return kind.success ? said.fact[kind.data] : subject.fact;
};
