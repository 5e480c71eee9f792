import type { Sha256 } from '../base/ids';
import type { Clock } from '../domain/calendar/clock';
import { type Binding, isTimeOff } from '../domain/item/binding';
import type { LogEntry } from '../domain/item/log';
import { type AnyCommand, commandIn } from './signed-words';

/** What is wrong with what the command of entry `seq` was bound to. */
export type BindingFault =
  /** It was signed for another opening of the round than the one in the bag. */
  | { type: 'opening-of-other'; file: string; seq: number }
  /** What its author had seen is no earlier entry of the log. */
  | { type: 'seen-unknown'; file: string; seq: number }
  /** It decided without knowing of entry `missed`, which matters to it. */
  | { type: 'seen-too-old'; file: string; seq: number; missed: number }
  /** Its author gave it `at` another time than that of the entry. */
  | { type: 'time-off'; file: string; seq: number; at: string }
  /** It is not bound, though an earlier one is. */
  | { type: 'act-unbound'; file: string; seq: number };

/** The log of an item or a round. An unknown `genesis` or `clock` is not compared. */
export type BoundLog = {
  file: string;
  log: readonly LogEntry<object>[];
  genesis: Sha256 | undefined;
  clock: Clock | undefined;
};

type Signed = { entry: LogEntry<object>; index: number; command: AnyCommand };

const signedIn = (log: BoundLog['log']): Signed[] =>
  log.flatMap((entry, index) => {
    const { author } = entry;
    const command = author?.identity === 'signed' ? commandIn(author.jws) : undefined;
    return command ? [{ entry, index, command }] : [];
  });

/** The entries of which the command was signed for one opening of the round. */
export const forAnOpening = (log: BoundLog['log']): number[] =>
  signedIn(log).flatMap(({ entry, command }) => (command.genesis === undefined ? [] : [entry.seq]));

const isBound = ({ genesis, seen }: Binding): boolean => genesis !== undefined && seen !== undefined;

type Faults = { faults: BindingFault[]; unbound: number };

/**
 * Whether every signed command in a log was bound to this opening, to an earlier entry and to the time of its own, where
 * it is bound at all: commands of older versions are not. `isOwn` tells commands to this log from those passed on to it, of
 * which only the opening is checked. `missed`: what a decision should have known of.
 */
export const bindingIn = (
  { file, log, genesis, clock }: BoundLog,
  isOwn: (command: AnyCommand) => boolean,
  missed: (command: AnyCommand, index: number) => readonly number[] = () => [],
): Faults => {
  const places = new Map(log.map(({ hash }, index) => [hash, index]));
  const all = signedIn(log);
  const own = all.filter(({ command }) => isOwn(command));
  const firstBound = own.findIndex(({ command }) => isBound(command));
  const unbound = own.filter(({ command }) => !isBound(command));
  const late = firstBound < 0 ? [] : own.slice(firstBound).filter(({ command }) => !isBound(command));
  const faults = [
    ...all
      .filter(({ command }) => command.genesis !== undefined && genesis !== undefined)
      .filter(({ command }) => command.genesis !== genesis)
      .map(({ entry: { seq } }) => ({ type: 'opening-of-other' as const, file, seq })),
    ...own.flatMap(({ entry: { seq, at, author }, index, command }): BindingFault[] => {
      const { seen } = command;
      if (seen === undefined) return [];
      const place = places.get(seen) ?? index;
      // Whoever signs second signs what the first has given, perhaps days before.
      const isFirst = author?.by === command.by;
      const isOff = clock !== undefined && isFirst && isTimeOff(command.at, clock, at);
      return [
        ...(place < index ? [] : [{ type: 'seen-unknown' as const, file, seq }]),
        ...missed(command, index).map((other) => ({
          type: 'seen-too-old' as const,
          file,
          seq,
          missed: other,
        })),
        ...(isOff ? [{ type: 'time-off' as const, file, seq, at: command.at }] : []),
      ];
    }),
    ...(genesis === undefined
      ? []
      : late.map(({ entry: { seq } }) => ({ type: 'act-unbound' as const, file, seq }))),
  ];
  return { faults, unbound: genesis === undefined ? 0 : unbound.length };
};
