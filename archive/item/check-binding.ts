import { REAL_TIME } from '../../domain/calendar/clock';
import { mattersSince } from '../../domain/item/matters';
import { bindingIn } from '../binding';
import type { AnyCommand } from '../signed-words';
import { toldByInfo } from './bag-info';
import { RECORD, type RecordContent } from './read-record';

/**
 * What the signed commands to an item were bound to, held against its record; those to its round that were passed on to it
 * are in the record of the round. The clock of a drill is in the bag of a newer version only.
 */
export const boundIn = ({ log, opening, info }: RecordContent): ReturnType<typeof bindingIn> => {
  if (!log) return { faults: [], unbound: 0 };
  const isDrill = toldByInfo(info).drill !== undefined;
  const clock = isDrill ? opening?.clock : REAL_TIME;
  const missed = (command: AnyCommand, index: number): number[] => {
    if ('round' in command || command.seen === undefined) return [];
    const before = log.slice(0, index).filter(({ author }) => author?.command !== command.id);
    const knows = before.some(({ hash }) => hash === command.seen);
    return knows ? mattersSince(command.type, command.seen, before).map(({ seq }) => seq) : [];
  };
  return bindingIn(
    { file: RECORD.log, log, genesis: opening?.genesis, clock },
    (command) => !('round' in command),
    missed,
  );
};
