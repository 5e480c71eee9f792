import { manifestHash } from '../../evidence/manifest';
import { numberOf } from '../../ids';
import { html, type Markup } from '../../mail/markup';
import { oneLine } from '../../mail/safe-text';
import { officeNumber } from '../../round/plan';
import type { ItemRecord } from '../record';
import { proposals, sustaining, withdrawal } from './afterwards';
import { banners, basics, previousLife } from './head';
import { course, decisions } from './log';
import { mails } from './mails';
import { measures } from './measures';
import { code, facts, section } from './parts';
import { extensions, review } from './review';
import { keys, signersOf } from './signers';
import { STYLE } from './style';

/** By which rules all of it was done, and the figures that hold it together. */
const versions = ({ state, log, context: { policy, calendar } }: ItemRecord): Markup | undefined =>
  section(
    '附：依据和校验值',
    html`${facts([
      ['规则版本', policy.version],
      ['节假日安排', calendar.version],
      ['佐证清单', code(manifestHash(state))],
      ['经过末条', code(log.at(-1)?.hash ?? '')],
      [
        '全部文件',
        html`在归档包文件夹中运行
          <code>sha512sum --check --quiet manifest-sha512.txt tagmanifest-sha512.txt</code>，无输出即无改动`,
      ],
    ])}`,
  );

const body = (record: ItemRecord): (Markup | undefined)[] => {
  const signers = signersOf(record.log);
  return [
    basics(record),
    previousLife(record),
    measures(record),
    review(record),
    extensions(record),
    sustaining(record),
    withdrawal(record),
    proposals(record),
    decisions(record, signers),
    course(record, signers),
    ...mails(record),
    keys(record, signers),
    versions(record),
  ];
};

/**
 * The record of an item as a page for an archivist or auditor, in Chinese: opens offline, without scripts, and
 * prints on A4. The policy in its head forbids it to load or run anything, whatever stands in it.
 */
export const recordPage = (record: ItemRecord): string => {
  const { state, context } = record;
  const title = `${officeNumber(numberOf(state.item))} ${oneLine(context.planned.problem)}`;
  const page = html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <title>${`${context.archiveNumber} ${title}`}</title>
        ${STYLE}
      </head>
      <body>
        ${banners(record)}
        <h1>${title}</h1>
        ${body(record).filter((part) => part !== undefined)}
      </body>
    </html>`;
  return `${page.toString().trim()}\n`;
};
