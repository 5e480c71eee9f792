import { readable } from '../../calendar/zone';
import type { AddedItem } from '../../round/amend/amendment';
import type { SecondFault } from '../../round/second/faults';
import type { RefusalSentences } from '../refusals';
import type { AmendedWords, StoryWords } from '../words';
import { COUNTERSIGN_FAULT } from './countersign-faults';
import { COMMAND } from './terms';

const ofItem = (label: string) => () => label;
const ofMeasure = (label: string) => (measure: number) => `Measure ${measure}${label}`;

/** What an amendment of the plan changes. */
export const AMENDED: AmendedWords = {
  field: {
    category: ofItem('Category'),
    problem: ofItem('Problem'),
    kind: ofItem('Kind'),
    deadline: ofItem('Deadline'),
    section: ofItem('Section'),
    assisting: ofItem('Assisting sections'),
    cause: ofItem('Cause'),
    goal: ofItem('Goal'),
    priority: ofItem('Priority'),
    tags: ofItem('Tags'),
    source: ofItem('Source'),
    'measure-text': ofMeasure(''),
    'measure-kind': ofMeasure(', kind'),
    'measure-owner': ofMeasure(', owner'),
    'measure-deadline': ofMeasure(', deadline'),
    'measure-added': (measure) => `Measure ${measure} (added)`,
    'measure-dropped': (measure) => `Measure ${measure} (dropped)`,
  },
  nothing: '(none)',
  change: (before, after) => `${before} → ${after}`,
  dropped: (text, reason) => `${text} (reason: ${reason})`,
  fault: {
    ended: () => 'it has been closed, archived or withdrawn',
    'measure-done': (measure) => `measure ${measure} has been completed`,
    'unknown-measure': (measure) => `it has no measure ${measure}`,
    'number-taken': (measure) => `the number ${measure} is, or was, that of another measure`,
    'measure-twice': (measure) => `measure ${measure} is named twice`,
    'no-measure-left': () => 'no measure would be left',
    'measure-after-item': (measure) => `measure ${measure} would be due after the item`,
    'date-passed': (measure) =>
      measure === 0 ? 'the new deadline has passed' : `the new deadline of measure ${measure} has passed`,
    sustained: () => 'its stage has been accepted, so only its texts can be amended',
    'category-differs': () => 'items of one category would have different names for it; amend all of them',
    'nothing-new': () => 'nothing would change',
    'needs-head': () => "it has been worked on meanwhile, so this needs the head's countersignature",
    'item-exists': () => 'another item has, or has had, this number; give it a new one',
    'duties-not-separate': () => 'its handler, leader and acceptor must be three people',
    'split-unknown': () => 'the item that it is to be split from is not in the round',
    'too-many-items': () => 'the round would have more than 2,000 items',
    'not-begun': () => 'items that were added just now have still to begin; give it again in a minute',
    full: () => 'its log has no room for so large an amendment',
  },
};

const SECOND_FAULT: Record<SecondFault, string> = {
  ...COUNTERSIGN_FAULT,
  'unknown-key': 'it is signed by a key that the roster has for nobody who may sign here',
  unsigned: 'the second signature is missing',
  'not-a-statement': 'what was signed is no such command',
  'not-by-its-author': 'the first signature is not by the person in whose name it is given',
  'nothing-waits':
    'no such command waits to be countersigned: it may have lapsed, been replaced, or been overtaken (see rectify round)',
  'already-signed': 'another person has countersigned it',
  'own-case': 'nobody countersigns what is their own case; somebody else must',
  'claimed-round': 'this round takes people at their word, so nobody countersigns',
};

export const AMEND_REFUSALS: Pick<
  RefusalSentences,
  'NotCountersigned' | 'SecondAwaited' | 'PlanMoved' | 'AmendmentUnfit'
> = {
  NotCountersigned: ({ command, fault }) =>
    `The countersignature was not accepted (${COMMAND[command]}): ${SECOND_FAULT[fault]}.`,
  SecondAwaited: ({ command, name, until }) =>
    `${name} has asked for the same (${COMMAND[command]}), and it waits to be countersigned until ${readable(until)}. Wait for it to be countersigned or to lapse, or have ${name} give it anew.`,
  PlanMoved: ({ basedOn, version, at, name }) =>
    `The amendment was made from version ${basedOn} of the plan, which is at version ${version} by now${
      name === undefined || at === undefined ? '' : ` (amended by ${name} at ${readable(at)})`
    }. Nothing was amended. Look at the plan as it stands (rectify show, rectify round), then amend it.`,
  AmendmentUnfit: ({ item, fault, measure }) =>
    `Item ${item} cannot be amended so: ${AMENDED.fault[fault](measure ?? 0)}. Nothing was amended.`,
};

const addedItem = ({ planned: { number }, splitFrom }: AddedItem): string =>
  splitFrom === undefined ? number : `${number} (split from ${splitFrom})`;

type OfAmendments =
  'second-asked' | 'second-lapsed' | 'plan-amended' | 'amendment-conflict' | 'amendment-refused';

/** Amendments of the plan, and what takes two, in words. */
export const AMEND_STORY: Pick<StoryWords, OfAmendments> = {
  'second-asked': ({ command, items, reason, until }, { who }) =>
    `${who} asked for a countersignature (${COMMAND[command]}, items ${items.join(', ')}) by ${readable(until)}: ${reason}`,
  'second-lapsed': ({ command, asked, overtaken }) =>
    overtaken === undefined
      ? `nobody countersigned entry ${asked} (${COMMAND[command]}) in time: it has lapsed`
      : `entry ${overtaken} has overtaken entry ${asked} (${COMMAND[command]}): it has lapsed`,
  'plan-amended': ({ version, changes, added = [], reason, number, asked }, { who }) =>
    `${who} ${asked === undefined ? 'amended' : `countersigned entry ${asked} and so amended`} the plan, version ${version}${
      number === undefined ? '' : `, no. ${number}`
    }${changes.length === 0 ? '' : `, items ${changes.map(({ item }) => item).join(', ')}`}${
      added.length === 0 ? '' : `, added ${added.map(addedItem).join(', ')}`
    }: ${reason}`,
  'amendment-conflict': ({ item, version, fault, measure }) =>
    `version ${version} of the plan came to nothing for item ${item}: ${AMENDED.fault[fault](measure ?? 0)}; the office must decide`,
  'amendment-refused': ({ version, fault, measure }) =>
    `version ${version} of the plan came to nothing here: ${AMENDED.fault[fault](measure ?? 0)}`,
};
