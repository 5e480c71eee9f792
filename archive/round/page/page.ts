import { oneLine } from '../../../base/safe-text';
import { undoneIn } from '../../../domain/round/undo/undone';
import { pageOf } from '../../item/page/frame';
import { course } from '../../item/page/log';
import { code, foundations } from '../../item/page/parts';
import { keys, signersOf } from '../../item/page/signers';
import { closeIn, type RoundRecord } from '../record';
import { documents } from './documents';
import { published, results, statuses } from './totals';
import { basics } from './head';
import { items } from './items';

/** A version that is in force, and the first one where that was another. */
const sinceTheBeginning = (version: string, first: string): string =>
  version === first ? version : `${version}（开始时为 ${first}）`;

/** The record of a round as a page for an archivist or auditor. */
export const roundPage = (record: RoundRecord): string => {
  const { head, log, calendar, born, drill } = record;
  const signers = signersOf(log);
  const heading = `${oneLine(head.title)}${undoneIn(log) ? '（导入已撤销）' : ''}`;
  const title = `${closeIn(log)?.archiveNumber ?? ''} ${heading}`.trim();
  return pageOf({ title, heading, drill, log }, [
    basics(record),
    published(record),
    statuses(record),
    results(record),
    items(record),
    documents(record),
    course(log, head.roster, signers),
    keys(head.roster, signers),
    foundations([
      ['规则版本', sinceTheBeginning(head.policy.version, born.policy)],
      ['节假日安排', sinceTheBeginning(calendar.version, born.calendar)],
      ['经过末条', code(log.at(-1)?.hash ?? '')],
    ]),
  ]);
};
