import { readable } from '../../calendar/zone';
import type { Work } from '../../round/work';
import type { RefusalSentences } from '../refusals';
import type { StoryWords } from '../words';

const WORK: Record<Work, string> = {
  progress: 'progress was reported',
  evidence: 'evidence was handed in',
  measure: 'a measure was completed',
  result: 'a result was recorded',
  closure: 'closure was asked for',
  return: 'it was returned',
  extension: 'an extension was asked for',
  'later-life': 'it was begun anew',
};

const worked = (work: readonly Work[]): string => work.map((one) => WORK[one]).join(', ');

export const UNDO_REFUSALS: Pick<RefusalSentences, 'WorkBegun' | 'NoticeOut' | 'ImportUndone'> = {
  WorkBegun: ({ items, more }) =>
    `The import cannot be undone: ${items.map(({ number, work }) => `item ${number} (${worked(work)})`).join('; ')}${
      more > 0 ? `; ${more} more` : ''
    }. Nothing was changed. Once more was done than acknowledging, items are withdrawn one by one, or several at once (rectify withdraw ITEM... --reason TEXT).`,
  NoticeOut: ({ at }) =>
    `The import cannot be undone: a notice was published at ${readable(at)}. Nothing was changed. Single items can be withdrawn (rectify withdraw).`,
  ImportUndone: ({ at, name }) =>
    `The import of this round was undone by ${name} at ${readable(at)}: nothing of it begins anew. Import the plan under the id of a new round.`,
};

/** The undoing of an import in words. */
export const UNDO_STORY: Pick<StoryWords, 'import-undone' | 'undo-refused'> = {
  'import-undone': ({ reason, number, items, asked }, { who }) =>
    `${who} ${asked === undefined ? 'undid' : `countersigned entry ${asked} and so undid`} the import of the whole round${
      number === undefined ? '' : `, no. ${number}`
    }, items ${items.join(', ')}: ${reason}`,
  'undo-refused': ({ work }) =>
    `it was not withdrawn with its round (${worked(work)}); somebody has to decide about it by itself`,
};
