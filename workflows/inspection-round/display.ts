import { isDrill } from '../../domain/calendar/clock';
import { civilOf, readable } from '../../domain/calendar/zone';
import { STATUSES } from '../../domain/item/states';
import { words } from '../../domain/language';
import { PUBLISHED } from '../../domain/round/published';
import { leftByUndo, undoneIn } from '../../domain/round/undo/undone';
import type { RoundStarted } from '../started';
import type { RoundLife } from '../../domain/round/life';
import { realNow } from '../time';

const zh = words('zh-CN');

/** The last notice, and how many there were. */
const notices = ({ log }: RoundLife): string => {
  const all = log.flatMap(({ at, event }) => (event.type === 'notice-published' ? [{ at, event }] : []));
  const last = all.at(-1);
  if (!last) return '尚未发布';
  const figures = PUBLISHED.map((one) => `${zh.published[one]} ${last.event.figures[one]}`).join('、');
  return `${all.length} 次，最近 ${readable(last.at)}：${figures}`;
};

/** How close the round is to its end, and what it waits for. */
const stage = (round: RoundLife): string => {
  const { log, record, paper } = round;
  if (record) return `已归档 ${record.archiveNumber} · ${record.bag}`;
  const closed = log.find(({ event }) => event.type === 'round-closed');
  if (closed) {
    const what = paper ? '保存台账' : '核验各事项归档包并写入轮次归档包';
    return `已于 ${readable(closed.at)} 办结，正在${what}；未完成的原因见 Pending Activities`;
  }
  const open = round.ledger.rows.filter(({ archive }) => !archive).length;
  const isPublished = log.some(({ event }) => event.type === 'notice-published');
  const missing = [...(open > 0 ? [`${open} 项归档`] : []), ...(isPublished ? [] : ['发布通报'])];
  return missing.length > 0 ? `办理中，办结尚待${missing.join('、')}` : '可以办结（rectify close-round）';
};

/** A notice's ledger that the store does not have yet; an unreachable store shows here. */
const waiting = ({ paper, isClosed }: RoundLife): string[] =>
  paper && !isClosed ? [`- 待存：${paper.name}；存不上的原因见 Pending Activities`] : [];

/** Items whose log is not the one that they had reported. */
const wentBack = ({ ledger }: RoundLife): string[] => {
  const items = ledger.rows.flatMap(({ number, logWentBack }) => (logWentBack ? [number] : []));
  return items.length > 0 ? [`- **办理经过被回退：${items.join('、')}**；详见 rectify show`] : [];
};

/** That its import was undone, and what that has left open. */
const undoing = ({ log, ledger }: RoundLife): string[] => {
  const undone = undoneIn(log);
  if (!undone) return [];
  const left = leftByUndo(ledger.rows, log);
  return [
    `- **导入已于 ${readable(undone.at)} 撤销**`,
    ...(left.length > 0 ? [`- **未随导入撤销、须单独决定：${left.join('、')}**`] : []),
  ];
};

/** The card that the Temporal UI shows for a round. `unread`: how many reports of items it could not read yet. */
export const overview = (round: RoundLife, { clock }: RoundStarted, unread: number): string => {
  const { head, ledger } = round;
  const now = round.timeAt(realNow());
  const totals = ledger.totals(now);
  return [
    `### ${head.title}${isDrill(clock) ? '【演练】' : ''}`,
    '',
    `${civilOf(now)} · ${totals.items} 项${head.policy.identity === 'claimed' ? ' · 接受自称身份，未经证明' : ''}`,
    '',
    `| ${STATUSES.map((status) => zh.status[status]).join(' | ')} | 超期 |`,
    `|${'---|'.repeat(STATUSES.length + 1)}`,
    `| ${STATUSES.map((status) => totals.byStatus[status]).join(' | ')} | ${totals.overdue} |`,
    '',
    ...undoing(round),
    `- 阶段：${stage(round)}`,
    `- 通报：${notices(round)}`,
    ...waiting(round),
    ...wentBack(round),
    ...(unread > 0 ? [`- **${unread} 条台账报送为其他版本所写，本版本读不懂**，已留存，每小时内重读`] : []),
  ].join('\n');
};
