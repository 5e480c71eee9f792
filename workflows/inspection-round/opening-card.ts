import { type Clock, isDrill } from '../../domain/calendar/clock';
import { civilOf, type Instant, readable } from '../../domain/calendar/zone';
import type { RoundHead } from '../../domain/plan/plan';
import { nameOf } from '../../domain/round/offices';
import type { OpeningState } from '../../domain/round/opening/opened';

/** The card that the Temporal UI shows for a round that waits for the second signature of its opening. */
export const waitingCard = (
  { title, round, roster }: RoundHead,
  { signers, people, until }: Extract<OpeningState, { state: 'waiting' }>,
  now: Instant,
  clock: Clock,
): string => {
  const names = (ids: readonly Parameters<typeof nameOf>[0][]) =>
    ids.map((id) => `${nameOf(id, roster)} ${id}`).join('、');
  return [
    `### ${title}${isDrill(clock) ? '【演练】' : ''}`,
    '',
    `${civilOf(now)} · 等待会签，尚未启动任何事项`,
    '',
    `- 已签名：${names(signers.map(({ person }) => person))}`,
    `- 待会签：${names(people)}（rectify countersign ${round}）`,
    `- 截止：${readable(until)}，过期即作废`,
  ].join('\n');
};
