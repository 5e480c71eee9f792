import { wordedDifference } from '../../../domain/language/difference';
import { differencesOf } from '../../../domain/round/amend/difference';
import { nameOf } from '../../../domain/round/offices';
import type { Markup } from '../../../base/markup';
import type { ItemRecord } from '../record';
import { doer, listing, named, when, zh } from './parts';

/** Every amendment of the plan that this item took, with what was before and after. */
export const amendments = ({ log, context: { roster } }: ItemRecord): Markup | undefined =>
  listing(
    '整改方案调整',
    ['条', '时间', '办理人', '方案', '原因', '调整内容'],
    log.flatMap(({ seq, at, author, event }) => {
      if (event.type !== 'amended') return [];
      const { version, number, reason } = event;
      const changes = differencesOf(event, (person) => nameOf(person, roster)).map((one) => {
        const { label, value } = wordedDifference(one, zh);
        return [label, value] as [string, string];
      });
      const plan = `第 ${version} 版${number === undefined ? '' : `（${number}）`}`;
      return [[seq, when(at), author ? doer(author, roster) : '系统', plan, reason, named(changes)]];
    }),
  );
