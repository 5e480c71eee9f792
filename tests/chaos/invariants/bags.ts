import { bagName } from '../../../archive/item/record';
import type { LogEntry } from '../../../domain/item/log';
import type { LifeSeen, RoundSeen } from '../gathered';
import { each, type Invariant } from './invariant';

export const bagsValid: Invariant = {
  name: 'bags-valid',
  sentence: 'every bag is complete and valid, and its record bears out what it says',
  judge: ({ rounds }) =>
    each(
      rounds.flatMap(({ bags }) => bags),
      ({ bag, faults }) => (faults.length === 0 ? undefined : `${bag}: ${faults.join('; ')}`),
    ),
};

/** The first entry of a log that is not so in another, which begins with it. */
const strangerIn = (one: readonly LogEntry[], whole: readonly LogEntry[]): LogEntry | undefined =>
  one.find(({ hash }, index) => whole[index]?.hash !== hash);

/** What a bag must hold at the least: everything up to the decision by which its item ended. */
const decidedIn = (log: readonly LogEntry[]): number =>
  log.findLastIndex(({ event: { type } }) => type === 'accepted' || type === 'withdrawn') + 1;

const strangeness = (life: LifeSeen, { bags }: RoundSeen): string | undefined => {
  const name = bagName(life);
  const bag = bags.find((one) => one.bag === name);
  if (!bag) return `${life.workflow} says that it is archived, and there is no ${name}`;
  const { log } = life.view;
  const stranger = strangerIn(bag.log, log);
  if (stranger)
    return `${name} holds another log than ${life.workflow}: ${JSON.stringify([stranger, log[stranger.seq - 1]])}`;
  const least = decidedIn(log);
  return bag.log.length >= least
    ? undefined
    : `${name} ends with entry ${bag.log.length}, before entry ${least}`;
};

export const bagsTheirOwn: Invariant = {
  name: 'bags-their-own',
  sentence: 'the bag of every archived life holds its own log, with the decision by which it ended',
  judge: ({ rounds }) =>
    each(
      rounds.flatMap((round) =>
        round.lives.filter(({ view }) => view.state.archive).map((life) => ({ life, round })),
      ),
      ({ life, round }) => strangeness(life, round),
    ),
};
