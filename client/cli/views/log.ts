import { readable } from '../../../domain/calendar/zone';
import type { Event } from '../../../domain/item/event';
import type { LogEntry } from '../../../domain/item/log';
import { words } from '../../../domain/language';
import { story } from '../../../domain/language/story';
import type { RoundEvent } from '../../../domain/round/event';
import type { Roster } from '../../../domain/round/roster';
import type { Cli } from '../context';

/** A log as a story, an entry a line or more; each act says how it is known who did it. */
export const printStory = (cli: Cli, log: readonly LogEntry<Event | RoundEvent>[], roster: Roster): void => {
  const { identity } = words(cli.language);
  for (const entry of log) {
    const [first = '', ...more] = story(entry, roster, cli.language).split('\n');
    const mark = entry.author ? ` [${identity[entry.author.identity]}]` : '';
    cli.out.prose([{ text: ` ${readable(entry.at)}  `, style: 'dim' }, first, { text: mark, style: 'dim' }]);
    for (const line of more) cli.out.prose(`                     ${line}`);
  }
};
