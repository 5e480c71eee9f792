import type { SearchAttributeUpdatePair } from '@temporalio/common';
import { setCurrentDetails, upsertSearchAttributes } from '@temporalio/workflow';
import { isProvisional } from '../../domain/calendar/calendar';
import { isDrill } from '../../domain/calendar/clock';
import { type Instant, readable } from '../../domain/calendar/zone';
import type { ItemView } from '../../domain/item/life';
import { isOpen } from '../../domain/item/states';
import { nameOf } from '../../domain/round/offices';
import { words } from '../../domain/language';
import { story } from '../../domain/language/story';
import { capped } from '../../base/safe-text';
import { awaitedOf, awaiting } from '../../domain/item/waiting';
import { attributesOf } from '../search-attributes';

const LAST_EVENTS = 5;
/** Longest account of an event on the card, in UTF-16 units. */
const EVENT_LENGTH = 60;

/** Outside text in a Markdown card: nothing in it may become markup. */
const plain = (text: string): string => text.replace(/[\\`*_{}[\]()#+!|<>~]/g, '\\$&').replace(/\s+/g, ' ');

/** A closed item waits for its archive, which waits for the store. */
const whatEnds = ({ status, archive }: ItemView['state']): string =>
  isOpen(status) || archive ? '—' : '归档；未完成的原因见 Pending Activities';

const whoMustAct = ({ row, state, context }: ItemView): string => {
  const side = awaiting(row);
  const person = awaitedOf(row);
  return side && person ? `${words('zh-CN').role[side]} ${nameOf(person, context.roster)}` : whatEnds(state);
};

const deadlineOf = ({ state, context }: ItemView): string => {
  const zh = words('zh-CN');
  if (!state.deadline) return zh.date.none;
  return `${state.deadline}${isProvisional(context.calendar, state.deadline) ? zh.date.provisional : ''}`;
};

/** The card that the Temporal UI shows for a running item. */
export const card = (view: ItemView, nextWake: Instant | undefined): string => {
  const { state, context, log, clock, level } = view;
  const zh = words('zh-CN');
  const events = log
    .slice(-LAST_EVENTS)
    .map(
      (entry) =>
        `- ${readable(entry.at)} ${plain(capped(story(entry, context.roster, 'zh-CN'), EVENT_LENGTH))}`,
    );
  return [
    ...(isDrill(clock) ? ['**【演练】**', ''] : []),
    `### ${plain(context.planned.problem)}`,
    '',
    '| | |',
    '|---|---|',
    `| 状态 | **${zh.status[state.status]}**${level ? ` · ${zh.rung[level]}` : ''} |`,
    `| 现行时限 | ${deadlineOf(view)} |`,
    `| 等待 | ${plain(whoMustAct(view))} |`,
    `| 下次自动检查 | ${nextWake === undefined ? '—' : readable(nextWake)} |`,
    '',
    ...events,
  ].join('\n');
};

const valueOf = ({ value }: SearchAttributeUpdatePair): string =>
  value instanceof Date ? value.toISOString() : String(value);

/** Keeps what operators see in step with the item, at one upsert a change of what has changed. */
export class Display {
  private readonly shown: Map<string, string>;

  /** `shown`: the attributes that the run was started with, where they count as shown. */
  constructor(shown: readonly SearchAttributeUpdatePair[]) {
    this.shown = new Map(shown.map((pair) => [pair.key.name, valueOf(pair)]));
  }

  show(view: ItemView, nextWake: Instant | undefined): void {
    setCurrentDetails(card(view, nextWake));
    const changed = attributesOf(view).filter((pair) => valueOf(pair) !== this.shown.get(pair.key.name));
    if (changed.length === 0) return;
    for (const pair of changed) this.shown.set(pair.key.name, valueOf(pair));
    upsertSearchAttributes(changed);
  }
}
