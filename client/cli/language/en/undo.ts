import type { UndoWords } from '../words/undo';

export const UNDO: UndoWords = {
  withdraws: (items) => `Undoes the whole import: ${items.length} items are withdrawn: ${items.join(' ')}`,
  forGood:
    'This is for good: all items go to the archive as withdrawn, and the round closes by itself. Its id is not used again; the plan can be imported anew under an id with a suffix.',
  follows: 'Follows, undone',
  note: (round, by, at) => `The import of round ${round} was undone by ${by} at ${at}.`,
  left: (items) =>
    `Not undone with the import: ${items.join(' ')}. They had been worked on meanwhile; decide about each: withdraw it (rectify withdraw), or let it go on.`,
};
