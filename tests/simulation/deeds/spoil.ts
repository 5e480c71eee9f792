import { addDays } from '../../../domain/calendar/civil';
import { civilOf } from '../../../domain/calendar/zone';
import { hashOf } from '../../../base/hash';
import { personIn } from '../../../domain/round/offices';
import { forged, signedBy } from '../keys';
import type { Deed } from '../script';
import { nth } from '../setting';
import type { Order, Sight } from './sight';

type Given = { order: Order; deed: Deed; sight: Sight };
type Spoiling = { words: string; spoil: (given: Given) => Partial<Order> | undefined };

const withChange = ({ order }: Given, change: object): Partial<Order> => ({
  command: { ...order.command, ...change },
});

const someone = ({ sight, deed }: Given) => nth(sight.round.head.roster.people, deed.who + deed.spoil);

/** The file that is handed in, described as no policy of a simulation accepts it. */
const withFile = (given: Given, change: object): Partial<Order> | undefined =>
  'file' in given.order.command
    ? withChange(given, { file: { ...given.order.command.file, ...change } })
    : undefined;

/** The people who may act for the author of a command. */
const deputiesOf = ({ sight, order }: Given) =>
  personIn(sight.round.head.roster, order.command.by)?.deputies ?? [];

/** What can be wrong with a command, or is at least unusual. `undefined`: it does not apply to this one. */
const SPOILINGS: readonly Spoiling[] = [
  { words: 'by somebody else', spoil: (given) => withChange(given, { by: someone(given).id }) },
  {
    words: 'by a deputy',
    spoil: (given) => {
      const deputies = deputiesOf(given);
      if (deputies.length === 0) return undefined;
      return withChange(given, { by: nth(deputies, given.deed.who), onBehalfOf: given.order.command.by });
    },
  },
  {
    words: 'by somebody who claims to be a deputy',
    spoil: (given) => withChange(given, { by: someone(given).id, onBehalfOf: given.order.command.by }),
  },
  {
    words: 'by a person whom nobody knows',
    spoil: (given) => withChange(given, { by: 'mou' }),
  },
  {
    words: 'on other evidence',
    spoil: (given) =>
      'evidence' in given.order.command ? withChange(given, { evidence: hashOf('other') }) : undefined,
  },
  { words: 'with a file that is too large', spoil: (given) => withFile(given, { size: 5 * 1024 ** 4 }) },
  {
    words: 'with a file that is a program',
    spoil: (given) => withFile(given, { mediaType: 'application/x-msdownload' }),
  },
  {
    words: 'for another life of the item',
    spoil: (given) =>
      'cycle' in given.order.command
        ? withChange(given, { cycle: given.order.command.cycle + 1 })
        : undefined,
  },
  {
    words: 'for another round',
    spoil: (given) =>
      withChange(given, given.order.to === 'round' ? { round: '1999-09' } : { item: '1999-09/1.1' }),
  },
  {
    words: 'for another opening of the round',
    spoil: (given) => ({ ...withChange(given, { genesis: hashOf('other') }), isFalse: true }),
  },
  {
    words: 'on sight of another log',
    spoil: (given) => ({ ...withChange(given, { seen: hashOf('other') }), isFalse: true }),
  },
  {
    words: 'two hours ago',
    spoil: (given) => {
      const at = new Date(given.sight.now - 7_200_000).toISOString();
      const isSigned = given.sight.round.head.policy.identity === 'signed';
      return { ...withChange(given, { at }), ...(isSigned && { isFalse: true as const }) };
    },
  },
  {
    words: 'with a date that has passed',
    spoil: (given) =>
      'newDeadline' in given.order.command
        ? withChange(given, { newDeadline: addDays(civilOf(given.sight.now), -1) })
        : undefined,
  },
  {
    words: 'without saying what is missing',
    spoil: (given) => ('missing' in given.order.command ? withChange(given, { missing: '缺件' }) : undefined),
  },
  {
    words: 'with the id of another command',
    spoil: (given) => {
      if (given.sight.given.length === 0) return undefined;
      return withChange(given, { id: nth(given.sight.given, given.deed.pick).command.id });
    },
  },
  {
    words: 'malformed',
    spoil: ({ order }) => ({ submission: { claimed: { ...order.command, at: 'today' } }, isFalse: true }),
  },
  { words: 'as nothing', spoil: () => ({ submission: null, isFalse: true }) },
];

const waysToSpoil = (given: Given): Partial<Order>[] =>
  SPOILINGS.flatMap(({ words, spoil }) => {
    const change = spoil(given);
    return change ? [{ ...change, spoilt: words }] : [];
  });

/** Sent a second time, word for word: to the same place, or to another item. */
const replayed = ({ sight, deed, order }: Given): Order | undefined => {
  if (sight.given.length === 0) return undefined;
  const again = nth(sight.given, deed.pick);
  return deed.who % 2 === 0
    ? { ...again, spoilt: 'a second time' }
    : {
        ...again,
        to: again.to === 'round' ? again.to : order.to,
        spoilt: 'a second time, perhaps elsewhere',
      };
};

/** The command as its author sends it: signed where the round asks for signatures. */
const submissionOf = (order: Order, sight: Sight): Pick<Order, 'submission' | 'isFalse'> => {
  const { roster, policy } = sight.round.head;
  if (policy.identity === 'claimed') return { submission: { claimed: order.command } };
  const jws = signedBy(personIn(roster, order.command.by), order.command, sight.now);
  return jws === undefined
    ? { submission: { claimed: order.command }, isFalse: true }
    : { submission: { jws } };
};

const withFalseSignature = (order: Order, { deed, sight }: Given): Order => {
  const signed = submissionOf(order, sight).submission as { jws?: string };
  if (signed.jws === undefined || deed.pick % 2 === 0)
    return { ...order, submission: { claimed: order.command }, spoilt: 'unsigned', isFalse: true };
  return {
    ...order,
    submission: { jws: forged(signed.jws) },
    spoilt: 'with a forged signature',
    isFalse: true,
  };
};

/** The order as sent: spoilt where the deed says so and it is possible. */
export const sent = (order: Order, deed: Deed, sight: Sight): Order => {
  const given = { order, deed, sight };
  const signed = sight.round.head.policy.identity === 'signed';
  if (deed.spoil > 0 && signed && deed.spoil % 8 === 0) return withFalseSignature(order, given);
  if (deed.spoil > 0 && deed.spoil % 9 === 0)
    return replayed(given) ?? { ...order, ...submissionOf(order, sight) };
  const change = deed.spoil > 0 ? nth(waysToSpoil(given), deed.spoil) : undefined;
  const whole: Order = { ...order, ...change };
  return change?.submission !== undefined ? whole : { ...whole, ...submissionOf(whole, sight) };
};
