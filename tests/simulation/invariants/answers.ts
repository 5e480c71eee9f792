import { type AnswerMoment, firstFound, type Rule, unequal } from '../rule';

const isRefused = ({ outcome }: AnswerMoment): boolean => 'refusal' in outcome;

export const refusalsChangeNothing = (): Rule => ({
  name: 'refusals-change-nothing',
  sentence: 'a command that is refused changes nothing, but that a round counts those it was asked in vain',
  answer: (moment) =>
    isRefused(moment) && moment.before !== moment.after
      ? `${moment.order.command.type} was refused, and something has changed`
      : undefined,
});

export const onceOnly = (): Rule => ({
  name: 'once-only',
  sentence: 'the same command acts once, and is given the same answer whenever it comes again',
  answer: ({ first, outcome, before, after, order }) => {
    if (!first || 'refusal' in outcome) return undefined;
    return (
      unequal('the second answer', outcome, first) ??
      (before === after ? undefined : `${order.command.type} has acted a second time`)
    );
  },
});

export const noFalseWord = (): Rule => ({
  name: 'no-false-word',
  sentence: 'nothing is taken that is malformed, unsigned where a signature is asked for, or falsely signed',
  answer: ({ order, outcome }) =>
    order.isFalse && !('refusal' in outcome)
      ? `${order.command.type}, ${order.spoilt}, was taken`
      : undefined,
});

/** Events that an item may still note when nobody works on it any more. */
const AFTERWARDS: Record<string, readonly string[]> = {
  withdrawn: ['archived', 'mail-undeliverable'],
  closed: ['archived', 'mail-undeliverable', 'resent'],
  archived: ['mail-undeliverable'],
};

/** What a round tells all its items; one that has just ended may still be told. It changes nothing. */
const HEARD = [
  'people-changed',
  'office-replaced',
  'helper-replaced',
  'key-replaced',
  'key-revoked',
  'calendar-changed',
  'policy-changed',
  'proposal-issued',
  'proposal-dropped',
];

export const theEndIsTheEnd = (): Rule => ({
  name: 'the-end-is-the-end',
  sentence:
    'a withdrawn or archived item takes nothing any more, and a closed one only a mail to be sent again',
  item: ({ steps }) =>
    firstFound(steps, ({ entry: { event }, before }) => {
      const allowed = AFTERWARDS[before.status];
      if (!allowed || allowed.includes(event.type) || HEARD.includes(event.type)) return undefined;
      return `${event.type} in the state ${before.status}`;
    }),
});
