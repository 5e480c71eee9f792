import { readable } from '../calendar/zone';
import { numberOf } from '../ids';
import { nameOf } from '../ladder/tellings';
import { words } from '../language';
import { story } from '../language/story';
import { html, type Markup } from '../mail/markup';
import { oneLine } from '../mail/safe-text';
import { officeNumber } from '../round/plan';
import { evidencePath, type ItemRecord } from './record';

const zh = words('zh-CN');

const row = (label: string, value: string): Markup =>
  html`<tr>
    <th>${label}</th>
    <td>${oneLine(value)}</td>
  </tr>`;

const facts = ({ state, context }: ItemRecord): Markup => {
  const { planned, roster, round, archiveNumber } = context;
  const name = (side: keyof typeof state.people) => nameOf(state.people[side], roster);
  return html`<table>
    ${[
      row('档号', archiveNumber),
      row('轮次', `${round.title}(${round.id})`),
      row('被巡察单位', round.body),
      row('问题方面', planned.category),
      row('整改类型', zh.itemKind[planned.kind]),
      row('责任领导', name('leader')),
      row('责任科室', planned.section),
      row('经办人', name('handler')),
      row('验收人', name('acceptor')),
      row('原定时限', state.originalDeadline ?? zh.date.none),
      row('现行时限', state.deadline ?? zh.date.none),
      row('审批轮次', String(state.reviewRound)),
      row('状态', zh.status[state.status]),
    ]}
  </table>`;
};

const measures = ({ state }: ItemRecord): Markup[] =>
  state.measures.map(
    (measure) =>
      html`<li>
        <b>${zh.measureKind[measure.kind]}</b> ${oneLine(measure.text)}
        <p>${measure.completed ? `完成：${oneLine(measure.completed.result)}` : '未完成'}</p>
        <ul>
          ${state.evidence.flatMap((file, index) =>
            file.measure === measure.no
              ? [
                  html`<li>
                    <a href="${evidencePath(file, index)}">${oneLine(file.title)}</a>
                    ${`生效 ${file.effectiveDate}，${file.size} 字节`} <code>${file.sha512}</code>
                  </li>`,
                ]
              : [],
          )}
        </ul>
      </li>`,
  );

const entries = ({ log, context }: ItemRecord): Markup[] =>
  log.map(
    (entry) =>
      html`<tr>
        <td>${String(entry.seq)}</td>
        <td>${readable(entry.at)}</td>
        <td>${oneLine(story(entry, context.roster, 'zh-CN'))}</td>
        <td>${entry.author && zh.identity[entry.author.identity]}</td>
        <td><code>${entry.hash.slice(0, 16)}</code></td>
      </tr>`,
  );

/** The record of an item as a page that opens offline, without scripts, styles or pictures from elsewhere. */
export const recordPage = (record: ItemRecord): string => {
  const { state, context, drill } = record;
  const title = `${officeNumber(numberOf(state.item))} ${oneLine(context.planned.problem)}`;
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
        ${facts(record)}
        <h2>整改措施与佐证</h2>
        <ol>
          ${measures(record)}
        </ol>
        <h2>办理过程</h2>
        <table>
          ${entries(record)}
        </table>
      </body>
    </html>`;
  return `${page.toString().trim()}\n`;
};
