import { civilOf } from '../domain/calendar/zone';
import { roundLinesInOrder, type RoundLine } from '../domain/ladder/round-notice';
import { type Addressee, type Digest, type DigestLine, LINES_IN_FULL } from '../domain/ladder/notice';
import { words } from '../domain/language';
import type { Language } from '../domain/round/roster';
import { inboxCommand } from './commands';
import { type WordedLine, wordedLine, type ShortLine, shortLine } from './worded-line';
import { mailWords } from './language';
import type { Counts, FooterWords, MailWords } from './language/words';
import { inOrder } from './order';
import type { Reader } from './reader';
import { wordedRoundLine } from './round-line';
import { subjectOf } from './subject';
import { groupOf, GROUPS, type Group } from './group';

/** A mail in words, before it is text or HTML: both print all of this, in this order. */
export type Wording = {
  language: Language;
  subject: string;
  banner?: string;
  title: string;
  day: string;
  greeting: string;
  summary: string;
  sections: Section[];
  footer: string[];
};

export type Section = {
  heading: string;
  entries: WordedLine[];
  /** What a long group lists in short, under its own heading. */
  more?: { heading: string; rows: ShortLine[] };
};

const sectionOf = (group: Group, lines: readonly DigestLine[], reader: Reader): Section => {
  const { say } = reader;
  const rest = lines.slice(LINES_IN_FULL);
  return {
    heading: say.heading(say.group[group], lines.length),
    entries: lines.slice(0, LINES_IN_FULL).map((line) => wordedLine(line, reader)),
    ...(rest.length > 0 && {
      more: { heading: say.compact(rest.length), rows: rest.map((line) => shortLine(line, reader)) },
    }),
  };
};

const areReports = (lines: readonly RoundLine[]): boolean => lines.every(({ fact }) => fact.report);

const groupName = (lines: readonly RoundLine[], say: MailWords): string =>
  areReports(lines) ? say.report.group : say.round.group;

const roundSummary = (day: string, lines: readonly RoundLine[], say: MailWords): string =>
  areReports(lines) ? say.report.summary(day) : say.round.summary(day, lines.length);

/** What is said of rounds themselves comes first: keys and their owners. */
const roundSection = (lines: readonly RoundLine[], reader: Reader): Section[] =>
  lines.length === 0
    ? []
    : [
        {
          heading: reader.say.heading(groupName(lines, reader.say), lines.length),
          entries: lines.map((line) => wordedRoundLine(line, reader)),
        },
      ];

/** The newest log of each item that a mail speaks of, as far as it lists lines in full. */
const evidenceOf = (lines: readonly DigestLine[], footer: FooterWords): string[] => {
  const briefs = [...new Map(lines.map(({ brief }) => [brief.workflow, brief])).values()];
  const heads = briefs
    .slice(0, LINES_IN_FULL)
    .flatMap(({ item, log }) => (log ? [footer.head(item, log.entries, log.head)] : []));
  return heads.length > 0 ? [footer.evidence, ...heads] : [];
};

type Told = { lines: readonly DigestLine[]; rounds: readonly RoundLine[] };

const footerOf = ({ lines, rounds }: Told, to: Addressee, footer: FooterWords): string[] => [
  footer.why,
  footer.rounds([
    ...new Map([
      ...lines.map(({ brief }): [string, string] => [brief.round, brief.roundTitle]),
      ...rounds.map(({ round, title }): [string, string] => [round, title]),
    ]).values(),
  ]),
  ...(lines.some(({ brief }) => brief.provisional) ? [footer.provisional] : []),
  footer.inbox(inboxCommand(to)),
  ...evidenceOf(lines, footer),
  footer.automatic,
];

/** Items, each counted once, in the group that asks most. */
const countItems = (lines: readonly DigestLine[], to: Digest['to']): Counts => {
  const seen = new Set<string>();
  const counts: Counts = { act: 0, watch: 0, know: 0 };
  for (const group of GROUPS)
    for (const line of lines) {
      if (groupOf(line, to) !== group || seen.has(line.brief.workflow)) continue;
      seen.add(line.brief.workflow);
      counts[group] += 1;
    }
  return counts;
};

/** What a digest says, in its reader's language. Takes a digest whose texts are safe to print. */
export const wordingOf = (digest: Digest): Wording => {
  const { to, drill } = digest;
  const say = mailWords(to.language);
  const { date } = words(to.language);
  const lines = inOrder(digest.lines, to);
  const rounds = roundLinesInOrder(digest.rounds ?? []);
  const today = civilOf(digest.slot);
  const severalRounds = new Set(lines.map(({ brief }) => brief.round)).size > 1;
  const reader: Reader = { to, words: words(to.language), say, today, severalRounds };
  const counts = countItems(lines, to);
  const grouped = GROUPS.map((group) => ({
    group,
    lines: lines.filter((line) => groupOf(line, to) === group),
  }));
  return {
    language: to.language,
    subject: subjectOf({ lines, rounds }, counts, reader, drill !== undefined),
    ...(drill !== undefined && { banner: say.banner(drill) }),
    title: say.title,
    day: date.withWeekday(today),
    greeting: say.greeting(to.name),
    summary:
      lines.length === 0 ? roundSummary(date.day(today), rounds, say) : say.summary(date.day(today), counts),
    sections: [
      ...roundSection(rounds, reader),
      ...grouped
        .filter(({ lines }) => lines.length > 0)
        .map(({ group, lines }) => sectionOf(group, lines, reader)),
    ],
    footer: footerOf({ lines, rounds }, to, say.footer),
  };
};
