import { manifestHash } from '../../../domain/evidence/manifest';
import { numberOf } from '../../../base/ids';
import type { Markup } from '../../../base/markup';
import { oneLine } from '../../../base/safe-text';
import { officeNumber } from '../../../domain/plan/plan';
import type { ItemRecord } from '../record';
import { amendments } from './amendments';
import { proposals, sustaining, withdrawal } from './afterwards';
import { pageOf } from './frame';
import { basics, lostLife, previousLife } from './head';
import { course, decisions } from './log';
import { mails } from './mails';
import { measures } from './measures';
import { code, foundations } from './parts';
import { results } from './results';
import { extensions, review } from './review';
import { keys, signersOf } from './signers';

/** The rules by which all of it was done, and the hashes that tie it together. */
const versions = ({ state, log, context: { policy, calendar } }: ItemRecord): Markup | undefined =>
  foundations([
    ['规则版本', policy.version],
    ['节假日安排', calendar.version],
    ['佐证清单', code(manifestHash(state))],
    ['经过末条', code(log.at(-1)?.hash ?? '')],
  ]);

const body = (record: ItemRecord): (Markup | undefined)[] => {
  const signers = signersOf(record.log);
  return [
    basics(record),
    previousLife(record),
    lostLife(record),
    measures(record),
    results(record),
    amendments(record),
    review(record),
    extensions(record),
    sustaining(record),
    withdrawal(record),
    proposals(record),
    decisions(record, signers),
    course(record.log, record.context.roster, signers),
    ...mails(record),
    keys(record.context.roster, signers),
    versions(record),
  ];
};

/** The record of an item as a page for an archivist or auditor. */
export const recordPage = (record: ItemRecord): string => {
  const { state, context, log, drill } = record;
  const heading = `${officeNumber(numberOf(state.item))} ${oneLine(context.planned.problem)}`;
  return pageOf({ title: `${context.archiveNumber} ${heading}`, heading, drill, log }, body(record));
};
