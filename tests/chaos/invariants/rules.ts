import { type Clock, domainTime } from '../../../domain/calendar/clock';
import { ItemLife } from '../../../domain/item/life';
import { NO_CORRESPONDENCE } from '../../../domain/ladder/correspondence';
import { ownerOf } from '../../../domain/ladder/notice';
import type { DigestLine } from '../../../domain/ladder/notice';
import type { PersonId } from '../../../base/ids';
import { birthOf } from '../../support/life';
import { approvalSeesEvidence, closedOnlyComplete } from '../../simulation/invariants/decisions';
import { versionsAreKept } from '../../simulation/invariants/evidence';
import { theEndIsTheEnd } from '../../simulation/invariants/answers';
import { archiveNumbersUnique, ledgerIsTrue, totalsCount } from '../../simulation/invariants/ledger';
import { firstDeadlineKept, logIsWhole, stateFollowsLog, timeRunsOn } from '../../simulation/invariants/log';
import { factsAreTold } from '../../simulation/invariants/mail';
import { dutiesApart, nobodyDecidesTheirOwn } from '../../simulation/invariants/rights';
import type { Finding, MailMoment, Rule, SeenSeat, Step, WorldView } from '../../simulation/rule';
import { beginning, type Tale, told } from '../../simulation/tale';
import type { Gathered, LifeSeen, RoundSeen } from '../gathered';
import { each, type Invariant, type Judgement, together } from './invariant';

/**
 * The rules of the simulation that need no more than what can be seen at the end: of the others each wants to have been there
 * when something happened.
 */
const RULES: readonly (() => Rule)[] = [
  stateFollowsLog,
  firstDeadlineKept,
  logIsWhole,
  timeRunsOn,
  dutiesApart,
  nobodyDecidesTheirOwn,
  approvalSeesEvidence,
  closedOnlyComplete,
  versionsAreKept,
  theEndIsTheEnd,
  factsAreTold,
  totalsCount,
  ledgerIsTrue,
  archiveNumbersUnique,
];

type Read = { seat: SeenSeat; steps: Step[] };

/** A life of the simulation with the memory of one that has really been. */
const readLife = ({ workflow, view, said }: LifeSeen): Read => {
  const { state, context, log, row } = view;
  const birth = birthOf(view);
  const life = new ItemLife(birth, {
    state,
    context,
    log,
    answers: [],
    heard: [],
    mail: { ...NO_CORRESPONDENCE, due: said },
    row: { version: row.version, sent: null },
  });
  const [first, ...rest] = log;
  if (!first) throw new TypeError(`${workflow} has no log`);
  let tale: Tale = beginning(birth, first);
  const steps = rest.map((entry): Step => {
    const before = tale;
    tale = told(before, entry);
    return { entry, before, after: tale };
  });
  const isGone = state.archive !== undefined;
  return { seat: { life, workflow, tale, isGone, isArchiving: false }, steps };
};

/** What was really said, by person: the simulation knows a notice by its id. */
const mailsOf = ({ clock }: { clock: Clock }, gathered: Gathered): MailMoment[] =>
  gathered.receipts
    .filter(({ mailbox }) => /@(.+)$/.exec(mailbox)?.[1] === clock.drill)
    .map(({ mailbox, slot, notices }) => ({
      now: slot,
      slot,
      to: ownerOf(mailbox) as PersonId,
      lines: notices.map(({ id }) => ({ fact: { id }, brief: {} })) as unknown as DigestLine[],
    }));

const worldOf = (round: RoundSeen, reads: readonly Read[]): WorldView => {
  const { head, calendar, rows, totals, now } = round.ledger;
  const seen = {
    head,
    calendar,
    log: round.log,
    ledger: { rows, totals: () => totals },
    // The first lives are as old as the round.
    remember: () => ({ born: round.lives[0]?.view.state.born }),
  };
  const seats = reads.map(({ seat }) => seat);
  return { now, round: seen as unknown as WorldView['round'], seats, papers: new Map() };
};

/** What a rule finds, as often as it looks. */
const findingsOf = (
  rule: Rule,
  world: WorldView,
  reads: readonly Read[],
  mails: readonly MailMoment[],
): Finding[] => {
  const { now } = world;
  const ofItems = reads.map(({ seat, steps }) => {
    const { state, context } = seat.life;
    return rule.item?.({ now, seat, before: { state, context }, steps, posts: [], wake: undefined });
  });
  const ofMails = mails.map((mail) => rule.mail?.(mail));
  return [...ofItems, ...ofMails, rule.round?.(world), rule.quiet?.(world), rule.end?.(world)];
};

const judgeRound = (round: RoundSeen, gathered: Gathered): Judgement => {
  const reads = round.lives.map(readLife);
  const mails = mailsOf(round, gathered);
  const world = worldOf(round, reads);
  // What is due at the cut is what must have been told.
  const atCut = { ...world, now: domainTime(round.clock, gathered.cut) };
  return together(
    ...RULES.map((make) => {
      const rule = make();
      const isOfMails = rule.mail !== undefined;
      return each(findingsOf(rule, isOfMails ? atCut : world, reads, isOfMails ? mails : []), (finding) =>
        finding === undefined ? undefined : `${round.name}, ${rule.name}: ${finding}`,
      );
    }),
  );
};

export const simulationRules: Invariant = {
  name: 'rules-of-the-simulation',
  sentence: 'what the logs, the ledger and the mails tell in the end breaks no rule of the simulation',
  judge: (gathered) => together(...gathered.rounds.map((round) => judgeRound(round, gathered))),
};
