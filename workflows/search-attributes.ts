import {
  defineSearchAttributeKey,
  SearchAttributeType,
  type SearchAttributePair,
  type SearchAttributeUpdatePair,
  type TypedSearchAttributes,
} from '@temporalio/common';
import { civilOf, instantOf, type Instant } from '../domain/calendar/zone';
import { addDays } from '../domain/calendar/civil';
import type { ItemView } from '../domain/item/life';
import { severity } from '../domain/ladder/severity';
import { isOverdue } from '../domain/round/row';
import { awaiting } from '../domain/item/waiting';

const { KEYWORD, DATETIME, INT, BOOL } = SearchAttributeType;

/** What operators can search by. No personal names: people are given by their ids. */
export const KEYS = {
  round: defineSearchAttributeKey('RectRound', KEYWORD),
  status: defineSearchAttributeKey('RectStatus', KEYWORD),
  section: defineSearchAttributeKey('RectSection', KEYWORD),
  leader: defineSearchAttributeKey('RectLeader', KEYWORD),
  awaiting: defineSearchAttributeKey('RectAwaiting', KEYWORD),
  deadline: defineSearchAttributeKey('RectDeadline', DATETIME),
  level: defineSearchAttributeKey('RectLevel', KEYWORD),
  rung: defineSearchAttributeKey('RectRung', INT),
  cycle: defineSearchAttributeKey('RectCycle', INT),
  overdue: defineSearchAttributeKey('RectOverdue', BOOL),
  undeliverable: defineSearchAttributeKey('RectUndeliverable', BOOL),
} as const;

const TYPE_NAMES = { [KEYWORD]: 'Keyword', [DATETIME]: 'Datetime', [INT]: 'Int', [BOOL]: 'Bool' } as const;

/** Name and type of every search attribute, as `temporal operator search-attribute create` takes them. */
export const SEARCH_ATTRIBUTES: Record<string, string> = Object.fromEntries(
  Object.values(KEYS).map((key) => [key.name, TYPE_NAMES[key.type]]),
);

/**
 * How high an item is on the ladder: 0 for none, else the place of its rung in RUNGS, from 1. For sorting and
 * comparing; a new rung moves those above it, so saved filters name the level.
 */
const height = ({ level }: ItemView): number => severity(level) + 1;

/** The instant at which a deadline has passed: the end of its day. */
const endOf = (view: ItemView): Instant | undefined =>
  view.state.deadline && instantOf(addDays(view.state.deadline, 1));

/** Whether an attribute has a value: a workflow can be started with those that have. */
export const isSet = (pair: SearchAttributeUpdatePair): pair is SearchAttributePair => pair.value !== null;

/** The search attributes that a workflow has; null for those that it has not. */
export const attributesIn = (attributes: TypedSearchAttributes): SearchAttributeUpdatePair[] =>
  Object.values(KEYS).map(
    (key) => ({ key, value: attributes.get(key) ?? null }) as SearchAttributeUpdatePair,
  );

/** The search attributes of an item as it is seen now; who leads it, and which section, only where the policy lets them be seen. */
export const attributesOf = (view: ItemView): SearchAttributeUpdatePair[] => {
  const { state, context, row, now } = view;
  const deadline = endOf(view);
  const named = (value: string): string | null => (context.policy.attributeNames === 'none' ? null : value);
  return [
    { key: KEYS.round, value: context.round.id },
    { key: KEYS.status, value: state.status },
    { key: KEYS.section, value: named(context.planned.section) },
    { key: KEYS.leader, value: named(state.people.leader) },
    { key: KEYS.awaiting, value: awaiting(row) ?? 'nobody' },
    { key: KEYS.deadline, value: deadline === undefined ? null : new Date(deadline - 1) },
    { key: KEYS.level, value: view.level ?? 'none' },
    { key: KEYS.rung, value: height(view) },
    { key: KEYS.cycle, value: state.cycle },
    { key: KEYS.overdue, value: isOverdue(row, civilOf(now)) },
    { key: KEYS.undeliverable, value: state.undeliverable },
  ];
};
