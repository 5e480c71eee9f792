import type { PersonId } from '../../base/ids';
import type { Event } from '../item/event';
import type { LogEntry } from '../item/log';
import { nameOf } from '../round/offices';
import type { RoundEvent } from '../round/event';
import type { Language, Roster } from '../round/roster';
import { ENGLISH_STORY } from './en/story';
import { CHINESE_STORY } from './zh/story';

/** Who did it, and what people are called. */
export type Told = { who: string; name: (person: PersonId) => string };
/** Every event of an item or a round as a sentence. */
export type Story = {
  [T in (Event | RoundEvent)['type']]: (
    event: Extract<Event | RoundEvent, { type: T }>,
    told: Told,
  ) => string;
} & { system: string; deputy: (name: string, principal: string) => string };

const STORIES: Record<Language, Story> = { 'zh-CN': CHINESE_STORY, en: ENGLISH_STORY };

type Entry = Pick<LogEntry<Event | RoundEvent>, 'author' | 'event'>;

const authorName = ({ author }: Entry, name: Told['name'], { system, deputy }: Story): string => {
  if (!author) return system;
  return author.onBehalfOf ? deputy(name(author.by), name(author.onBehalfOf)) : name(author.by);
};

/**
 * One entry of the log of an item, or a round, as a sentence. Texts that people wrote stand in it as they are:
 * make them safe to show.
 */
export const story = (entry: Entry, roster: Roster, language: Language): string => {
  const told = STORIES[language];
  const name = (person: PersonId) => nameOf(person, roster);
  const tell = told[entry.event.type] as (event: Event | RoundEvent, told: Told) => string;
  return tell(entry.event, { who: authorName(entry, name, told), name });
};
