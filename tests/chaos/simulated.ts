import { bagName } from '../../archive/item/record';
import { REAL_TIME } from '../../domain/calendar/clock';
import { instant } from '../../domain/calendar/zone';
import { mailboxName, lineId, type Receipt, slotName } from '../../domain/ladder/notice';
import type { ItemId } from '../../base/ids';
import type { RoundCommand } from '../../domain/round/command';
import { itemWorkflowId, roundWorkflowId } from '../../workflows/messages';
import { play } from '../simulation/play';
import type { AnswerMoment, MailMoment, Rule } from '../simulation/rule';
import { scriptOf } from '../simulation/simulate';
import type { BagSeen, Gathered, LifeSeen } from './gathered';
import { entriesOf, type GivenCommand } from './journal';

type Overheard = { answers: AnswerMoment[]; mails: MailMoment[] };

/** A rule that breaks nothing and hears all. */
const overhearing = ({ answers, mails }: Overheard): Rule => ({
  name: 'overhearing',
  sentence: '',
  answer: (moment) => {
    answers.push(moment);
    return undefined;
  },
  mail: (moment) => {
    mails.push(moment);
    return undefined;
  },
});

const receiptOf = ({ slot, to, lines }: MailMoment): Receipt => {
  const mailbox = mailboxName({ person: to }, REAL_TIME);
  return {
    schemaVersion: 1,
    mailbox,
    slot,
    part: 1,
    messageId: `<${slotName(slot)}.1.${mailbox}.mail@example.org>`,
    to: `${to}@example.org`,
    subject: '',
    at: slot,
    response: '250 ok',
    outcome: 'sent',
    notices: lines.map((line) => ({ id: lineId(line), item: line.brief.item })),
  };
};

/** Whom a command names; one that is done went to nobody else. */
const workflowFor = ({ command }: AnswerMoment['order']): string =>
  'cycle' in command && 'item' in command && command.item.includes('/')
    ? itemWorkflowId(command.item as ItemId, command.cycle)
    : roundWorkflowId((command as RoundCommand).round);

/** Commands by workflow and id, as whoever gave them first was answered. */
const commandsOf = (answers: readonly AnswerMoment[]): GivenCommand[] => {
  const given = new Map<string, GivenCommand>();
  for (const { order, outcome, now } of answers) {
    const { id, type: command } = order.command;
    const workflow = workflowFor(order);
    const key = `${workflow} ${id}`;
    if (given.get(key)?.outcome.type === 'done') continue;
    const isRefused = 'refusal' in outcome;
    given.set(key, {
      workflow,
      id,
      command,
      at: now,
      sendings: 1,
      outcome: isRefused
        ? { type: 'refused', reason: outcome.refusal.type }
        : { type: 'done', entries: entriesOf(outcome) },
    });
  }
  return [...given.values()];
};

/** What would be seen of a simulated round if it had really been, on a system that nothing had befallen. */
export const simulatedRound = (seed: number): Gathered => {
  const heard: Overheard = { answers: [], mails: [] };
  const whole = scriptOf(seed, { items: 6, deeds: 160 });
  const setting = { ...whole.setting, noise: 0, signed: false };
  const world = play({ ...whole, setting }, undefined, undefined, [overhearing(heard)]);
  const { round, now } = world;
  const { head, calendar, ledger, log } = round;
  const lives = world.seats.map((seat): LifeSeen => {
    const view = seat.life.view(now);
    const { item, cycle } = view.state;
    const status = seat.isGone ? 'COMPLETED' : 'RUNNING';
    const { said } = seat.life.schedule(now);
    return { workflow: seat.workflow, status, failing: false, item, cycle, view, said };
  });
  const bags = lives.flatMap(({ view }): BagSeen[] => {
    const archivedAt = view.log.findIndex(({ event }) => event.type === 'archived');
    if (archivedAt < 0) return [];
    return [{ bag: bagName(view.state), faults: [], log: view.log.slice(0, archivedAt) }];
  });
  const workflow = roundWorkflowId(head.round);
  const seen = {
    workflow,
    status: round.hasEnded ? 'COMPLETED' : 'RUNNING',
    failing: false,
    name: 'random' as const,
    round: head.round,
    clock: REAL_TIME,
    ledger: { head, calendar, clock: REAL_TIME, now, rows: [...ledger.rows], totals: ledger.totals(now) },
    log,
    lives,
    bags,
    silent: [],
  };
  const receipts = heard.mails.map(receiptOf);
  return {
    // What was due in the last days may wait for working hours.
    cut: instant(now - 3 * 86_400_000),
    rounds: [seen],
    commands: commandsOf(heard.answers),
    receipts,
    mails: receipts.map(({ at, to, messageId }) => ({ what: 'taken' as const, at, to, messageId })),
    faults: [],
  };
};
