import type { EventType } from '../../../domain/item/event';
import { firstFound, type Rule, type WorldView } from '../rule';
import { newest } from './ledger';

const isUndone = ({ log }: WorldView['round']): boolean =>
  log.some(({ event }) => event.type === 'import-undone');

/** More than acknowledging, as the office explains it (domain.md). */
const WORK: readonly EventType[] = [
  'progress-reported',
  'evidence-added',
  'measure-completed',
  'result-recorded',
  'closure-requested',
  'extension-requested',
];

export const undoneIsWithdrawn = (): Rule => ({
  name: 'undone-is-withdrawn',
  sentence:
    'once an import is undone and everybody has heard, every item is withdrawn, but for those that somebody had worked on before they heard',
  quiet: (world) =>
    isUndone(world.round)
      ? firstFound(newest(world), ({ life: { log, state }, workflow }) =>
          state.status === 'withdrawn' ||
          state.cycle > 1 ||
          log.some(({ event }) => WORK.includes(event.type))
            ? undefined
            : `${workflow} is ${state.status}, and nobody has worked on it`,
        )
      : undefined,
});

export const undoneAsksNobody = (): Rule => ({
  name: 'undone-asks-nobody',
  sentence:
    'nobody is reminded of an item that was undone with its round, and nothing but its archive is waited for',
  item: ({ posts, seat: { life, workflow } }) =>
    life.state.withdrawal?.undone === undefined
      ? undefined
      : firstFound(posts, ({ to, reminders }) =>
          reminders.list.length > 0 ? `${workflow} still reminds ${to.person}` : undefined,
        ),
});

export const undoneOnlyUntouched = (): Rule => ({
  name: 'undone-only-untouched',
  sentence: 'no item that somebody has worked on is withdrawn with its round',
  item: ({ seat: { life, workflow } }) =>
    life.state.withdrawal?.undone !== undefined && life.log.some(({ event }) => WORK.includes(event.type))
      ? `${workflow} was undone, for all the work on it`
      : undefined,
});
