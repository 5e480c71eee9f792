import { RoundId } from '../../base/ids';
import { type Clock, realTime } from '../../domain/calendar/clock';
import { nextMailInstant } from '../../domain/calendar/working-hours';
import { ItemLife } from '../../domain/item/life';
import type { Planned } from '../../domain/ladder/plan';
import { birthOf } from '../../domain/round/birth';
import { calendar2021 } from '../../tests/support/plans';
import { poll } from '../../tests/support/poll';
import { inBatches, upTo } from '../batches';
import {
  decideUpdate,
  PLAIN_QUEUE,
  type PlainInput,
  type PlainPeople,
  type PlainReminder,
  type PlainStatus,
} from '../plain/messages';
import { plainItem } from '../plain/workflows';
import { peopleOf, populationOf } from '../population';
import type { Stage } from '../stage';
import { repeated } from '../statistics';
import { DEADLINE, ROUND, type Size, START } from './course';
import type { Design } from './lived';

/** As our system's, with the reminder to acknowledge on the second working day to handler and leader. */
const MAILS = 11;

const idOf = (index: number): string => `${ROUND}-1.${index + 1}`;

const handleOf = ({ world }: Stage, index: number) =>
  world.client.workflow.getHandle<typeof plainItem>(idOf(index));

/** In which states a reminder is still to be told: those of a deadline not while somebody reviews. */
const statesFor = (rung: Planned['rung']): PlainStatus[] =>
  rung === 'unacknowledged' ? ['assigned'] : ['assigned', 'acknowledged', 'in-progress'];

/** The ladder as it stands on the first day: a timer for each of its instants. */
const remindersOf = (life: ItemLife, people: PlainPeople, clock: Clock): PlainReminder[] => {
  const byStep = new Map<string, PlainReminder>();
  for (const { rung, slot, to } of life.schedule(START).toCome) {
    const known = byStep.get(`${rung} ${slot}`);
    const side = to === people.handler ? 'handler' : 'leader';
    byStep.set(`${rung} ${slot}`, {
      at: realTime(clock, slot),
      text: '整改时限将至',
      only: statesFor(rung),
      to: [...(known?.to ?? []), side],
    });
  }
  return [...byStep.values()].sort((a, b) => a.at - b.at);
};

const inputsOf = ({ lives, people }: Size, clock: Clock): PlainInput[] => {
  const { items, ...head } = populationOf({ round: ROUND, items: lives, people, deadline: DEADLINE });
  return items.map((item, index) => {
    const life = new ItemLife(birthOf({ head, calendar: calendar2021, clock }, item, index, START));
    const sides: PlainPeople = { ...peopleOf(index, people), archivist: head.roster.archivist };
    const assigned: PlainReminder = {
      at: realTime(clock, nextMailInstant(calendar2021, head.policy.mail, START)),
      text: '整改事项交办',
      to: ['handler', 'leader'],
    };
    return {
      id: idOf(index),
      title: `${RoundId.parse(ROUND)} ${head.title}`,
      problem: item.problem,
      people: sides,
      reminders: [assigned, ...remindersOf(life, sides, clock)],
    };
  });
};

export const plain: Design = {
  start: (stage) => stage.plain(),

  begin: async ({ world }, size, clock) => {
    await inBatches(inputsOf(size, clock), 10, (input) =>
      world.client.workflow.start(plainItem, {
        workflowId: input.id,
        taskQueue: PLAIN_QUEUE,
        args: [input],
      }),
    );
  },

  take: (stage, { people }, { by, deed }, index) => {
    const command = { deed, by: peopleOf(index, people)[by], note: '措施均已完成,申请销号' };
    return handleOf(stage, index).executeUpdate(decideUpdate, { args: [command] });
  },

  end: async (stage, { lives }) => {
    await Promise.all(upTo(lives).map((index) => handleOf(stage, index).result()));
    // Those that do not come are counted as lost, which says how many.
    await poll('all mails', () => stage.sink.arrivals.length >= lives * MAILS).catch(() => undefined);
  },

  history: (stage, index) => handleOf(stage, index).fetchHistory(),

  faults: ({ sink }, size, clock) => {
    const due = new Map(
      inputsOf(size, clock).flatMap(({ id, reminders }) =>
        reminders.flatMap(({ at, to }, no) =>
          to.map((side): [string, number] => [`<${id}.reminder-${no}-${side}@example.org>`, at]),
        ),
      ),
    );
    const names = sink.arrivals.map(({ messageId }) => messageId);
    return Promise.resolve({
      early: sink.arrivals.filter(({ at, messageId }) => at < (due.get(messageId) ?? 0)).length,
      twice: repeated(names),
      lost: size.lives * MAILS - new Set(names).size,
    });
  },
};
