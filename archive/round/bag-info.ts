import { civilOf } from '../../domain/calendar/zone';
import { undoneIn } from '../../domain/round/undo/undone';
import { ARCHIVE_NUMBER, drillLabel, OUR_FORM } from '../item/bag-info';
import { LOG_HEAD } from '../item/record';
import { closeIn, type RoundRecord } from './record';

/** What `bag-info.txt` says of the record of a round, besides the day of bagging. */
export const roundInfoOf = ({ head, calendar, log, drill }: RoundRecord): Record<string, string> => {
  const undone = undoneIn(log);
  return {
    'Source-Organization': head.body,
    'External-Description': head.title,
    [ARCHIVE_NUMBER]: closeIn(log)?.archiveNumber ?? '',
    'Internal-Sender-Identifier': head.round,
    'Internal-Sender-Description': head.title,
    ...OUR_FORM,
    [LOG_HEAD]: log.at(-1)?.hash ?? '',
    ...(undone && { 'Rectify-Undone': civilOf(undone.at) }),
    'Rectify-Policy': head.policy.version,
    'Rectify-Calendar': calendar.version,
    ...drillLabel(drill),
  };
};
