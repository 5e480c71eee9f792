import { readable } from '../calendar/zone';
import type { Event } from '../item/event';
import type { LogEntry } from '../item/log';
import { words } from '../language';
import { story } from '../language/story';
import { html, type Markup } from '../mail/markup';
import { oneLine } from '../mail/safe-text';
import type { RoundEvent } from '../round/event';
import type { Roster } from '../round/roster';

/** A page of a bag: opens offline, without scripts, styles or pictures from elsewhere. `drill` names the drill. */
export const pageOf = (title: string, drill: string | undefined, content: readonly Markup[]): string => {
  const page = html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}</title>
        <style>
          body {
            font-family: 'Noto Serif CJK SC', SimSun, serif;
            max-width: 60em;
            margin: 2em auto;
            padding: 0 1em;
          }
          table {
            border-collapse: collapse;
            width: 100%;
          }
          th,
          td {
            border: 1px solid #999;
            padding: 0.3em 0.6em;
            text-align: left;
            vertical-align: top;
          }
          th {
            white-space: nowrap;
            background: #f3f3f3;
          }
          code {
            word-break: break-all;
            font-size: 0.8em;
          }
        </style>
      </head>
      <body>
        ${drill === undefined ? undefined : html`<p><strong>【演练】${drill}</strong></p>`}
        <h1>${title}</h1>
        ${content}
      </body>
    </html>`;
  return `${page.toString().trim()}\n`;
};

/** A line of a table of facts. */
export const factRow = (label: string, value: string): Markup =>
  html`<tr>
    <th>${label}</th>
    <td>${oneLine(value)}</td>
  </tr>`;

/** A log as a table: when, what, and how it is known who did it. */
export const logTable = (log: readonly LogEntry<Event | RoundEvent>[], roster: Roster): Markup =>
  html`<table>
    ${log.map(
      (entry) =>
        html`<tr>
          <td>${String(entry.seq)}</td>
          <td>${readable(entry.at)}</td>
          <td>${oneLine(story(entry, roster, 'zh-CN'))}</td>
          <td>${entry.author && words('zh-CN').identity[entry.author.identity]}</td>
          <td><code>${entry.hash.slice(0, 16)}</code></td>
        </tr>`,
    )}
  </table>`;
