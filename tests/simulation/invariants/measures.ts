import { addDays } from '../../../domain/calendar/civil';
import { civilOf, type Instant, instant } from '../../../domain/calendar/zone';
import { lineId } from '../../../domain/ladder/notice';
import { firstFound, type ItemMoment, type Rule } from '../rule';

/** States in which the section works. */
const WORK = ['assigned', 'in-progress', 'returned'];

/** So far ahead a reminder on the day itself cannot have passed: longer than any holiday. */
const AHEAD = 20;

/** Of each open measure with a date of its own: who is to hear of it. */
const remindedOf = ({ seat: { tale, life } }: ItemMoment) =>
  WORK.includes(tale.status)
    ? life.context.planned.measures.flatMap(({ no, deadline }) => {
        if (!deadline || tale.done.includes(no)) return [];
        const { handler } = tale.people;
        const owner = tale.owners[no] ?? handler;
        // What is due with the item the handler hears from the item.
        const people =
          deadline === tale.deadline ? [owner].filter((one) => one !== handler) : [owner, handler];
        return [{ no, deadline, people }];
      })
    : [];

export const measuresRemind = (): Rule => ({
  name: 'measures-remind',
  sentence: 'every open measure with a date reminds its owner and the handler on the day, while work goes on',
  item: (moment) => {
    const { seat, now } = moment;
    const { toCome } = seat.life.schedule(now);
    return firstFound(remindedOf(moment), ({ no, deadline, people }) => {
      if (deadline < addDays(civilOf(now), AHEAD)) return undefined;
      return firstFound(people, (person) =>
        toCome.some(({ to, rung, measure }) => to === person && rung === 'measure-due' && measure?.no === no)
          ? undefined
          : `${person} will not be reminded of measure ${no}, due on ${deadline}`,
      );
    });
  },
});

/** What has been posted arrives within a day. */
const UNDER_WAY = 86_400_000;

export const onlyTheConcernedAreAsked = (): Rule => {
  /** Until when somebody had to do with a measure; absent while they still have. */
  const until = new Map<string, Instant | undefined>();
  return {
    name: 'only-the-concerned-are-asked',
    sentence: 'nobody is reminded of a measure that is done, or that is neither theirs nor of their item',
    item: (moment) => {
      const { now, seat } = moment;
      const concerned = new Set(
        remindedOf(moment).flatMap(({ no, people }) =>
          people.map((person) => `${seat.workflow} ${no} ${person}`),
        ),
      );
      for (const [key, end] of until)
        if (key.startsWith(`${seat.workflow} `) && end === undefined && !concerned.has(key))
          until.set(key, now);
      for (const key of concerned) until.set(key, undefined);
      return undefined;
    },
    mail: ({ to, slot, lines }) =>
      firstFound(lines, (line) => {
        if (!('reminder' in line) || !line.reminder.measure) return undefined;
        const key = `${line.brief.workflow} ${line.reminder.measure.no} ${to}`;
        const end = until.get(key);
        const isConcerned = until.has(key) && (end === undefined || slot <= instant(end + UNDER_WAY));
        return isConcerned ? undefined : `${lineId(line)} is told to ${to}`;
      }),
  };
};
