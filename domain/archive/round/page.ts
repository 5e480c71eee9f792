import { civilOf, readable } from '../../calendar/zone';
import { numberOf } from '../../ids';
import { sizeText } from '../../language/size';
import { html, type Markup } from '../../mail/markup';
import { oneLine } from '../../mail/safe-text';
import { officeNumber } from '../../round/plan';
import { PUBLISHED } from '../../round/published';
import { type LedgerRow, publishedStatus } from '../../round/row';
import { pageOf } from '../page/frame';
import { course } from '../page/log';
import {
  type Cell,
  code,
  doer,
  facts,
  foundations,
  listing,
  section,
  table,
  unbroken,
  when,
  who,
  written,
  zh,
} from '../page/parts';
import { keys, signersOf } from '../page/signers';
import { type BagReference, closeIn, documentsIn, ledgerPath, type RoundRecord } from './record';

const basics = ({ head, plan, log }: RoundRecord): Markup | undefined => {
  const { roster, round, body, feedback, concentratedUntil } = head;
  const closed = closeIn(log);
  const people = (ids: typeof roster.office) => ids.map((id) => who(id, roster)).join('、');
  const [first] = log;
  return section(
    '基本情况',
    facts([
      ['档号', closed?.archiveNumber],
      ['轮次', round],
      ['被巡察单位', body],
      ['反馈日期', feedback],
      ['集中整改期至', concentratedUntil],
      [zh.role.head, people([roster.head])],
      [zh.role.office, people(roster.office)],
      [zh.role.oversight, people(roster.oversight)],
      [zh.role.archivist, people([roster.archivist])],
      ['事项', `${plan.items.length} 项`],
      ['开始', first && when(first.at)],
      ['办结', closed && html`${when(closed.at)} ${written(doer(closed.author, roster))}`],
      ['办结说明', closed?.note],
    ]),
  );
};

/** The figures at each moment at which the ledger was kept, with the whole of it. */
const figures = ({ ledgers }: RoundRecord): Markup | undefined =>
  listing(
    '对外口径',
    ['台账', '经过', ...PUBLISHED.map((one) => zh.published[one]), '合计'],
    ledgers.map(({ entry: { seq }, at, totals }): Cell[] => [
      html`<a href="${ledgerPath(seq)}">${unbroken(readable(at))}</a>`,
      `第 ${seq} 条`,
      ...PUBLISHED.map((one) => totals.byPublished[one]),
      totals.items,
    ]),
  );

/** Bags of items lie beside that of their round: the link leads there as long as they do. */
const bagLink = ({ bag, archiveNumber, manifest }: BagReference): Markup =>
  html`<div>
    <a href="../../${bag.slice(bag.lastIndexOf('/') + 1)}/data/index.html">${unbroken(archiveNumber)}</a>
    ${code(manifest)}
  </div>`;

const itemRow = (row: LedgerRow, { ledgers, bags }: RoundRecord): Cell[] => {
  const at = ledgers.at(-1)?.at;
  return [
    unbroken(officeNumber(row.number)),
    row.problem,
    unbroken(zh.status[row.status]),
    at === undefined ? undefined : zh.published[publishedStatus(row, civilOf(at))],
    bags.filter(({ item }) => numberOf(item) === row.number).map(bagLink),
  ];
};

/** Every item with the bags of its lives: the SHA-512 is that of the bag's tag manifest, which names all in it. */
const items = (record: RoundRecord): Markup | undefined => {
  const rows = record.ledgers.at(-1)?.rows ?? [];
  const categories = [...new Set(rows.map(({ category }) => category))];
  return section(
    '事项',
    categories.map((category) => {
      const own = rows.filter((row) => row.category === category).map((row) => itemRow(row, record));
      return html`<h3>${oneLine(category)}</h3>
        ${table(['编号', '具体问题', '状态', '对外口径', '归档包，其 tagmanifest-sha512.txt 的 SHA-512'], own)}`;
    }),
  );
};

const documents = ({ log }: RoundRecord): Markup | undefined =>
  listing(
    '文件',
    ['号', '种类', '题名', '文号', '日期', '事项', '大小和类型', 'SHA-512'],
    documentsIn(log).map((document): Cell[] => {
      const { no, kind, title, number, item, effectiveDate, size, mediaType, sha512, path } = document;
      return [
        no,
        zh.documentKind[kind],
        html`<a href="${path}">${written(title)}</a>`,
        number,
        unbroken(effectiveDate),
        item && unbroken(officeNumber(item)),
        `${sizeText(size)}\n${mediaType}`,
        code(sha512),
      ];
    }),
  );

/** The record of a round as a page for an archivist or auditor. */
export const roundPage = (record: RoundRecord): string => {
  const { head, log, calendar, drill } = record;
  const signers = signersOf(log);
  const heading = oneLine(head.title);
  const title = `${closeIn(log)?.archiveNumber ?? ''} ${heading}`.trim();
  return pageOf({ title, heading, drill, log }, [
    basics(record),
    figures(record),
    items(record),
    documents(record),
    course(log, head.roster, signers),
    keys(head.roster, signers),
    foundations([
      ['规则版本', head.policy.version],
      ['节假日安排', calendar.version],
      ['经过末条', code(log.at(-1)?.hash ?? '')],
    ]),
  ]);
};
