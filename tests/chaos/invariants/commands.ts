import type { GivenCommand } from '../journal';
import { each, type Invariant, logsIn } from './invariant';

type Logs = ReturnType<typeof logsIn>;

/** The entries of a log that a command has caused; what a second signature under it did was not answered to its author. */
const causedBy = ({ workflow, id }: GivenCommand, logs: Logs): number[] =>
  (logs.get(workflow) ?? [])
    .filter(({ author, event }) => author?.command === id && !('asked' in event))
    .map(({ seq }) => seq);

const named = ({ workflow, id, command }: GivenCommand): string => `${command} ${id} to ${workflow}`;

export const acknowledgedKept: Invariant = {
  name: 'acknowledged-kept',
  sentence: 'every command that was answered is in its log exactly once, as the answer said',
  judge: (gathered) => {
    const logs = logsIn(gathered);
    const done = gathered.commands.filter(({ outcome }) => outcome.type === 'done');
    return each(done, (given) => {
      const answered = given.outcome.type === 'done' ? given.outcome.entries : [];
      const all = causedBy(given, logs);
      // Some give another command under the id of one that the round has passed on to the item.
      const isTaken = done.some(({ id, workflow }) => id === given.id && workflow !== given.workflow);
      const found = isTaken ? all.filter((entry) => answered.includes(entry)) : all;
      if (found.join() === answered.join()) return undefined;
      return `${named(given)} was answered with [${answered.join()}], and its log has [${found.join()}]`;
    });
  },
};

export const refusedLeftNothing: Invariant = {
  name: 'refused-left-nothing',
  sentence: 'what was refused, or came to nobody, is in no log',
  judge: (gathered) => {
    const logs = logsIn(gathered);
    const refused = gathered.commands.filter(
      ({ outcome: { type } }) => type === 'refused' || type === 'gone',
    );
    return each(refused, (given) => {
      const found = causedBy(given, logs);
      return found.length === 0
        ? undefined
        : `${named(given)} was not done, and its log has [${found.join()}]`;
    });
  },
};

export const allAnswered: Invariant = {
  name: 'all-answered',
  sentence: 'every command is answered once all faults are over',
  judge: ({ commands }) =>
    each(commands, (given) =>
      given.outcome.type === 'unanswered' ? `${named(given)}, sent ${given.sendings} times` : undefined,
    ),
};
