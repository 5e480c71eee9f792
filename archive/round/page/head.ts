import type { PersonId } from '../../../base/ids';
import type { Markup } from '../../../base/markup';
import { deed, facts, section, when, who, zh } from '../../item/page/parts';
import { undoneIn } from '../../../domain/round/undo/undone';
import { withAdditions } from '../../../domain/round/amend/additions';
import { closeIn, type RoundRecord } from '../record';

/** What the round is, whose it is, and how it ended. */
export const basics = ({ head, plan, log }: RoundRecord): Markup | undefined => {
  const { roster, round, body, feedback, concentratedUntil } = head;
  const closed = closeIn(log);
  const people = (ids: readonly PersonId[]) => ids.map((id) => who(id, roster)).join('、');
  const [first] = log;
  const undone = undoneIn(log);
  const added = withAdditions([], log).length;
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
      ['事项', `${plan.items.length} 项${added === 0 ? '' : `，另增列 ${added} 项`}`],
      ['开始', first && when(first.at)],
      ['撤销导入', undone?.author && deed({ ...undone.author, at: undone.at }, roster)],
      ['撤销原因', undone?.event.reason],
      ['撤销文号', undone?.event.number],
      ['办结', closed && deed({ ...closed.author, at: closed.at }, roster)],
      ['办结说明', closed?.note],
    ]),
  );
};
