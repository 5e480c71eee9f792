import { bagsTheirOwn, bagsValid } from './bags';
import { acknowledgedKept, allAnswered, refusedLeftNothing } from './commands';
import { endedOrWaiting, ledgerAgrees, noLogWentBack } from './ends';
import type { Invariant } from './invariant';
import {
  copiesBounded,
  everyDueNoticeSent,
  mailsHaveReceipts,
  noneEarly,
  noNoticeTwice,
  receiptsAreTrue,
} from './mail';
import { simulationRules } from './rules';

export const INVARIANTS: readonly Invariant[] = [
  acknowledgedKept,
  refusedLeftNothing,
  allAnswered,
  everyDueNoticeSent,
  noneEarly,
  noNoticeTwice,
  receiptsAreTrue,
  mailsHaveReceipts,
  copiesBounded,
  bagsValid,
  bagsTheirOwn,
  endedOrWaiting,
  ledgerAgrees,
  noLogWentBack,
  simulationRules,
];
