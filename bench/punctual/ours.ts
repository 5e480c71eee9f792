import { fromPayload } from '../../base/deflated';
import { stepOfNotice } from '../../domain/ladder/notice-id';
import { Policy } from '../../domain/round/policy';
import type { Plan } from '../../domain/plan/plan';
import { mailboxQuery, mailboxWorkflowId } from '../../workflows/messages';
import { inBatches, upTo } from '../batches';
import { populationOf } from '../population';
import type { Design, Told } from './punctual';
import { PEOPLE, slotName, type Timetable } from './timetable';

/** One rung, of which only the handler hears: an item does not wake for it, a mailbox does. */
const policyOf = ({ times }: Timetable): Policy =>
  Policy.parse({
    identity: 'claimed',
    ladder: [
      {
        id: 'reminder',
        anchor: 'deadline',
        offset: -PEOPLE * (times - 1),
        unit: 'working',
        every: PEOPLE,
        until: 'anchor',
        to: ['handler'],
      },
    ],
  });

/** An item a person, whose last reminder is due on its deadline. */
const planOf = (timetable: Timetable, round: number): Plan => {
  const plan = populationOf({
    round: timetable.round(round),
    items: PEOPLE,
    people: PEOPLE,
    deadline: '2021-08-31',
  });
  const items = plan.items.map((item, person) => {
    const deadline = timetable.daysOf(person).at(-1);
    return { ...item, ...(deadline && { deadline }) };
  });
  return { ...plan, policy: policyOf(timetable), items };
};

export const ours: Design = {
  start: (stage) => stage.ours(),

  begin: ({ world }, timetable) =>
    inBatches(upTo(timetable.size.rounds), 5, (round) =>
      world.rectify.importPlan(planOf(timetable, round), timetable.calendar(), timetable.clock(round)),
    ),

  waiting: async ({ world }, timetable) => {
    let count = 0;
    const boxes = [...new Set(timetable.slots().map(({ mailbox }) => mailbox))];
    await inBatches(boxes, 20, async (box) => {
      try {
        const answer = await world.client.workflow.getHandle(mailboxWorkflowId(box)).query(mailboxQuery);
        for (const { list } of Object.values(fromPayload(answer).items)) count += list.length;
      } catch {
        // Nobody has posted to it yet.
      }
    });
    return count;
  },

  warm: ({ sink }, { size }) => sink.arrivals.length >= size.rounds * PEOPLE,

  told: async ({ world, sink }) => {
    const arrivedAt = new Map(sink.arrivals.map(({ messageId, at }) => [messageId, at]));
    return (await world.receipts()).flatMap(({ mailbox, messageId, notices }) =>
      notices.flatMap(({ id }): Told[] => {
        const [step, at] = [stepOfNotice(id), arrivedAt.get(messageId)];
        return step && at !== undefined ? [{ name: slotName(mailbox, step.day), at }] : [];
      }),
    );
  },
};
