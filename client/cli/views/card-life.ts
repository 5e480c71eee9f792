import { readable } from '../../../domain/calendar/zone';
import { type Extension, extensionsUsed, type Proposed } from '../../../domain/item/state';
import { isOpen } from '../../../domain/item/states';
import { words } from '../../../domain/language';
import { officeNumber } from '../../../domain/plan/plan';
import type { Piece } from '../terminal/paper';
import { dayText } from '../terminal/time';
import { deedText, heading, row, type Sheet } from './sheet';

/** What somebody wrote is shown under what it was written for. */
const INDENT = '      ';

const day = ({ cli, view }: Sheet, date: Parameters<typeof dayText>[0]): string =>
  dayText(date, view.context.calendar, words(cli.language));

/** Where the item comes from: an amendment of the plan, or a life before this. */
export const printPrevious = (sheet: Sheet): void => {
  const { previous, lost, cycle, added } = sheet.view.state;
  const { card, amend } = sheet.cli.say;
  if (added) {
    const from = added.splitFrom === undefined ? undefined : officeNumber(added.splitFrom);
    row(sheet, amend.origin, amend.added(added.version, from));
  }
  if (previous)
    row(sheet, card.reopened, card.previous(cycle, previous.archiveNumber, previous.bag), 'yellow');
  if (lost) row(sheet, card.restored, card.lost(cycle, words(sheet.cli.language).end[lost.ended]), 'yellow');
};

const outcomeOf = (sheet: Sheet, { outcome, decider }: Extension): Piece => {
  const { card } = sheet.cli.say;
  const { command, role } = words(sheet.cli.language);
  if (!outcome) return { text: card.extension.pending(role[decider]), style: 'yellow' };
  if (outcome.type === 'lapsed') return { text: card.extension.lapsed(readable(outcome.at)), style: 'dim' };
  const isGranted = outcome.type === 'granted';
  const act = command[isGranted ? 'grant-extension' : 'refuse-extension'];
  return { text: deedText(sheet, act, outcome), style: isGranted ? 'green' : 'red' };
};

const printExtension = (sheet: Sheet, asked: Extension): void => {
  const { cli, paper } = sheet;
  const { card } = cli.say;
  const { outcome } = asked;
  const act = words(cli.language).command['request-extension'];
  const dates = `${day(sheet, asked.from)} → ${day(sheet, asked.newDeadline)}`;
  paper.prose([' ', dates, ` · ${deedText(sheet, act, asked)}`]);
  paper.paragraphs(cli.say.common.label(card.extension.reason) + asked.reason, INDENT);
  paper.paragraphs(cli.say.common.label(card.extension.progress) + asked.progress, INDENT);
  paper.prose([INDENT, outcomeOf(sheet, asked)]);
  if (outcome && 'opinion' in outcome) paper.paragraphs(outcome.opinion, INDENT);
};

/** Every extension that was asked for, from the first deadline on. */
const printExtensions = (sheet: Sheet): void => {
  const { cli, view } = sheet;
  const { extensions } = view.state;
  if (extensions.length === 0) return;
  const { most } = view.context.policy.extensions;
  heading(sheet, cli.say.card.extension.title(extensionsUsed(view.state), most));
  for (const asked of extensions) printExtension(sheet, asked);
};

const printSustaining = (sheet: Sheet): void => {
  const { cli, paper, view } = sheet;
  const { sustaining } = view.state;
  if (!sustaining) return;
  const { card } = cli.say;
  const { on, until, checkIn, checkIns } = sustaining;
  heading(sheet, card.sustaining.title);
  row(sheet, card.sustaining.period, `${day(sheet, on)} → ${day(sheet, until)}`);
  row(sheet, card.sustaining.nextCheckIn, checkIn ? day(sheet, checkIn) : card.sustaining.noCheckIn);
  const act = words(cli.language).command['check-in'];
  for (const given of checkIns) {
    paper.prose([
      ' ',
      deedText(sheet, act, given),
      { text: card.sustaining.due(day(sheet, given.due)), style: 'dim' },
    ]);
    paper.paragraphs(given.text, INDENT);
  }
};

const proposalOutcome = (sheet: Sheet, { outcome }: Proposed): Piece => {
  const { card } = sheet.cli.say;
  const { command } = words(sheet.cli.language);
  if (!outcome)
    return isOpen(sheet.view.state.status)
      ? { text: card.proposal.toDecide, style: 'yellow' }
      : { text: card.proposal.undecided, style: 'dim' };
  return outcome.type === 'issued'
    ? `${card.proposal.number(outcome.number)} · ${deedText(sheet, command['issue-proposal'], outcome)}`
    : deedText(sheet, command['drop-proposal'], outcome);
};

/** What the system has proposed about persons, and how it was decided. */
const printProposals = (sheet: Sheet): void => {
  const { cli, paper, view } = sheet;
  const { proposals } = view.state;
  if (proposals.length === 0) return;
  const { card } = cli.say;
  heading(sheet, card.proposal.title);
  for (const proposed of proposals) {
    const { rung, outcome } = proposed;
    const lead = `${words(cli.language).rung[rung]} · ${card.proposal.proposedOn(day(sheet, proposed.day))} · `;
    paper.prose([' ', lead, proposalOutcome(sheet, proposed)]);
    if (outcome?.type === 'dropped') paper.paragraphs(outcome.reason, INDENT);
  }
};

const printWithdrawal = (sheet: Sheet): void => {
  const { cli, paper, view } = sheet;
  const { withdrawal } = view.state;
  if (!withdrawal) return;
  const { card } = cli.say;
  const { command } = words(cli.language);
  const what = withdrawal.undone === undefined ? command.withdraw : command['undo-import'];
  heading(sheet, deedText(sheet, what, withdrawal));
  if (withdrawal.into !== undefined) row(sheet, card.mergedInto, officeNumber(withdrawal.into));
  paper.paragraphs(withdrawal.reason, INDENT);
};

/** What has happened to an item besides its reviews. */
export const printLife = (sheet: Sheet): void => {
  printExtensions(sheet);
  printSustaining(sheet);
  printProposals(sheet);
  printWithdrawal(sheet);
};
