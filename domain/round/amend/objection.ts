import { canonical } from '../../../base/hash';
import type { CivilDate } from '../../calendar/civil';
import { isOpen, type Status } from '../../item/states';
import type { PlannedItem } from '../../plan/plan';
import type { Refusal } from '../../refusal';
import type { AmendmentObjection, ItemAmendment, MeasureChanges } from './amendment';
import { withAmendment } from './planned';

/** An item as an amendment finds it. A round does not know which measures are done; an item does. */
export type Amended = {
  status: Status;
  planned: PlannedItem;
  /** Numbers that measures have, or have had. */
  used: readonly number[];
  /** Numbers of measures that are done. */
  done?: readonly number[] | undefined;
};

const ofMeasures = (
  { add = [], change = [], drop = [] }: MeasureChanges,
  { planned, used, done = [] }: Amended,
): AmendmentObjection | undefined => {
  const known = planned.measures.map(({ no }) => no);
  const named = [...change, ...drop].map(({ no }) => no);
  for (const no of named) {
    if (!known.includes(no)) return { fault: 'unknown-measure', measure: no };
    if (done.includes(no)) return { fault: 'measure-done', measure: no };
    if (named.filter((one) => one === no).length > 1) return { fault: 'measure-twice', measure: no };
  }
  const coming = add.map(({ no }) => no);
  const taken = coming.find((no, index) => used.includes(no) || coming.indexOf(no) < index);
  if (taken !== undefined) return { fault: 'number-taken', measure: taken };
  return known.length + add.length === drop.length ? { fault: 'no-measure-left' } : undefined;
};

/** A measure is due by the deadline of its item, and one that is newly dated is not due already. */
export const dateObjection = (
  { measures = {} }: Pick<ItemAmendment, 'measures'>,
  { deadline, measures: after }: PlannedItem,
  today: CivilDate,
): AmendmentObjection | undefined => {
  const dated = [...(measures.add ?? []), ...(measures.change ?? []).map(({ no, set }) => ({ no, ...set }))];
  const passed = dated.find((one) => typeof one.deadline === 'string' && one.deadline <= today);
  if (passed) return { fault: 'date-passed', measure: passed.no };
  const late = after.find((one) => deadline !== undefined && (one.deadline ?? '') > deadline);
  return late && { fault: 'measure-after-item', measure: late.no };
};

/** What has happened to an item that speaks against an amendment of it. */
const ofStatus = (
  { set = {}, measures }: ItemAmendment,
  { status }: Amended,
): AmendmentObjection | undefined => {
  if (!isOpen(status)) return { fault: 'ended' };
  const moves = measures !== undefined || set.kind !== undefined || set.deadline !== undefined;
  return status === 'sustained' && moves ? { fault: 'sustained' } : undefined;
};

/** Why an item cannot be amended as is said. Asked by its round, and again by the item, which may have moved on. */
export const amendmentObjection = (
  change: ItemAmendment,
  item: Amended,
  today: CivilDate,
): AmendmentObjection | undefined => {
  const after = withAmendment(item.planned, change);
  const isSame = canonical(after) === canonical(item.planned);
  return (
    ofStatus(change, item) ??
    (change.measures && ofMeasures(change.measures, item)) ??
    dateObjection(change, after, today) ??
    (isSame ? { fault: 'nothing-new' } : undefined)
  );
};

/** A deadline that is newly set lies ahead. */
export const passedDeadline = ({ set }: Pick<ItemAmendment, 'set'>, today: CivilDate): Refusal | undefined =>
  set?.deadline !== undefined && set.deadline <= today
    ? { type: 'DateNotAhead', date: set.deadline, today }
    : undefined;
