import type { CivilDate } from '../../../domain/calendar/civil';
import { numberOf, PersonId } from '../../../base/ids';
import { PaperNumber } from '../../../domain/round/command';
import type { Recipient, RungId } from '../../../domain/ladder/rung';
import { DEFAULT_LADDER, type Proposal } from '../../../domain/ladder/rung';
import { itemWorkflowId, mailboxWorkflowId, roundWorkflowId } from '../../../workflows/messages';
import { roundCommandOf } from '../../support/commands';
import { at } from '../../support/instants';
import { boxOf } from '../../support/mails';
import { planOf } from '../../support/plans';
import { poll } from '../../support/poll';
import type { Scene } from './scene';

const ROUND = 'unclear';
/** A month in a minute. */
const RATE = 40_000;
/** How long three weeks take at most, in seconds. */
const PATIENCE = 120;

const telling = (told: Partial<Record<RungId, Recipient[]>>) =>
  DEFAULT_LADDER.map((rung) => ({ ...rung, to: told[rung.id] ?? rung.to }));

/**
 * A round under policies that leave it open who decides on a talk: told to others than by default, it was issued by
 * the office all the same. Its head was replaced by the leader of the item. Played by a version that took such a
 * policy; today's refuses it, and takes it on replay.
 */
export const unclear: Scene = async (world) => {
  const { rectify } = world;
  const ladder = telling({ talk: ['leader', 'head', 'oversight'] });
  const plan = planOf({ round: ROUND, deadline: '2021-05-12', policy: { ladder } });
  const clock = world.clockFrom(at('2021-05-06'), RATE, ROUND);
  const hand = (await world.begin(plan, clock))();
  await poll('the item', () => rectify.item(hand.item));
  await hand.acknowledge();
  const heard = (what: string) =>
    poll(
      what,
      async () => {
        const { log } = await rectify.item(hand.item);
        return log.some(({ event }) => event.type === what);
      },
      PATIENCE,
    );
  const successor = PersonId.parse('leader');
  await rectify.commandRound(
    roundCommandOf('office', ROUND, 'replace-person', {
      person: PersonId.parse('head'),
      successor,
      people: plan.roster.people.filter(({ id }) => id === 'leader' || id === 'deputy'),
      note: '调任',
    }),
  );
  await heard('office-replaced');
  const policy = {
    ...plan.policy,
    version: 'v2',
    ladder: telling({ talk: ['oversight', 'leader'], accountability: ['leader'] }),
  };
  await rectify.commandRound(roundCommandOf('office', ROUND, 'new-policy', { policy }));
  await heard('policy-changed');
  const proposed = (rung: Proposal): Promise<CivilDate> =>
    poll(
      rung,
      async () => {
        const [row] = (await rectify.ledger(plan.round)).rows;
        return row?.proposals.find((one) => one.rung === rung)?.day;
      },
      PATIENCE,
    );
  const which = async (rung: Proposal) => ({ item: numberOf(hand.item), rung, day: await proposed(rung) });
  await rectify.commandRound(
    roundCommandOf('office', ROUND, 'drop-proposal', {
      ...(await which('urging-letter')),
      reason: '已当面说明',
    }),
  );
  await heard('proposal-dropped');
  await rectify.commandRound(
    roundCommandOf('office', ROUND, 'issue-proposal', {
      ...(await which('talk')),
      number: PaperNumber.parse('整改办〔2021〕9号'),
    }),
  );
  await heard('proposal-issued');
  return {
    item: itemWorkflowId(hand.item, 1),
    mailbox: mailboxWorkflowId(boxOf('leader', clock)),
    round: roundWorkflowId(plan.round),
  };
};
