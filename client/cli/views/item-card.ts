import { civilOf, type Instant, readable } from '../../../domain/calendar/zone';
import type { ItemView } from '../../../domain/item/life';
import type { Measure } from '../../../domain/item/state';
import { isAtWork } from '../../../domain/item/states';
import { words } from '../../../domain/language';
import { yuanText } from '../../../base/money';
import { officeNumber } from '../../../domain/plan/plan';
import { contactsOf } from '../../../domain/round/contacts';
import { isOverdue } from '../../../domain/round/row';
import { awaiting } from '../../../domain/item/waiting';
import type { Cli } from '../context';
import type { Paper, Piece } from '../terminal/paper';
import { daysText, dayText } from '../terminal/time';
import { printAbout } from './card-about';
import { printAmendments } from './card-amendments';
import { printEvidence } from './card-evidence';
import { printLife, printPrevious } from './card-life';
import { printResults } from './card-results';
import { deedText, heading, person, row, type Sheet } from './sheet';

/** Number, problem, state, dates and people. */
const printHead = (sheet: Sheet): void => {
  const { cli, paper, view } = sheet;
  const { state, context } = view;
  const { card } = cli.say;
  const said = words(cli.language);
  if (view.clock.drill !== undefined)
    paper.prose({ text: cli.say.common.drill(view.clock.drill), style: 'yellow' });
  if (context.policy.identity === 'claimed') paper.prose({ text: cli.say.common.claimed, style: 'yellow' });
  paper.prose({ text: `${officeNumber(view.row.number)} ${context.planned.problem}`, style: 'bold' });
  paper.prose({ text: `${state.item} · ${context.round.title} · ${context.planned.category}`, style: 'dim' });
  printPrevious(sheet);
  row(sheet, card.kind, said.itemKind[context.planned.kind]);
  const side = awaiting(view.row);
  const waits = side && `${said.role[side]} ${person(sheet, state.people[side])}`;
  row(sheet, card.status, waits ? card.waits(said.status[state.status], waits) : said.status[state.status]);
  if (view.level) row(sheet, card.level, said.rung[view.level], 'yellow');
  printDates(sheet);
  const { handler, leader, acceptor } = state.people;
  row(
    sheet,
    said.role.handler,
    card.section(person(sheet, handler), context.planned.section, assistingIn(sheet)),
  );
  row(sheet, said.role.leader, person(sheet, leader));
  row(sheet, said.role.acceptor, person(sheet, acceptor));
  printAbout(sheet);
};

/** The sections that assist, each with who acts for it, where somebody does. */
const assistingIn = (sheet: Sheet): string[] | undefined => {
  const { planned, roster } = sheet.view.context;
  const contacts = new Map(contactsOf(planned, roster).map((one) => [one.section, one.person]));
  return planned.assisting?.map((section) => {
    const contact = contacts.get(section);
    return contact === undefined ? section : `${section} ${person(sheet, contact)}`;
  });
};

const printDates = (sheet: Sheet): void => {
  const { cli, view } = sheet;
  const { state, context, now } = view;
  const { card } = cli.say;
  const said = words(cli.language);
  const today = civilOf(now);
  const day = (date: typeof state.deadline) => dayText(date, context.calendar, said);
  const left = isAtWork(state.status) ? daysText(state.deadline, today, said) : '';
  const overdue = isOverdue(view.row, today);
  const deadline = left ? `${day(state.deadline)} · ${left}` : day(state.deadline);
  row(sheet, card.deadline, deadline, overdue ? 'red' : undefined);
  if (state.originalDeadline !== state.deadline) row(sheet, card.firstDeadline, day(state.originalDeadline));
  if (state.review)
    row(
      sheet,
      card.reviewDeadline,
      `${day(state.review.deadline)} · ${daysText(state.review.deadline, today, said)}`,
      state.review.deadline < today ? 'red' : undefined,
    );
};

