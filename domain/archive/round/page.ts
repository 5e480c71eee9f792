import { civilOf, readable } from '../../calendar/zone';
import { numberOf } from '../../ids';
import { nameOf } from '../../ladder/tellings';
import { words } from '../../language';
import { html, type Markup } from '../../mail/markup';
import { oneLine } from '../../mail/safe-text';
import { officeNumber } from '../../round/plan';
import { PUBLISHED } from '../../round/published';
import { type LedgerRow, publishedStatus } from '../../round/row';
import { factRow, logTable, pageOf } from '../page-frame';
import { type BagReference, closeIn, documentsIn, type FiledDocument, type RoundRecord } from './record';

const zh = words('zh-CN');

const facts = ({ head, plan, log }: RoundRecord): Markup => {
  const { roster } = head;
  const closed = closeIn(log);
  const names = (ids: typeof roster.office) => ids.map((id) => nameOf(id, roster)).join('、');
  return html`<table>
    ${[
      factRow('档号', closed?.archiveNumber ?? ''),
      factRow('轮次', head.round),
      factRow('被巡察单位', head.body),
      factRow('反馈日期', head.feedback),
      factRow('集中整改期至', head.concentratedUntil),
      factRow('主要负责人', names([roster.head])),
      factRow('整改办', names(roster.office)),
      factRow('派驻纪检组（巡察办）', names(roster.oversight)),
      factRow('档案员', names([roster.archivist])),
      factRow('事项', `${plan.items.length} 项`),
      factRow('开始', log[0] ? readable(log[0].at) : ''),
      factRow('办结', closed ? `${readable(closed.at)} ${nameOf(closed.author.by, roster)}` : ''),
      factRow('办结说明', closed?.note ?? ''),
    ]}
  </table>`;
};

/** The figures at each moment at which the ledger was kept. */
const figures = ({ ledgers }: RoundRecord): Markup =>
  html`<table>
    <tr>
      <th>台账</th>
      ${PUBLISHED.map((one) => html`<th>${zh.published[one]}</th>`)}
      <th>合计</th>
    </tr>
    ${ledgers.map(
      ({ entry, at, totals }) =>
        html`<tr>
          <td>${`${readable(at)}（经过第 ${entry.seq} 条）`}</td>
          ${PUBLISHED.map((one) => html`<td>${String(totals.byPublished[one])}</td>`)}
          <td>${String(totals.items)}</td>
        </tr>`,
    )}
  </table>`;

/** Bags of items lie beside that of their round: the link leads there as long as they do. */
const bagLink = ({ bag, archiveNumber, manifest }: BagReference): Markup =>
  html`<p>
    <a href="../../${bag.slice(bag.lastIndexOf('/') + 1)}/data/index.html">${archiveNumber}</a> ${bag}
    <code>${manifest}</code>
  </p>`;

const itemRow = (row: LedgerRow, { ledgers, bags }: RoundRecord): Markup => {
  const at = ledgers.at(-1)?.at;
  const published = at === undefined ? '' : zh.published[publishedStatus(row, civilOf(at))];
  return html`<tr>
    <td>${officeNumber(row.number)}</td>
    <td>${oneLine(row.problem)}</td>
    <td>${zh.status[row.status]}</td>
    <td>${published}</td>
    <td>${bags.filter(({ item }) => numberOf(item) === row.number).map(bagLink)}</td>
  </tr>`;
};

const categories = (record: RoundRecord): Markup[] => {
  const rows = record.ledgers.at(-1)?.rows ?? [];
  return [...new Set(rows.map(({ category }) => category))].map(
    (category) =>
      html`<h3>${oneLine(category)}</h3>
        <table>
          <tr>
            <th>编号</th>
            <th>具体问题</th>
            <th>状态</th>
            <th>对外口径</th>
            <th>归档包</th>
          </tr>
          ${rows.filter((row) => row.category === category).map((row) => itemRow(row, record))}
        </table>`,
  );
};

const documentRow = (document: FiledDocument): Markup => {
  const { no, kind, title, number, item, effectiveDate, size, sha512, path } = document;
  return html`<tr>
    <td>${String(no)}</td>
    <td>${zh.documentKind[kind]}</td>
    <td><a href="${path}">${oneLine(title)}</a></td>
    <td>${number === undefined ? '' : oneLine(number)}</td>
    <td>${effectiveDate}</td>
    <td>${item && officeNumber(item)}</td>
    <td>${`${size} 字节`} <code>${sha512}</code></td>
  </tr>`;
};

const documents = ({ log }: RoundRecord): Markup =>
  html`<table>
    <tr>
      <th>序号</th>
      <th>种类</th>
      <th>题名</th>
      <th>文号</th>
      <th>日期</th>
      <th>事项</th>
      <th>文件</th>
    </tr>
    ${documentsIn(log).map(documentRow)}
  </table>`;

/** The record of a round as a page that opens offline. */
export const roundPage = (record: RoundRecord): string =>
  pageOf(oneLine(record.head.title), record.drill, [
    facts(record),
    html`<h2>数字</h2>`,
    figures(record),
    html`<h2>事项</h2>`,
    ...categories(record),
    html`<h2>文件</h2>`,
    documents(record),
    html`<h2>经过</h2>`,
    logTable(record.log, record.head.roster),
  ]);
