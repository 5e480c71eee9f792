import { inBatches, upTo } from '../batches';
import { PLAIN_QUEUE, type PlainInput, plainQuery } from '../plain/messages';
import { plainItem } from '../plain/workflows';
import { peopleOf } from '../population';
import type { Design, Told } from './punctual';
import { PEOPLE, slotName, type Timetable } from './timetable';

type Place = { round: number; person: number };

const placesIn = ({ size }: Timetable): Place[] =>
  upTo(size.rounds).flatMap((round) => upTo(PEOPLE).map((person) => ({ round, person })));

const idOf = (timetable: Timetable, { round, person }: Place): string =>
  `${timetable.round(round)}-1.${person + 1}`;

const inputOf = (timetable: Timetable, place: Place): PlainInput => ({
  id: idOf(timetable, place),
  title: `演练轮次 ${timetable.round(place.round)}`,
  problem: `第 ${place.person + 1} 个问题：固定资产未按规定登记入账，个别专项资金使用审批手续不全`,
  people: peopleOf(place.person, PEOPLE),
  reminders: timetable
    .daysOf(place.person)
    .map((day) => ({ at: timetable.at(place.round, day), text: '整改时限将至', to: ['handler'] })),
});

/** The item and the number of the reminder, in the name of its mail. */
const MESSAGE_ID = /^<(.+)\.reminder-(\d+)-handler@/;

export const plain: Design = {
  start: (stage) => stage.plain(),

  begin: ({ world }, timetable) =>
    inBatches(placesIn(timetable), 50, (place) =>
      world.client.workflow.start(plainItem, {
        workflowId: idOf(timetable, place),
        taskQueue: PLAIN_QUEUE,
        args: [inputOf(timetable, place)],
      }),
    ),

  waiting: async ({ world }, timetable) => {
    let count = 0;
    await inBatches(placesIn(timetable), 50, async (place) => {
      const { status } = await world.client.workflow.getHandle(idOf(timetable, place)).query(plainQuery);
      if (status === 'assigned') count += timetable.times;
    });
    return count;
  },

  warm: () => true,

  told: ({ sink }, timetable) => {
    const places = new Map(placesIn(timetable).map((place) => [idOf(timetable, place), place]));
    const told = sink.arrivals.map(({ messageId, at }): Told => {
      const [, id = '', no] = MESSAGE_ID.exec(messageId) ?? [];
      const place = places.get(id);
      const day = place && timetable.daysOf(place.person)[Number(no)];
      if (!place || !day) throw new Error(`a mail that nobody is to get: ${messageId}`);
      return { name: slotName(`p-${place.person + 1}@${timetable.round(place.round)}`, day), at };
    });
    return Promise.resolve(told);
  },
};
