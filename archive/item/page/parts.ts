import { type Instant, readable } from '../../../domain/calendar/zone';
import type { PersonId } from '../../../base/ids';
import type { Deed } from '../../../domain/item/state';
import { nameOf } from '../../../domain/round/offices';
import { words } from '../../../domain/language';
import { html, type Markup } from '../../../base/markup';
import { oneLine } from '../../../base/safe-text';
import { yuanText } from '../../../base/money';
import type { Roster } from '../../../domain/round/roster';

/** The pieces of a page. The page is Chinese, as the archive is. */
export const zh = words('zh-CN');

/** The content of a cell; a text may have several lines. */
export type Cell = string | number | Markup | readonly Markup[] | undefined;

const LINE_BREAK = /\r\n|[\n\r\v\f\u{85}\u{2028}\u{2029}]/u;

/** Text that somebody wrote, with its line breaks and without invisible characters. */
export const written = (text: string): Markup => {
  const lines = text.split(LINE_BREAK).map(oneLine).join('\n').trim();
  return lines.includes('\n') ? html`<span class="t">${lines}</span>` : html`${lines}`;
};

/** A short text on one line. */
export const unbroken = (text: string): Markup => html`<span class="n">${oneLine(text)}</span>`;

const content = (cell: Cell): Markup | readonly Markup[] | undefined => {
  if (typeof cell === 'number') return unbroken(String(cell));
  return typeof cell === 'string' ? written(cell) : cell;
};

/** Named facts about one thing; undefined ones are left out. */
export const facts = (rows: readonly (readonly [label: string, value: Cell])[]): Markup =>
  html`<table class="facts">
    ${rows
      .filter(([, value]) => value !== undefined)
      .map(
        ([label, value]) =>
          html`<tr>
            <th>${label}</th>
            <td>${content(value)}</td>
          </tr>`,
      )}
  </table>`;

export const table = (head: readonly string[], rows: readonly (readonly Cell[])[]): Markup =>
  html`<table>
    <thead>
      <tr>
        ${head.map((name) => html`<th>${name}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            ${row.map((cell) => html`<td>${content(cell)}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;

/** A part of the page under its heading; nothing where there is nothing to say. */
export const section = (title: string, body: Markup | readonly Markup[] | undefined): Markup | undefined =>
  body &&
  html`<h2>${title}</h2>
    ${body}`;

/** The same with a table, left out when it has no rows. */
export const listing = (
  title: string,
  head: readonly string[],
  rows: readonly (readonly Cell[])[],
): Markup | undefined => section(title, rows.length === 0 ? undefined : table(head, rows));

/** The rules by which something was done, and the hashes that tie its record together; ends with how to check them. */
export const foundations = (rows: Parameters<typeof facts>[0]): Markup | undefined =>
  section(
    '附：依据和校验值',
    html`${facts([
      ...rows,
      [
        '全部文件',
        html`在归档包文件夹中运行
          <code>sha512sum --check --quiet manifest-sha512.txt tagmanifest-sha512.txt</code>，无输出即无改动`,
      ],
    ])}`,
  );

/** Several named texts in one cell. */
export const named = (parts: readonly (readonly [label: string, value: string | undefined])[]): string =>
  parts.flatMap(([label, value]) => (value === undefined ? [] : [`${label}：${value}`])).join('\n');

export const code = (text: string): Markup => html`<code>${oneLine(text)}</code>`;

export const when = (at: Instant): Markup => unbroken(readable(at));

/** The beginning of a hash that the record has in full: enough to tell two apart. */
export const shortHash = (hash: string): Markup => html`<span class="n">${code(hash.slice(0, 16))}</span>`;

/** A person by name and id: names change and are not unique. */
export const who = (person: PersonId, roster: Roster): string => `${nameOf(person, roster)}（${person}）`;

/** Who did something, and for whom (代). */
export const doer = ({ by, onBehalfOf }: Pick<Deed, 'by' | 'onBehalfOf'>, roster: Roster): string =>
  `${who(by, roster)}${onBehalfOf === undefined ? '' : `\n代 ${who(onBehalfOf, roster)}`}`;

/** Fen as yuan, exactly: `4,080.50 元`. */
export const yuan = (fen: number): string => `${yuanText(fen)} 元`;

/** When something was done, and by whom. */
export const deed = (done: Deed, roster: Roster): Markup =>
  html`${when(done.at)} ${written(doer(done, roster))}`;
