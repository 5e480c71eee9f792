import type { Digest, DigestLine } from './ladder/notice';

/**
 * Text from outside on one line that reads as it is stored: no line breaks or other control characters
 * (header injection, forged lines), no invisible format characters (U+202E and its kin turn text around),
 * no broken surrogates.
 */
export const oneLine = (text: string): string =>
  text
    .replace(/\p{Cs}/gu, '\u{FFFD}')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();

/** At most `max` UTF-16 units, never half a character; an ellipsis says that something is missing. */
export const capped = (text: string, max: number): string => {
  if (text.length <= max) return text;
  let kept = '';
  for (const character of text) {
    if (kept.length + character.length >= max) break;
    kept += character;
  }
  return `${kept}…`;
};

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

const safeLine = (line: DigestLine): DigestLine => {
  const brief = safeBrief(line);
  if ('reminder' in line) return { ...line, brief };
  const { by, text, missing } = line.fact;
  const fact = {
    ...line.fact,
    ...(by !== undefined && { by: name(by) }),
    ...(text !== undefined && { text: oneLine(text) }),
    ...(missing !== undefined && { missing: oneLine(missing) }),
  };
  return { ...line, brief, fact };
};

/** The digest with every text that somebody wrote made safe to print; opinions keep their length. */
export const withSafeText = (digest: Digest): Digest => ({
  ...digest,
  to: { ...digest.to, name: name(digest.to.name) },
  lines: digest.lines.map(safeLine),
  ...(digest.drill !== undefined && { drill: name(digest.drill) }),
});
