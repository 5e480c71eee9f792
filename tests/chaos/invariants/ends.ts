import { isOpen } from '../../../domain/item/states';
import { awaitedOf } from '../../../domain/item/waiting';
import { rowOf } from '../../../domain/round/row';
import { unequal } from '../../simulation/rule';
import type { Gathered, LifeSeen, RoundSeen, WorkflowSeen } from '../gathered';
import { each, type Invariant, together } from './invariant';

const ended = ({ workflow, status }: WorkflowSeen, as: string): string | undefined =>
  status === as ? undefined : `${workflow} is ${status} on the server, and should be ${as}`;

const lifeUnfinished = (life: LifeSeen): string | undefined => {
  const { workflow, failing, view } = life;
  const { state, context } = view;
  if (failing) return `the tasks of ${workflow} fail again and again`;
  if (state.archive) return ended(life, 'COMPLETED');
  if (!isOpen(state.status)) return `${workflow} is ${state.status}, and not in the archive`;
  const awaited = awaitedOf(state);
  if (awaited !== undefined && !context.roster.people.some(({ id }) => id === awaited))
    return `${workflow} waits for ${awaited}, whom it does not know`;
  return ended(life, 'RUNNING');
};

const roundUnfinished = (round: RoundSeen): string | undefined => {
  if (round.failing) return `the tasks of ${round.workflow} fail again and again`;
  const types = round.log.map(({ event }) => event.type);
  if (types.includes('round-archived')) return ended(round, 'COMPLETED');
  if (types.includes('round-closed')) return `${round.workflow} was closed, and is not in the archive`;
  return ended(round, 'RUNNING');
};

const silentIn = ({ silent }: RoundSeen): string[] =>
  silent.map(({ workflow, why }) => `${workflow} does not answer: ${why}`);

export const endedOrWaiting: Invariant = {
  name: 'ended-or-waiting',
  sentence: 'every item and round has ended in the archive, or waits for somebody whom it knows',
  judge: ({ rounds }: Gathered) =>
    together(
      each(rounds, roundUnfinished),
      each(rounds, silentIn),
      each(
        rounds.flatMap(({ lives }) => lives),
        lifeUnfinished,
      ),
    ),
};

const newest = ({ lives }: RoundSeen): LifeSeen[] => [
  ...new Map(lives.map((life) => [life.item, life])).values(),
];

export const ledgerAgrees: Invariant = {
  name: 'ledger-agrees',
  sentence: 'every row of the ledger says what its item says of itself',
  judge: ({ rounds }) =>
    each(
      rounds.flatMap((round) => newest(round).map((life) => ({ life, rows: round.ledger.rows }))),
      ({ life, rows }) => {
        const found = rows.filter(({ item }) => item === life.item);
        const [row] = found;
        if (!row || found.length > 1) return `${life.workflow} has ${found.length} rows`;
        const { logHead, logWentBack, refusals, former, ...told } = row;
        return unequal(
          `the row of ${life.workflow}`,
          told,
          rowOf(life.view.state, life.view.context, row.version),
        );
      },
    ),
};

export const noLogWentBack: Invariant = {
  name: 'no-log-went-back',
  sentence: 'no item has ever told its round of another log than it had told before',
  judge: ({ rounds }) =>
    each(
      rounds.flatMap(({ ledger }) => ledger.rows),
      ({ item, logWentBack }) => logWentBack && `${item}: ${JSON.stringify(logWentBack)}`,
    ),
};