/** The results of a measure: money, a rule. */
const printOutcome = (
  { cli, paper }: Sheet,
  { recoveredFen, regulation }: NonNullable<Measure['completed']>,
): void => {
  const { card } = cli.say;
  if (recoveredFen !== undefined) paper.prose(`      ${card.recovered(yuanText(recoveredFen))}`);
  if (regulation !== undefined) paper.prose(`      ${card.regulation(regulation)}`);
};

const printMeasure = (sheet: Sheet, measure: Measure): void => {
  const { paper, cli, view } = sheet;
  const { card } = cli.say;
  const { completed, progress } = measure;
  const facts = [
    words(cli.language).measureKind[measure.kind],
    ...(measure.owner ? [person(sheet, measure.owner)] : []),
    ...(measure.deadline ? [dayText(measure.deadline, view.context.calendar, words(cli.language))] : []),
  ];
  const mark: Piece = completed ? { text: '✓', style: 'green' } : { text: '○', style: 'yellow' };
  paper.prose([
    ' ',
    mark,
    ` ${measure.no}. ${measure.text}`,
    { text: ` [${facts.join(' · ')}]`, style: 'dim' },
  ]);
  if (progress) {
    paper.prose(`      ${card.progress(person(sheet, progress.by), readable(progress.at))}`);
    paper.paragraphs(progress.text, '      ');
  }
  if (completed) {
    paper.prose(`      ${card.result(person(sheet, completed.by), readable(completed.at))}`);
    paper.paragraphs(completed.result, '      ');
    printOutcome(sheet, completed);
  }
  printEvidence(sheet, measure);
};

/** Something that was asked for or decided, with what its author wrote. */
type Act = { at: Instant; said: Piece; texts: string[] };

const returnsOf = (sheet: Sheet): Act[] => {
  const { card } = sheet.cli.say;
  const { role } = words(sheet.cli.language);
  return sheet.view.state.returns.map(({ side, by, at, opinion, missing }) => ({
    at,
    said: { text: card.returned(role[side], person(sheet, by), readable(at)), style: 'yellow' },
    texts: [opinion, card.missing(missing)],
  }));
};

const decisionsOf = (sheet: Sheet): Act[] => {
  const { command } = words(sheet.cli.language);
  const { request, approval, stage, acceptance } = sheet.view.state;
  const acts = [
    { act: command['request-closure'], done: request, text: request?.summary },
    { act: command.approve, done: approval, text: approval?.opinion },
    { act: command['accept-stage'], done: stage, text: stage?.opinion },
    { act: command.accept, done: acceptance, text: acceptance?.opinion },
  ];
  return acts.flatMap(({ act, done, text }) => {
    if (!done) return [];
    const said = deedText(sheet, act, done);
    return [{ at: done.at, said, texts: text === undefined ? [] : [text] }];
  });
};

/** What was asked for and decided, and every earlier return, as it came. */
const printReviews = (sheet: Sheet): void => {
  const { cli, paper, view } = sheet;
  const acts = [...returnsOf(sheet), ...decisionsOf(sheet)].sort((a, b) => a.at - b.at);
  if (acts.length === 0) return;
  heading(sheet, cli.say.card.reviews(view.state.reviewRound));
  for (const { said, texts } of acts) {
    paper.prose([' ', said]);
    for (const text of texts) paper.paragraphs(text, '      ');
  }
};

/** An item for somebody who is to decide on it. */
export const printCard = (cli: Cli, paper: Paper, view: ItemView): void => {
  const sheet = { cli, paper, view };
  const { measures, progress, archive } = view.state;
  const { card } = cli.say;
  printHead(sheet);
  if (progress) {
    heading(sheet, card.progress(person(sheet, progress.by), readable(progress.at)));
    paper.paragraphs(progress.text, ' ');
  }
  heading(sheet, card.measures);
  for (const measure of measures) printMeasure(sheet, measure);
  printResults(sheet);
  printAmendments(sheet);
  printLife(sheet);
  printReviews(sheet);
  if (view.state.undeliverable) paper.prose({ text: card.undeliverable, style: 'red' });
  paper.line();
  row(sheet, card.evidenceHash, view.evidenceHash);
  if (archive) row(sheet, card.archive, `${archive.archiveNumber} · ${archive.bag}`);
};
