import { words, type Words } from '../domain/language';
import type { Entry } from './entry';
import type { Section, Wording } from './wording';

type MailWords = Words['mail'];

const RULE = '─'.repeat(24);

const entryText = ({ tag, head, where, said, rows, todo }: Entry, mail: MailWords): string =>
  [
    `■ ${mail.subject.tag(tag)}${head}`,
    `  ${where}`,
    `  ${said}`,
    ...rows.map(({ label, value }) => `  ${mail.labelled(label, value)}`),
    ...(todo ? [`  ${mail.labelled(mail.label.now, todo.sentence)}`] : []),
    ...(todo?.commands ?? []).map((command) => `    ${command}`),
  ].join('\n');

const moreText = ({ heading, rows }: NonNullable<Section['more']>, mail: MailWords): string =>
  [
    heading,
    ...rows.map(({ tag, head, command, due }) => `- ${head} | ${command} | ${mail.subject.tag(tag)}${due}`),
  ].join('\n');

const sectionText = ({ heading, entries, more }: Section, mail: MailWords): string =>
  [
    `${RULE}\n${heading}\n${RULE}`,
    ...entries.map((entry) => entryText(entry, mail)),
    ...(more ? [moreText(more, mail)] : []),
  ].join('\n\n');

/** The plain twin of the HTML: the same words in the same order. */
export const textOf = (wording: Wording): string => {
  const { banner, title, day, greeting, summary, sections, footer } = wording;
  const { mail } = words(wording.language);
  const paragraphs = [
    ...(banner === undefined ? [] : [`*** ${banner} ***`]),
    `${title}\n${day}`,
    `${greeting}\n${summary}`,
    ...sections.map((section) => sectionText(section, mail)),
    `${RULE}\n${footer.join('\n')}`,
  ];
  return `${paragraphs.join('\n\n')}\n`;
};
