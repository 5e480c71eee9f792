import type { LogEntry } from '../../../domain/item/log';
import { html, type Markup } from '../../../base/markup';
import { oneLine } from '../../../base/safe-text';
import { styled } from '../../../base/styled';
import { zh } from './parts';
import { STYLE } from './style';

/** The subject of a page; `log`: whether all of it was signed. */
export type Framed = {
  /** Of the window, and above the page. */
  title: string;
  heading: string;
  drill?: string | undefined;
  log: readonly Pick<LogEntry, 'author'>[];
};

/** What a reader must know before anything else. */
const banners = ({ drill, log }: Framed): Markup[] => {
  const claimed = log.filter(({ author }) => author?.identity === 'claimed').length;
  return [
    ...(drill === undefined
      ? []
      : [html`<p class="banner">${`【演练】${oneLine(drill)}：日期为演练时间，不是真实的整改。`}</p>`]),
    ...(claimed === 0
      ? []
      : [
          html`<p class="banner">
            ${`有 ${claimed} 条办理没有本人签名，办理人身份为`}<span class="claimed"
              >${zh.identity.claimed}</span
            >，经过中逐条标明。
          </p>`,
        ]),
  ];
};

/**
 * A record as a page for an archivist or auditor, in Chinese: opens offline, without scripts, and prints on A4. The
 * policy in its head forbids it to load or run anything, whatever is in it.
 */
export const pageOf = (framed: Framed, body: readonly (Markup | undefined)[]): string => {
  const page = html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        ${styled(STYLE)}
        <title>${framed.title}</title>
      </head>
      <body>
        ${banners(framed)}
        <h1>${framed.heading}</h1>
        ${body.filter((part) => part !== undefined)}
      </body>
    </html>`;
  return `${page.toString().trim()}\n`;
};
