import { numberOf } from '../ids';
import { nameOf } from '../ladder/tellings';
import { words } from '../language';
import { html, type Markup } from '../mail/markup';
import { oneLine } from '../mail/safe-text';
import { officeNumber } from '../round/plan';
import { factRow, logTable, pageOf } from './page-frame';
import { evidencePath, type ItemRecord } from './record';

const zh = words('zh-CN');

const facts = ({ state, context }: ItemRecord): Markup => {
  const { planned, roster, round, archiveNumber } = context;
  const name = (side: keyof typeof state.people) => nameOf(state.people[side], roster);
  return html`<table>
    ${[
      factRow('档号', archiveNumber),
      factRow('轮次', `${round.title}(${round.id})`),
      factRow('被巡察单位', round.body),
      factRow('问题方面', planned.category),
      factRow('整改类型', zh.itemKind[planned.kind]),
      factRow('责任领导', name('leader')),
      factRow('责任科室', planned.section),
      factRow('经办人', name('handler')),
      factRow('验收人', name('acceptor')),
      factRow('原定时限', state.originalDeadline ?? zh.date.none),
      factRow('现行时限', state.deadline ?? zh.date.none),
      factRow('审批轮次', String(state.reviewRound)),
      factRow('状态', zh.status[state.status]),
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

/** The record of an item as a page that opens offline, without scripts, styles or pictures from elsewhere. */
export const recordPage = (record: ItemRecord): string => {
  const { state, context, drill } = record;
  const title = `${officeNumber(numberOf(state.item))} ${oneLine(context.planned.problem)}`;
  return pageOf(title, drill, [
    facts(record),
    html`<h2>整改措施与佐证</h2>
      <ol>
        ${measures(record)}
      </ol>
      <h2>办理过程</h2>`,
    logTable(record.log, context.roster),
  ]);
};
