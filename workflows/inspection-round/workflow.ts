import {
  allHandlersFinished,
  condition,
  continueAsNew,
  log,
  setCurrentDetails,
  setHandler,
} from '@temporalio/workflow';
import { domainTime } from '../../domain/calendar/clock';
import { toPayload } from '../../base/deflated';
import { identifyRound } from '../../domain/item/identify';
import { openConflicts } from '../../domain/round/amend/conflicts';
import { startsAdded } from '../../domain/round/errand';
import { RoundLife } from '../../domain/round/life';
import type { RoundBag } from '../../domain/round/memory';
import { readRow } from '../../domain/round/row';
import { type ImportUndone, undoneIn, undoneView } from '../../domain/round/undo/undone';
import { Alarm } from '../alarm';
import { takeCommands } from '../commands';
import {
  countersignUpdate,
  ledgerQuery,
  planQuery,
  roundCommandUpdate,
  type RoundInput,
  roundLogQuery,
  roundQuery,
  rowSignal,
  rowsSignal,
  totalsQuery,
  Undeliverable,
  undeliverableSignal,
} from '../messages';
import { roundGoingOn, roundStarted, type RoundStarted } from '../started';
import { eachOf, messagesIn } from '../lists';
import { takesPatch } from '../patches';
import { refuse } from '../refuse';
import { Arrivals, isOurs, isSealed, readInput, refuseUnsealed, sealedInput } from '../seals';
import { RunLength } from '../run-length';
import { realNow, wakeSummary } from '../time';
import { Unread } from '../unread';
import { overview } from './display';
import { runErrand, startItems, timeToStart } from './errands';
import { LostItems } from './lost-item';
import { mustBeOpened, openedBefore, openingOf, openRound } from './opening';
import { archive, PaperKeeper } from './papers';

/** How many more commands a long run takes while its items report one after the other. */
const PATIENCE = 250;

/**
 * One inspection of one body: starts its items, keeps their ledger, and takes what concerns all of them. It stays
 * open, since items may be reopened, until somebody closes it and its own record is in the archive.
 */
export async function inspectionRound(started: RoundInput): Promise<RoundBag | undefined> {
  const input = readInput(() => roundStarted(started));
  const opened = mustBeOpened(input) ? await openRound(input) : undefined;
  const assignedAt = domainTime(
    input.clock,
    realNow() + timeToStart(input.items.length, input.schemaVersion),
  );
  const round = new RoundLife({ ...input, assignedAt, opened }, input.carried);
  const unread = new Unread(({ message }) => {
    for (const row of messagesIn(message)) note(round, row);
  }, input.unread);
  const show = () => {
    setCurrentDetails(overview(round, input, unread.all.length));
  };
  const length = new RunLength(PATIENCE);
  const arrivals = new Arrivals(input.schemaVersion);
  const lost = new LostItems(round, length);
  listen({ round, input, show, length, arrivals, lost, unread });
  if (started.carried && isSealed(input.schemaVersion) && !(await isOurs(started))) throw refuseUnsealed();
  if (!input.carried) round.setAside(await startItems(round.births(), input.schemaVersion), realNow());
  const papers = new PaperKeeper(round, show);
  const hasNews = () => round.hasNews || papers.hasNews || lost.hasNews;
  const alarm = new Alarm();
  while (!round.hasEnded) {
    round.catchUp();
    lost.catchUp();
    round.passTime(round.timeAt(realNow()), mayRest);
    round.tryAgain(realNow());
    while (round.errand) {
      const blocked = await runErrand(round.errand, input.schemaVersion);
      round.ran();
      round.setAside(blocked, realNow());
    }
    papers.goOn();
    show();
    if (await length.isOver(hasNews)) {
      await condition(allHandlersFinished);
      await arrivals.judged();
      const next = await sealedInput(() => roundGoingOn(input, round.remember(), unread.all));
      const isFree = arrivals.areJudged && allHandlersFinished() && !startsAdded(round.remember());
      if (isFree) await continueAsNew<typeof inspectionRound>(next);
    }
    if (round.readyToArchive) await archive(round, input);
    else await rest(round, input, alarm, hasNews);
  }
  show();
  await condition(allHandlersFinished);
  return round.record;
}

/** Older rounds made reports for ever, also when nothing was open. */
const mayRest = (): boolean => takesPatch('reports-rest');

