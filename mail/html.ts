import type { Row } from './row';
import type { WordedLine, ShortLine, Tone } from './worded-line';
import { mailWords } from './language';
import type { Section, Wording } from './wording';
import { html, type Markup } from '../base/markup';
import { edge, STYLE, tag, tagText } from './style';

type Content = Markup | readonly Markup[];

/** Tables are the only layout that all mail clients agree on. */
const table = (style: string, content: Content): Markup =>
  html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="${style}">
    ${content}
  </table>`;

const row = (style: string, content: Markup | string): Markup =>
  html`<tr>
    <td style="${style}">${content}</td>
  </tr> `;

const line = (style: string, content: Markup | string): Markup =>
  html`<div style="${style}">${content}</div>`;

const factHtml = ({ label, value, pressing, list = [] }: Row, tone: Tone): Markup =>
  html`<tr valign="top">
    <td style="${STYLE.label}">${label}</td>
    <td width="100%" style="${STYLE.value}">
      ${pressing ? html`<span style="${tagText(tone)}">${value}</span>` : value}
      ${list.map((one) => line(STYLE.listed, one))}
    </td>
  </tr>`;

const todoHtml = ({ sentence, commands }: NonNullable<WordedLine['todo']>, label: string): Markup =>
  line(
    STYLE.todo,
    html`<b>${label}</b> ${sentence} ${commands.map((command) => line(STYLE.command, command))}`,
  );

const lineHtml = (entry: WordedLine, label: string): Markup => {
  const { tone, head, where, said, rows, todo } = entry;
  const card = html`<span style="${tag(tone)}">${entry.tag}</span> ${line(STYLE.head, head)}
    ${line(STYLE.where, where)} ${line(STYLE.said, said)}
    ${table(
      STYLE.facts,
      rows.map((fact) => factHtml(fact, tone)),
    )}
    ${todo && todoHtml(todo, label)}`;
  return row(STYLE.card, line(edge(tone), card));
};

const shortHtml = ({ tone, tag, head, command, due }: ShortLine): Markup =>
  html`<tr valign="top">
    <td style="${STYLE.cell}">${head}${line(STYLE.command, command)}</td>
    <td width="120" style="${STYLE.cell}"><span style="${tagText(tone)}">${tag}</span><br />${due}</td>
  </tr> `;

const moreHtml = ({ heading, rows }: NonNullable<Section['more']>): Markup[] => [
  row(STYLE.more, heading),
  row('', table(STYLE.shorts, rows.map(shortHtml))),
];

const sectionHtml = ({ heading, entries, more }: Section, label: string): Markup =>
  row(
    STYLE.section,
    table('', [
      row('', html`<h2 style="${STYLE.heading}">${heading}</h2>`),
      ...entries.map((entry) => lineHtml(entry, label)),
      ...(more ? moreHtml(more) : []),
    ]),
  );

const sheetHtml = (wording: Wording): Markup[] => {
  const { banner, title, day, greeting, summary, sections, footer } = wording;
  const { now } = mailWords(wording.language).label;
  return [
    ...(banner === undefined ? [] : [row(STYLE.banner, banner)]),
    row(STYLE.masthead, html`${line(STYLE.title, title)} ${line(STYLE.day, day)}`),
    row(STYLE.greeting, html`${greeting}<br />${summary}`),
    ...sections.map((section) => sectionHtml(section, now)),
    row(STYLE.footer, html`${footer.map((text) => line('', text))}`),
  ];
};

/** The mail as a page: one column of at most 640 pixels, all styles inline, nothing loaded from anywhere. */
export const htmlOf = (wording: Wording): string =>
  html`<!doctype html>
    <html lang="${wording.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <title>${wording.subject}</title>
      </head>
      <body style="${STYLE.body}">
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="${STYLE.page}">
          <tr>
            <td align="center" style="${STYLE.margin}">${table(STYLE.sheet, sheetHtml(wording))}</td>
          </tr>
        </table>
      </body>
    </html> `.toString();
