import { type CivilDate, yearOf } from '../../domain/calendar/civil';
import { civilOf } from '../../domain/calendar/zone';
import type { Proposed } from '../../domain/item/state';
import { nameOf } from '../../domain/round/offices';
import { capped } from '../../base/safe-text';
import type { DossierItem } from '../dossier';
import type { OfficialPaper, Paragraph } from '../paper';
import { blank, clause, dayIn, DRAFT_MARK, office, problemNamed, said, titleOf } from '../paper-text';
import type { Addressees, LetterCase } from './case';
import { findingParagraphs } from './findings';
import { LETTER_FORMS, type LetterRung } from './forms';

/** `number`: 文号 where none has been issued; `until`: by when the section is asked to be done. */
export type LetterOptions = { rung: LetterRung; number?: string; until?: CivilDate };

export type Letter = {
  paper: OfficialPaper;
  /** The date that it bears. */
  day: CivilDate;
  /** Whether the ladder has proposed such a letter for the item, and nobody has dropped it. */
  proposed: boolean;
  /** 文号, once there is one. */
  number?: string;
};

type Issued = Extract<NonNullable<Proposed['outcome']>, { type: 'issued' }>;

const issuedFor = ({ state }: DossierItem, rung: LetterRung): Issued | undefined =>
  state.proposals
    .filter((proposal) => proposal.rung === rung)
    .flatMap(({ outcome }) => (outcome?.type === 'issued' ? [outcome] : []))
    .at(-1);

const isProposed = ({ state }: DossierItem, rung: LetterRung): boolean =>
  state.proposals.some((proposal) => proposal.rung === rung && proposal.outcome?.type !== 'dropped');

const addresseesOf = ({ row, state, head }: LetterCase): Addressees => ({
  section: clause(row.section),
  leader: said(nameOf(state.people.leader, head.roster)),
  handler: said(nameOf(state.people.handler, head.roster)),
});

/** The longest problem that a title names. */
const IN_TITLE = 36;

const titleText = ({ row, clock }: LetterCase, rung: LetterRung): string =>
  titleOf(LETTER_FORMS[rung].title(problemNamed(capped(clause(row.problem), IN_TITLE))), clock);

/** The day it is to be signed; where there is no number yet, a gap to write it into. */
const numberText = (number: string | undefined, { today }: LetterCase): string =>
  number ?? `整改办〔${yearOf(today)}〕　　号`;

const CONTACT: Paragraph = {
  part: 'body',
  text: `办理情况请书面报整改办。联系人：${blank('姓名')}，电话：${blank('号码')}。`,
};

/** Head and oversight read it too. */
const copies = ({ head: { roster } }: LetterCase): Paragraph => ({
  part: 'copies',
  text: `抄送：${[roster.head, ...roster.oversight].map((person) => said(nameOf(person, roster))).join('、')}。`,
});

/**
 * A letter about one item for a person to sign (代拟稿): the system proposes and drafts, it never decides about
 * persons. One that has been issued bears its number and the day on which it was.
 */
export const letterOf = (about: LetterCase, { rung, until, ...given }: LetterOptions): Letter => {
  const issued = issuedFor(about, rung);
  const proposed = isProposed(about, rung);
  const known = issued?.number ?? given.number;
  const number = known === undefined ? undefined : said(known);
  const day = issued ? civilOf(issued.at) : about.today;
  const title = titleText(about, rung);
  const to = addresseesOf(about);
  const issuer = `${said(about.head.body)}整改办公室`;
  const paragraphs: Paragraph[] = [
    { part: 'letterhead', text: issuer },
    { part: 'number', text: numberText(number, about) },
    { part: 'title', text: title },
    ...(issued ? [] : [DRAFT_MARK]),
    { part: 'recipient', text: `${to.section}、${to.leader}同志：` },
    ...findingParagraphs(about, to, dayIn(about.calendar)),
    { part: 'body', text: LETTER_FORMS[rung].ask(to, until) },
    CONTACT,
    { part: 'signature', text: issuer },
    { part: 'date', text: office.date.day(day) },
    copies(about),
  ];
  const paper: OfficialPaper = { form: 'letter', title, at: about.now, paragraphs };
  return { paper, day, proposed, ...(number !== undefined && { number }) };
};
