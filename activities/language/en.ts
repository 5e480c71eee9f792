import { count } from '../../base/plural';
import type { ActivityWords } from './words';

const FAULT = { missing: 'is missing', changed: 'has changed' } as const;

export const ENGLISH: ActivityWords = {
  mailPending: (missing, { mailbox, id }) =>
    `${count(missing, 'mail')} without a receipt, such as ${id} of mailbox ${mailbox}; see that mailbox for the reason.`,
  evidenceDamaged: (files) =>
    `The evidence differs from what was submitted, so the item is not archived yet. This continues by itself once the originals are stored again: ${files
      .map(({ measure, title, by, fault }) => `measure ${measure}, “${title}” by ${by} ${FAULT[fault]}`)
      .join('; ')}.`,
  bagInvalid: (bag, faults) => `The bag ${bag} is not valid when read back: ${faults}`,
  bagOfOtherRound: (bag) =>
    `The bag ${bag} belongs to another round. Check STORE and the id of the round, and move the bag away; this then continues by itself.`,
  paperConflict: (name) =>
    `${name} already has different content and was not overwritten. Check STORE and the id of the round, and move it away; this then continues by itself.`,
  roundIncomplete: (wants, more) =>
    `The record of the round is not complete, so it is not archived yet. This continues by itself once it is: ${wants.join('; ')}${more > 0 ? `; and ${more} more` : ''}.`,
  want: {
    paper: (name, fault) => `${name} ${FAULT[fault]}`,
    document: (title, _name, fault) => `the document “${title}” ${FAULT[fault]}`,
    bagMissing: (bag) => `the bag ${bag} is missing`,
    bagDamaged: (bag, files) => `the bag ${bag} is damaged (${files})`,
    bagDiffers: (bag) => `the bag ${bag} is not the one that was archived`,
    bagOfOtherNumber: (bag, archiveNumber) =>
      `the bag ${bag} does not have the archive number ${archiveNumber}`,
  },
};
