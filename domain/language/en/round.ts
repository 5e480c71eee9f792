import { readable } from '../../calendar/zone';
import { PUBLISHED as ALL, type Published } from '../../round/published';
import type { RefusalSentences } from '../refusals';
import type { StoryWords, Words } from '../words';

export const PUBLISHED: Words['published'] = {
  completed: 'completed',
  'completed-sustained': 'largely completed, to be sustained',
  ongoing: 'ongoing',
  'not-completed': 'not completed',
  withdrawn: 'no longer listed separately',
};

export const DOCUMENT_KIND: Words['documentKind'] = {
  feedback: 'inspection feedback',
  plan: 'plan',
  letter: 'letter',
  talk: 'minutes of a talk',
  other: 'other document',
  notice: 'notice',
};

const figures = (all: Record<Published, number>): string =>
  ALL.map((one) => `${PUBLISHED[one]} ${all[one]}`).join(', ');

const numbered = (number: string | undefined): string => (number === undefined ? '' : `, no. ${number}`);

type OfRound = 'document-filed' | 'notice-published' | 'attested' | 'round-closed' | 'round-archived';

/** The filing of documents and the end of a round, in words. */
export const ROUND_STORY: Pick<StoryWords, OfRound> = {
  'document-filed': ({ kind, file, number, item }, { who }) =>
    `${who} filed "${file.title}" (${DOCUMENT_KIND[kind]}${item === undefined ? '' : `, item ${item}`})${numbered(number)}`,
  'notice-published': ({ file, number, figures: all }, { who }) =>
    `${who} published the notice "${file.title}"${numbered(number)}: ${figures(all)}`,
  attested: ({ entries, head }, { who }) =>
    `${who} attested the log up to entry ${entries} (${head.slice(0, 16)}...)`,
  'round-closed': ({ note, archiveNumber, undone }, { who }) =>
    undone === undefined
      ? `${who} closed the round, archive number ${archiveNumber}: ${note}`
      : `its import undone by entry ${undone}, the round closed by itself, archive number ${archiveNumber}: ${note}`,
  'round-archived': ({ archiveNumber }) => `the round was archived as ${archiveNumber}`,
};

export const ROUND_REFUSALS: Pick<
  RefusalSentences,
  'NumberTaken' | 'NotInLog' | 'FiguresChanged' | 'ItemsOpen' | 'NoticeMissing' | 'RoundClosed'
> = {
  NumberTaken: ({ number, item }) =>
    `The number ${number} is already used for ${item === undefined ? 'another document of this round' : `item ${item}`}. Choose another.`,
  NotInLog: ({ entries, length }) =>
    `What is attested is not entry ${entries} of the round's log, which has ${length}. Look at the round again (rectify round), then attest it.`,
  FiguresChanged: ({ shown, now }) =>
    `The figures in the notice do not match the ledger. Notice: ${figures(shown)}; ledger: ${figures(now)}. Correct the notice, then publish it.`,
  ItemsOpen: ({ items, more }) =>
    `Not archived yet: ${items.join(', ')}${more > 0 ? ` and ${more} more` : ''}. The round can be closed once all items are archived.`,
  NoticeMissing: () =>
    'This round has no published notice. Publish one with rectify publish-notice, then close the round.',
  RoundClosed: ({ at, name }) =>
    `${name} closed this round at ${readable(at)}. It accepts no more commands and cannot be reopened; new findings belong in a new round.`,
};