/** Waits for news, for what time alone makes of keys that wait, to make a report, or to start what could not be started. */
const rest = (
  round: RoundLife,
  { clock }: RoundStarted,
  alarm: Alarm,
  hasNews: () => boolean,
): Promise<void> => {
  // No history from before has one: the mark tells which have been amended, and cannot go back to a build that does not know that.
  if (round.log.some(({ event: { type } }) => type === 'plan-amended')) takesPatch('amendments');
  if (undoneIn(round.log)) takesPatch('undone');
  if (round.log.some(({ event }) => event.type === 'plan-amended' && event.added)) takesPatch('additions');
  const next = round.nextRealWake(mayRest);
  // Not by the alarm where there is no instant: in what order things are done then must stay as histories have it.
  if (!next) return condition(hasNews);
  // No history from before has such a policy: the mark tells which cannot go back to a build that does not know reports.
  const reports = round.head.policy.reports && takesPatch('reports') ? '定期报告、' : '';
  const seconds = round.secondsWaiting.length > 0 ? '会签到期、' : '';
  const what = `${reports}${seconds}公钥更换或重新启动事项`;
  return alarm.wait(hasNews, next.real, wakeSummary(what, next.wake, clock));
};

/** What items could not take of an amendment, and nobody has decided. */
const conflictsOf = (round: RoundLife) => openConflicts(round.log);

/** That its import was undone. */
const undoneOf = (round: RoundLife): { undone?: ImportUndone } => {
  const undone = undoneView(round.ledger.rows, round.log);
  return undone ? { undone } : {};
};

/** A round at work. `show` is for what is done without waking the main loop. */
type Round = {
  round: RoundLife;
  input: RoundStarted;
  show: () => void;
  length: RunLength;
  arrivals: Arrivals;
  lost: LostItems;
  unread: Unread;
};

const note = (round: RoundLife, message: unknown): void => {
  const row = readRow(message);
  if (row) round.note(row);
  else log.warn('ignored a malformed row');
};

/**
 * Handlers are synchronous, as those of an item, but for the command to restore one; signals act once their seal has been
 * checked (`Arrivals`).
 */
const listen = ({ round, input: { clock }, show, length, arrivals, lost, unread }: Round): void => {
  const now = () => domainTime(clock, realNow());
  const view = () => ({
    head: round.head,
    calendar: round.calendar,
    clock,
    now: now(),
    ...openingOf(round),
    ...(round.keysWaiting.length > 0 && { keys: round.keysWaiting }),
    ...(round.secondsWaiting.length > 0 && { seconds: round.secondsWaiting }),
    ...(conflictsOf(round).length > 0 && { conflicts: conflictsOf(round) }),
    ...undoneOf(round),
  });
  const noteOrKeep = (row: unknown, isUnread: boolean): void => {
    if (!isUnread) {
      note(round, row);
      return;
    }
    unread.keep({ kind: 'rows', message: row });
    show();
  };
  setHandler(
    rowsSignal,
    (rows, seal) => {
      arrivals.add('rows', rows, seal, (unread) => {
        eachOf(rows, unread, noteOrKeep);
      });
    },
    { description: '事项报送台账 · items report their lines for the ledger' },
  );
  const noteOne = (row: unknown, seal: unknown) => {
    arrivals.add('rows', row, seal, ({ unread }) => {
      noteOrKeep(row, unread.length > 0);
    });
  };
  setHandler(rowSignal, noteOne, { description: '一项报送台账 · an item reports its line for the ledger' });
  setHandler(
    undeliverableSignal,
    (report, seal) => {
      arrivals.add('refused-mail', report, seal, () => {
        const parsed = Undeliverable.safeParse(report);
        if (parsed.success) round.noteRefused(parsed.data, now());
        else log.warn('ignored a malformed report of a refused mail', { issues: parsed.error.issues.length });
      });
    },
    { description: '邮件被永久拒收 · a mail was permanently refused' },
  );
  takeCommands(roundCommandUpdate, {
    taker: round,
    identify: (submission, at, trust) => identifyRound(submission, round.context, at, trust),
    learn: (command) => lost.learn(command),
    description: '整改办、主要负责人、派驻纪检组的指令 · a command about the whole round',
    then: () => {
      length.took();
      show();
    },
  });
  setHandler(
    countersignUpdate,
    (jws) => {
      const answer = round.countersign(jws, now());
      if ('refusal' in answer) throw refuse(answer.refusal);
      length.took();
      return answer;
    },
    {
      validator: (jws: string) => {
        const refusal = openedBefore(jws) ?? round.countersignObjection(jws, now());
        if (refusal) throw refuse(refusal);
      },
      description: '第二人会签 · the second signature under a command',
    },
  );
  setHandler(roundQuery, view, { description: '轮次 · the round' });
  setHandler(roundLogQuery, () => toPayload([...round.log]), {
    description: '轮次的经过 · the log of the round',
  });
  setHandler(planQuery, () => toPayload(round.plan), { description: '现行方案 · the plan as it stands' });
  setHandler(totalsQuery, () => round.ledger.totals(now()), { description: '合计 · totals' });
  setHandler(
    ledgerQuery,
    () => toPayload({ ...view(), rows: round.ledger.rows, totals: round.ledger.totals(now()) }),
    { description: '台账 · the ledger' },
  );
};
