import type { PersonId } from '../../base/ids';
import type { Event } from '../item/event';
import type { LogEntry } from '../item/log';
import { nameOf } from '../round/offices';
import type { RoundEvent } from '../round/event';
import type { Language, Roster } from '../round/roster';
import { words } from './index';
import type { StoryWords, Told } from './words';

type Entry = Pick<LogEntry<Event | RoundEvent>, 'author' | 'event'>;

const authorName = ({ author }: Entry, name: Told['name'], { system, deputy }: StoryWords): string => {
  if (!author) return system;
  return author.onBehalfOf ? deputy(name(author.by), name(author.onBehalfOf)) : name(author.by);
};

/**
 * One entry of the log of an item, or a round, as a sentence. Texts that people wrote stand in it as they are:
 * make them safe to show.
 */
export const story = (entry: Entry, roster: Roster, language: Language): string => {
  const say = words(language).story;
  const name = (person: PersonId) => nameOf(person, roster);
  const tell = say[entry.event.type] as (event: Event | RoundEvent, told: Told) => string;
  return tell(entry.event, { who: authorName(entry, name, say), name });
};
