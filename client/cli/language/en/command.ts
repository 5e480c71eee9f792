import { capital } from '../../../../base/capital';
import type { CommandWords } from '../words/command';

const list = (texts: readonly (string | number)[]) => texts.join(', ');

export const COMMAND: CommandWords = {
  question: (command, what) => `${capital(command)}: ${what}?`,
  hint: '[y/N]',
  hintOpen: '[y/N, o opens the evidence]',
  left: 'No decision was made; nothing was changed.',
  turn: (no, of) => `Item ${no} of ${of}`,
  decidedOf: (decided, of) => `Decided: ${decided} of ${of} items.`,
  done: (command, item, status, deadline) =>
    `Done (${command}): ${item}; now ${status}, ${deadline === undefined ? 'no deadline set' : `deadline ${deadline}`}`,
  doneInRound: (command, what) => (what === '' ? `Done: ${command}` : `Done: ${command}: ${what}`),
  items: (numbers) => `; affects ${numbers}`,
  unsigned: (path, round) =>
    `The key on this machine (${path}) cannot sign in round ${round}: it is not in the roster, has expired or was revoked. The round also takes people at their word, so this is given without a signature.`,
  change: {
    moves: (from, to) => `${from} → ${to}`,
    sides: (side, count, numbers) => `${side}: ${count} ${count === 1 ? 'item' : 'items'}: ${numbers}`,
    offices: (offices) => `offices: ${offices}`,
    nothingMoves: 'There are no open items and no offices to hand over.',
    versions: (from, to) => `version ${from} → ${to}`,
    firm: (years) =>
      years.length === 0 ? 'No year stops being provisional.' : `No longer provisional: ${list(years)}.`,
    provisional: (deadlines, stay) =>
      `Provisional deadlines: ${deadlines} now, ${stay} with the new calendar.`,
    days: (off, worked) =>
      [
        ...(off.length > 0 ? [`now days off: ${list(off)}`] : []),
        ...(worked.length > 0 ? [`now working days: ${list(worked)}`] : []),
      ].join('; '),
    withoutKey: (people) =>
      `The new policy takes signed commands only, but these people have no valid key: ${list(people)}.`,
  },
};
