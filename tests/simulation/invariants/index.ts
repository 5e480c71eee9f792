import type { Rule } from '../rule';
import { itemsAgree } from './agreement';
import { noFalseWord, onceOnly, refusalsChangeNothing, theEndIsTheEnd } from './answers';
import {
  approvalSeesEvidence,
  closedOnlyComplete,
  extensionsInTime,
  headDecidesPastPeriod,
  newDatesAhead,
  returnedWorkIsDone,
  returnsAreNoExtensions,
} from './decisions';
import { documentsAgree } from './documents';
import {
  closedOnlyArchived,
  endedByRight,
  ledgersAreKept,
  noticesAreTrue,
  noticesOnce,
  numbersGivenOnce,
} from './ending';
import { evidenceWithinLimits, versionsAreKept } from './evidence';
import { archiveNumbersUnique, ledgerIsTrue, peopleDecideOnPeople, totalsCount } from './ledger';
import { firstDeadlineKept, logIsWhole, stateFollowsLog, timeRunsOn } from './log';
import { factsAreTold, mailInMailHours, noDeadlineNoReminder, noMailTwice, oneRungADay } from './mail';
import { measuresRemind, onlyTheConcernedAreAsked } from './measures';
import { askedMayDecide, policySaysWhoDecides } from './proposals';
import { resultsAddUp } from './results';
import { dutiesApart, givenByRight, headDoesNotWithdrawOwnWork, nobodyDecidesTheirOwn } from './rights';
import { undoneAsksNobody, undoneIsWithdrawn, undoneOnlyUntouched } from './undo';
import { nobodyForgotten, noEndlessWaking, sustainedEnds, sustainedGoesOn } from './waiting';

const RULES: readonly (() => Rule)[] = [
  stateFollowsLog,
  firstDeadlineKept,
  logIsWhole,
  timeRunsOn,
  givenByRight,
  askedMayDecide,
  policySaysWhoDecides,
  dutiesApart,
  nobodyDecidesTheirOwn,
  headDoesNotWithdrawOwnWork,
  approvalSeesEvidence,
  closedOnlyComplete,
  versionsAreKept,
  evidenceWithinLimits,
  extensionsInTime,
  headDecidesPastPeriod,
  newDatesAhead,
  returnsAreNoExtensions,
  returnedWorkIsDone,
  refusalsChangeNothing,
  onceOnly,
  noFalseWord,
  theEndIsTheEnd,
  noMailTwice,
  oneRungADay,
  mailInMailHours,
  factsAreTold,
  noDeadlineNoReminder,
  measuresRemind,
  onlyTheConcernedAreAsked,
  nobodyForgotten,
  noEndlessWaking,
  sustainedGoesOn,
  sustainedEnds,
  totalsCount,
  resultsAddUp,
  ledgerIsTrue,
  archiveNumbersUnique,
  peopleDecideOnPeople,
  itemsAgree,
  closedOnlyArchived,
  noticesAreTrue,
  ledgersAreKept,
  numbersGivenOnce,
  noticesOnce,
  endedByRight,
  documentsAgree,
  undoneIsWithdrawn,
  undoneAsksNobody,
  undoneOnlyUntouched,
];

/** Every rule, with an empty memory: for one world. */
export const every = (): Rule[] => RULES.map((rule) => rule());
