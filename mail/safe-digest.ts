import type { Judged } from '../domain/ladder/judged';
import type { Decided, Digest, DigestLine, MeasureBrief } from '../domain/ladder/notice';
import type { RoundLine } from '../domain/ladder/round-notice';
import type { Report } from '../domain/round/report/report';
import { capped, oneLine } from '../base/safe-text';

/** Longest name of a person, a section or a round that a mail shows. */
const NAME = 60;
/** Longest problem. */
const PROBLEM = 200;

const name = (text: string) => capped(oneLine(text), NAME);

const safeBrief = ({ brief }: DigestLine): DigestLine['brief'] => ({
  ...brief,
  workflow: oneLine(brief.workflow),
  roundTitle: name(brief.roundTitle),
  problem: capped(oneLine(brief.problem), PROBLEM),
  people: {
    handler: { ...brief.people.handler, name: name(brief.people.handler.name) },
    leader: { ...brief.people.leader, name: name(brief.people.leader.name) },
    acceptor: { ...brief.people.acceptor, name: name(brief.people.acceptor.name) },
  },
  section: name(brief.section),
});

/** Mailboxes take what any item posts: what is to be judged is made safe like all else. */
const safeJudged = ({ measures, evidence, ...rest }: Judged): Judged => ({
  ...rest,
  measures: {
    ...measures,
    first: measures.first.map(({ text, regulation, ...measure }) => ({
      ...measure,
      text: name(text),
      ...(regulation !== undefined && { regulation: name(regulation) }),
    })),
  },
  evidence: { ...evidence, first: evidence.first.map((file) => ({ ...file, title: name(file.title) })) },
});

const safeDecided = ({ key, principal, deputy, ...rest }: Decided): Decided => ({
  ...rest,
  ...(key !== undefined && { key: oneLine(key) }),
  ...(principal !== undefined && { principal: name(principal) }),
  ...(deputy !== undefined && { deputy: name(deputy) }),
});

const safeMeasure = (measure: MeasureBrief): MeasureBrief => ({ ...measure, text: name(measure.text) });

const safeLine = (line: DigestLine): DigestLine => {
  const brief = safeBrief(line);
  if ('reminder' in line) {
    const { measure } = line.reminder;
    return { brief, reminder: { ...line.reminder, ...(measure && { measure: safeMeasure(measure) }) } };
  }
  const { by, text, missing, judged, decided, measures, sections } = line.fact;
  const fact = {
    ...line.fact,
    ...(by !== undefined && { by: name(by) }),
    ...(text !== undefined && { text: oneLine(text) }),
    ...(missing !== undefined && { missing: oneLine(missing) }),
    ...(judged && { judged: safeJudged(judged) }),
    ...(decided && { decided: safeDecided(decided) }),
    ...(measures && { measures: measures.map(safeMeasure) }),
    ...(sections && { sections: sections.map(name) }),
  };
  return { ...line, brief, fact };
};

const safeNamed = <T extends { problem: string; waitsFor?: { name: string }[] }>(lines: readonly T[]): T[] =>
  lines.map((line) => ({
    ...line,
    problem: name(line.problem),
    ...(line.waitsFor && { waitsFor: line.waitsFor.map((one) => ({ ...one, name: name(one.name) })) }),
  }));

const safeReport = ({ done, moved, late, due, ...rest }: Report): Report => ({
  ...rest,
  done: { ...done, first: safeNamed(done.first) },
  moved: { ...moved, first: safeNamed(moved.first) },
  late: {
    ...late,
    first: safeNamed(late.first).map(({ progress, ...line }) => ({
      ...line,
      ...(progress !== undefined && { progress: capped(oneLine(progress), PROBLEM) }),
    })),
  },
  due: { ...due, first: safeNamed(due.first) },
});

const safeRoundLine = ({ round, title, fact }: RoundLine): RoundLine => ({
  round,
  title: name(title),
  fact: {
    ...fact,
    ...(fact.by !== undefined && { by: name(fact.by) }),
    ...(fact.person && { person: { ...fact.person, name: name(fact.person.name) } }),
    ...(fact.text !== undefined && { text: oneLine(fact.text) }),
    ...(fact.kid !== undefined && { kid: name(fact.kid) }),
    ...(fact.former && { former: fact.former.map(name) }),
    ...(fact.report && { report: safeReport(fact.report) }),
  },
});

/** The digest with every text that somebody wrote made safe to print; opinions keep their length. */
export const withSafeText = (digest: Digest): Digest => ({
  ...digest,
  to: { ...digest.to, name: name(digest.to.name) },
  lines: digest.lines.map(safeLine),
  ...(digest.rounds && { rounds: digest.rounds.map(safeRoundLine) }),
  ...(digest.drill !== undefined && { drill: name(digest.drill) }),
});
