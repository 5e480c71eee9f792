import type { WordedLine } from './worded-line';
import { mailWords } from './language';
import type { MailWords } from './language/words';
import type { Section, Wording } from './wording';

const RULE = '─'.repeat(24);

const lineText = ({ tag, head, where, said, rows, todo }: WordedLine, say: MailWords): string =>
  [
    `■ ${say.subject.tag(tag)}${head}`,
    `  ${where}`,
    `  ${said}`,
    ...rows.flatMap(({ label, value, list = [] }) => [
      `  ${say.labelled(label, value)}`,
      ...list.map((one) => `    ${one}`),
    ]),
    ...(todo ? [`  ${say.labelled(say.label.now, todo.sentence)}`] : []),
    ...(todo?.commands ?? []).map((command) => `    ${command}`),
  ].join('\n');

const moreText = ({ heading, rows }: NonNullable<Section['more']>, say: MailWords): string =>
  [
    heading,
    ...rows.map(({ tag, head, command, due }) => `- ${head} | ${command} | ${say.subject.tag(tag)}${due}`),
  ].join('\n');

const sectionText = ({ heading, entries, more }: Section, say: MailWords): string =>
  [
    `${RULE}\n${heading}\n${RULE}`,
    ...entries.map((entry) => lineText(entry, say)),
    ...(more ? [moreText(more, say)] : []),
  ].join('\n\n');

/** The plain twin of the HTML: the same words in the same order. */
export const textOf = (wording: Wording): string => {
  const { banner, title, day, greeting, summary, sections, footer } = wording;
  const say = mailWords(wording.language);
  const paragraphs = [
    ...(banner === undefined ? [] : [`*** ${banner} ***`]),
    `${title}\n${day}`,
    `${greeting}\n${summary}`,
    ...sections.map((section) => sectionText(section, say)),
    `${RULE}\n${footer.join('\n')}`,
  ];
  return `${paragraphs.join('\n\n')}\n`;
};
