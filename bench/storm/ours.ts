import { fromPayload } from '../../base/deflated';
import type { PersonId } from '../../base/ids';
import type { Clock } from '../../domain/calendar/clock';
import { instant } from '../../domain/calendar/zone';
import { mailboxName } from '../../domain/ladder/notice';
import { subjectOfNotice } from '../../domain/ladder/notice-id';
import { BODY, calendar2021 } from '../../tests/support/plans';
import { mailboxQuery, mailboxWorkflowId } from '../../workflows/messages';
import { inBatches, upTo } from '../batches';
import { populationOf } from '../population';
import { deadlineFor, type Design, ROUND, SLOT, type StormSize } from './storm';

/** A clock that shows now what is `leadMs` before the slot. */
const clockOf = (slot: number, { leadMs }: StormSize): Clock => ({
  real: instant(slot - leadMs),
  domain: instant(SLOT - leadMs),
  rate: 1,
  drill: ROUND,
});

const boxesOf = (size: StormSize): string[] =>
  upTo(size.people).map((index) =>
    mailboxName({ person: `p-${index + 1}` as PersonId, body: BODY }, clockOf(0, size)),
  );

const isReminder = (id: string): boolean => 'rung' in (subjectOfNotice(id) ?? {});

export const ours: Design = {
  start: (stage) => stage.ours(),

  begin: async ({ world }, size, slot) => {
    const plan = populationOf({ ...size, round: ROUND, deadline: deadlineFor(size) });
    await world.rectify.importPlan(plan, calendar2021, clockOf(slot, size));
  },

  waiting: async ({ world }, size) => {
    let count = 0;
    await inBatches(boxesOf(size), 20, async (box) => {
      try {
        const answer = await world.client.workflow.getHandle(mailboxWorkflowId(box)).query(mailboxQuery);
        for (const { list } of Object.values(fromPayload(answer).items))
          count += list.filter(({ slot }) => slot === SLOT).length;
      } catch {
        // Nobody has posted to it yet.
      }
    });
    return count;
  },

  told: async ({ world }) =>
    (await world.receipts(ROUND)).flatMap(({ mailbox, notices }) =>
      notices.filter(({ id }) => isReminder(id)).map(({ id }) => `${mailbox} ${id}`),
    ),
};
