import type { PaperWords } from '../words/papers';

export const PAPERS: PaperWords = {
  board: {
    written: (path) => `Written: ${path}. Open it in any browser, even offline.`,
  },
  ledger: {
    written: (path, items, measures) => `Written: ${path} (items: ${items}, measures: ${measures})`,
  },
  written: (path) => `Written: ${path}`,
  draft: 'This is a draft: fill in the gaps marked 【】, check it, and have a person sign it.',
  issued: 'It was issued, so it is not marked as a draft: fill in the gaps marked 【】 and check it.',
  next: {
    publish: 'Once it is final: rectify publish-notice <file> --title 整改进展情况通报',
    issue: (item, letter) => `To issue it: rectify issue ${item} --rung "${letter}" --number <number>`,
    file: (item, letter, letterNumber = '<number>') =>
      `Once it is signed: rectify file-document <file> --kind letter --title "${letter}" --number ${letterNumber} --item ${item}`,
  },
  notProposed: (letter, item) =>
    `The system has not proposed this (${letter}) for item ${item}, or it was dropped; the draft was written anyway.`,
  ended: (item, status) =>
    `Item ${item} is ${status} and no longer needs a letter; the draft was written anyway.`,
  filed: (kind, title) => `${kind} "${title}"`,
  publish: {
    figures: 'Figures in the ledger now:',
    count: (items) => `${items} ${items === 1 ? 'item' : 'items'}`,
    yuan: (amount) => `${amount} yuan`,
    agrees: 'Each of these was found in the file and matches the ledger.',
    doubtful: 'These differ from the ledger or were not found in the file. Compare them with its text:',
    unread:
      'No text can be read in this file (a scan or PDF, say), so no figure was checked. Compare it with the ledger.',
    figure: { items: 'items in all', categories: 'categories', recoveredFen: 'money recovered' },
    doubt: (figure, ledger, found) =>
      `  ${figure}: ${ledger} in the ledger, ${found.length > 0 ? `${found.join(', ')} in the file` : 'not in the file'}`,
    question: (title) => `"${title}"`,
    questionUnchecked: (title) => `"${title}", whose figures you have compared with the ledger yourself`,
  },
};
