import type { Order } from './deeds/order-of';
import { play, type Teller } from './play';
import { Broken, type Outcome } from './rule';
import type { Failure } from './simulate';
import { type Parts, REAL_PARTS } from './parts';
import { roundBirth } from './setting';
import { readable } from '../../domain/calendar/zone';

/** What a command says besides who gives it, and when. */
const contentOf = ({ id, by, onBehalfOf, at, type, ...rest }: Order['command']): string =>
  JSON.stringify(rest, (key, value: unknown) =>
    key === 'calendar' || key === 'policy' ? '…' : value,
  ).replace(/([0-9a-f]{8})[0-9a-f]{56,}/g, '$1…');

const answerOf = (outcome: Outcome | undefined): string => {
  if (outcome === undefined) return 'the item has ended';
  if ('refusal' in outcome) return `refused: ${JSON.stringify(outcome.refusal)}`;
  return 'done';
};

const sentenceOf = ({ command, to, spoilt }: Order): string => {
  const { by, onBehalfOf, type } = command;
  const author = onBehalfOf ? `${by} for ${onBehalfOf}` : by;
  const where = to === 'round' ? 'the round' : `item ${to + 1}`;
  return `${author} tells ${where} to ${type}${spoilt === undefined ? '' : ` (${spoilt})`} ${contentOf(command)}`;
};

/** Plays a failing script once more, and writes down who does what. */
const deedsOf = ({ script }: Failure, parts: Parts): string[] => {
  const lines: string[] = [];
  const teller: Teller = {
    befell: (at, words) => lines.push(`${at}  ${words}`),
    ordered: (at, order) => lines.push(`${at}  ${sentenceOf(order)}`),
    answered: (outcome) => lines.push(`                  ${answerOf(outcome)}`),
  };
  try {
    play(script, parts, teller);
  } catch {
    // It fails again, as it must: what led to it has been written down.
  }
  return lines;
};

const brokenBy = (error: unknown): string[] => {
  if (error instanceof Broken)
    return [`rule      ${error.rule.name}`, `          ${error.rule.sentence}`, `finding   ${error.finding}`];
  return [`fault     ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`];
};

/** A failing seed in words: which rule, who did what when, and how to see it again. */
export const reportOf = (failure: Failure, parts: Parts = REAL_PARTS): string => {
  const { seed, script, deeds, error } = failure;
  const { assignedAt, items } = roundBirth(script.setting);
  return [
    `seed ${seed} breaks a rule (${script.deeds.length} of ${deeds} deeds are enough)`,
    ...brokenBy(error),
    `begins    ${readable(assignedAt)}, ${items.length} items`,
    ...items.map(
      ({ number, kind, deadline, handler, leader, acceptor }) =>
        `          ${number} ${kind}, due ${deadline ?? 'never'}, handler ${handler}, leader ${leader}, acceptor ${acceptor}`,
    ),
    'deeds',
    ...deedsOf(failure, parts),
    `again     npm run simulate -- --seeds 1 --from ${seed}`,
  ].join('\n');
};
