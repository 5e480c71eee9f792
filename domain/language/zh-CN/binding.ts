import { readable, instant } from '../../calendar/zone';
import type { Mattering } from '../../item/matters';
import type { RefusalSentences } from '../refusals';
import { COMMAND, FACT } from './terms';

const CAME: Readonly<Record<Mattering, string>> = {
  ...FACT,
  'evidence-added': '提交佐证',
  'evidence-withdrawn': '撤回佐证',
  'measure-completed': '完成措施',
  'result-recorded': '登记成效',
  'result-corrected': '更正成效',
};

const BOUND = { genesis: '本轮次的启动', seen: '签署人看到的经过' };

/** 指令签给哪一次启动、签署人当时看到了什么、何时签署. */
export const BINDING_REFUSALS: Pick<
  RefusalSentences,
  'OtherOpening' | 'Unbound' | 'UnknownHead' | 'SeenTooOld' | 'TimeOff'
> = {
  OtherOpening: () =>
    '该指令是为本轮次的另一次启动签署的（方案不同，或属于演练、其他系统），在这里无效。请在这里查看后重新提交。',
  Unbound: ({ lacks }) =>
    `指令须写明${lacks.map((one) => BOUND[one]).join('和')}（缺 ${lacks.join('、')}），请升级 rectify 后重新提交。`,
  UnknownHead: ({ seen }) =>
    `您看到的经过（${seen.slice(0, 12)}…）不在这里的记录中，请重新查看后再提交；如果记录确有缺失，请告知系统运维人员。`,
  SeenTooOld: ({ command, entries, more }) =>
    `您查看之后事项又有变动，关系到本次${COMMAND[command]}：${entries
      .map(({ seq, event }) => `第 ${seq} 条 ${CAME[event]}`)
      .join('、')}${more > 0 ? `，另有 ${more} 条` : ''}。请用 rectify show 重新查看后再作决定。`,
  TimeOff: ({ given, arrived }) =>
    `签署时间与收到时间相差过大：指令写明的时间是 ${readable(instant(Date.parse(given)))}，收到时是 ${readable(arrived)}，相差不得超过一小时。请校准电脑时间后重新提交。`,
};
