import { type ItemRecord, LOG_HEAD, type MissingMail } from './record';

export const BAG_INFO = 'bag-info.txt';

/** The archive number (档号), given with the plan or the reopening and never changed. */
export const ARCHIVE_NUMBER = 'External-Identifier';

const DRILL = 'Rectify-Drill';
const MISSING_MAIL = 'Rectify-Missing-Mail';
const FORM = 'Rectify-Record';

/**
 * The form of the record, of items and rounds: how `item.json`, `index.html` and `bag-info.txt` are made from the log
 * and the rest. Raise it when they are made differently: they are compared with the log only in a bag of the form
 * known here.
 */
const RECORD_FORM = '1';

export const OUR_FORM: Readonly<Record<string, string>> = { [FORM]: RECORD_FORM };

/** The name of the drill, where it was one. */
export const drillLabel = (drill: string | undefined): Record<string, string> =>
  drill === undefined ? {} : { [DRILL]: drill };

/** What `bag-info.txt` says of a record, besides the day of bagging. */
export const infoOf = ({ state, log, context, drill, missing }: ItemRecord): Record<string, string> => ({
  'Source-Organization': context.round.body,
  'External-Description': context.planned.problem,
  [ARCHIVE_NUMBER]: context.archiveNumber,
  'Internal-Sender-Identifier': state.item,
  'Internal-Sender-Description': `${context.round.title} ${context.planned.category}`,
  ...OUR_FORM,
  [LOG_HEAD]: log.at(-1)?.hash ?? '',
  'Rectify-Policy': context.policy.version,
  'Rectify-Calendar': context.calendar.version,
  ...drillLabel(drill),
  ...(missing.length > 0 && {
    [MISSING_MAIL]: missing.map(({ mailbox, id }) => `${mailbox} ${id}`).join('; '),
  }),
});

export type Info = readonly (readonly [label: string, value: string])[];

/** The values of a label; `bag-info.txt` may repeat one, and upper and lower case are the same (RFC 8493, 2.2.2). */
export const valuesOf = (info: Info, label: string): string[] =>
  info.filter(([one]) => one.toLowerCase() === label.toLowerCase()).map(([, value]) => value);

/** True for a bag whose record has the form that is made here. */
export const hasOurForm = (info: Info): boolean => valuesOf(info, FORM).join() === RECORD_FORM;

/** What of a record only `bag-info.txt` tells. */
export const toldByInfo = (info: Info): Pick<ItemRecord, 'drill' | 'missing'> & { archiveNumber: string } => {
  const [drill] = valuesOf(info, DRILL);
  const missing = valuesOf(info, MISSING_MAIL).flatMap((value) => value.split('; '));
  return {
    archiveNumber: valuesOf(info, ARCHIVE_NUMBER).join(),
    ...(drill !== undefined && { drill }),
    missing: missing.map((text): MissingMail => {
      const [mailbox = '', id = ''] = text.split(' ');
      return { mailbox, id };
    }),
  };
};
