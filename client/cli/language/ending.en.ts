import type { EndingWords } from './ending-words';

export const ENDING: EndingWords = {
  verb: {
    'file-document': 'file feedback, plans, letters, minutes of talks',
    'publish-notice': 'publish the final notice; its figures are those of the ledger',
    'close-round': 'close the round for ever, and archive it',
  },
  file: 'the file to keep',
  option: {
    kind: 'what it is: feedback, plan, letter, talk or other',
    title: 'title of the document',
    number: 'its number (文号)',
    date: 'date of the document (YYYY-MM-DD, default: today)',
    item: 'the item it is about',
    closeNote: 'what is said on closing',
  },
  filed: (kind, title) => `${kind} "${title}"`,
  figures: 'The ledger now:',
  count: (items) => `${items} ${items === 1 ? 'item' : 'items'}`,
  saysThis: (title) => `"${title}", which has exactly these figures`,
  unfinished: ({ blanks, marked }) =>
    `This file does not look final: ${[marked ? 'it is marked as a draft (代拟稿)' : '', blanks > 0 ? `gaps in 【】 that nobody filled in: ${blanks}` : ''].filter(Boolean).join('; ')}.`,
  closing: (items, documents, notices) =>
    `All ${items} items are archived; documents filed: ${documents}, notices published: ${notices}.`,
  forEver:
    'Its bag is written then. The round takes no more commands, and none of its items can be reopened any more.',
  documents: 'Documents',
  head: { no: 'no.', kind: 'kind', title: 'title', number: 'number', date: 'date', item: 'item' },
  closed: 'Closed',
  bag: 'Bag of the round',
  pending: 'being written',
};
