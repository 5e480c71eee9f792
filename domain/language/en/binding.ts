import { readable, instant } from '../../calendar/zone';
import type { Mattering } from '../../item/matters';
import type { RefusalSentences } from '../refusals';
import { COMMAND, FACT } from './terms';

const CAME: Readonly<Record<Mattering, string>> = {
  ...FACT,
  'evidence-added': 'Evidence added',
  'evidence-withdrawn': 'Evidence withdrawn',
  'measure-completed': 'Measure completed',
  'result-recorded': 'Result recorded',
  'result-corrected': 'Result corrected',
};

/** What a command was signed for, what its author had seen, and when. */
export const BINDING_REFUSALS: Pick<
  RefusalSentences,
  'OtherOpening' | 'Unbound' | 'UnknownHead' | 'SeenTooOld' | 'TimeOff'
> = {
  OtherOpening: () =>
    'The command was signed for another opening of this round: another plan, a drill or another system. Look at it here, then give the command again.',
  Unbound: ({ lacks }) =>
    `The command must say for which opening of the round it is and what its author had seen (missing: ${lacks.join(', ')}). Give it again with a current version of rectify.`,
  UnknownHead: ({ seen }) =>
    `What was shown to you (log entry ${seen.slice(0, 12)}…) is not in this log. Look again, then give the command again. If the log has lost entries, tell whoever runs the system.`,
  SeenTooOld: ({ command, entries, more }) =>
    `Since the item was shown to you, something has happened that matters to this (${COMMAND[command]}): ${entries
      .map(({ seq, event }) => `#${seq} ${CAME[event]}`)
      .join(', ')}${more > 0 ? ` and ${more} more` : ''}. Look at it again with rectify show, then decide.`,
  TimeOff: ({ given, arrived }) =>
    `By your computer's clock the command was given at ${readable(instant(Date.parse(given)))}, but it arrived at ${readable(arrived)}; they must be no more than an hour apart. Set the clock right, then give the command again.`,
};
