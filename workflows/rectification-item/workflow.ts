import {
  allHandlersFinished,
  condition,
  continueAsNew,
  log,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import { toPayload } from '../../base/deflated';
import { identify } from '../../domain/item/identify';
import { ItemLife } from '../../domain/item/life';
import { newsOfBirth } from '../../domain/item/news-of-birth';
import { identifyPassedOn, sinceIn } from '../../domain/item/passed-on';
import type { ItemState } from '../../domain/item/state';
import { takeCommands } from '../commands';
import {
  commandUpdate,
  roundCommandSignal,
  type ItemInput,
  scheduleQuery,
  Undeliverable,
  undeliverableSignal,
  viewQuery,
} from '../messages';
import { takesPatch } from '../patches';
import { countRefusal } from '../refuse';
import { attributesIn } from '../search-attributes';
import { itemGoingOn, itemStarted, type ItemStarted } from '../started';
import { Alarm, Alarms, type Waiting } from '../alarm';
import { Arrivals, isOurs, isSealed, readInput, refuseUnsealed, sealedInput } from '../seals';
import { RunLength } from '../run-length';
import { realNow, wakeSummary } from '../time';
import { Display } from './display';
import { archive } from './archive';
import { reportWhenAsked } from './report-anew';
import { Telling } from './telling';

/** One life of a rectification item, from its assignment until its record is in the archive. */
export async function rectificationItem(started: ItemInput): Promise<Pick<ItemState, 'status' | 'archive'>> {
  const { input, life } = readInput(() => {
    const read = itemStarted(started);
    return { input: read, life: lifeOf(read) };
  });
  const length = new RunLength();
  const arrivals = new Arrivals(input.schemaVersion);
  listen(life, length, arrivals);
  reportWhenAsked(life, length);
  // It takes commands, which are signed, but does nothing before it is known who has started it.
  if (isSealed(input.schemaVersion) && !(await isOurs(started))) throw refuseUnsealed();
  await run(life, input, length, arrivals);
  await condition(allHandlersFinished);
  const { status, archive } = life.state;
  return { status, ...(archive && { archive }) };
}

/** What its round has told others of its birth, in its stead, it has said. */
const lifeOf = (input: ItemStarted): ItemLife => {
  const life = new ItemLife(input, input.carried);
  if (input.told !== undefined && !input.carried) newsOfBirth(life, workflowInfo().workflowId);
  return life;
};

/**
 * Handlers are synchronous: what one does is done before the next begins. A signal acts once its seal has been checked
 * (`Arrivals`).
 */
const listen = (life: ItemLife, length: RunLength, arrivals: Arrivals): void => {
  const now = () => life.timeAt(realNow());
  takeCommands(commandUpdate, {
    taker: life,
    identify: (submission, at, trust) => identify(submission, life.context, at, trust),
    description: '办理人、责任领导、验收人的指令 · a command of a named person',
    then: () => {
      length.took();
    },
  });
  const takeRoundCommand = (submission: unknown) => {
    length.took();
    const at = now();
    const found = identifyPassedOn(submission, life.context, at);
    const refusal =
      'refusal' in found
        ? found.refusal
        : life.applyRoundCommand(found.command, at, found.proof, sinceIn(submission, at));
    if (!refusal) return;
    countRefusal(refusal);
    log.warn('refused a command passed on by the round', { refusal });
  };
  setHandler(
    roundCommandSignal,
    (submission, seal) => {
      arrivals.add('round-command', submission, seal, () => {
        takeRoundCommand(submission);
      });
    },
    { description: '轮次转来的指令 · a command passed on by the round' },
  );
  setHandler(viewQuery, () => toPayload(life.view(now())), {
    description: '事项全貌 · the item with its log',
  });
  setHandler(scheduleQuery, () => toPayload(life.schedule(now())), {
    description: '邮件计划 · mails sent and to come',
  });
  const noteRefused = (report: unknown) => {
    const parsed = Undeliverable.safeParse(report);
    if (parsed.success) life.noteRefused(parsed.data, now());
    else log.warn('ignored a malformed report of a refused mail', { issues: parsed.error.issues.length });
  };
  setHandler(
    undeliverableSignal,
    (report, seal) => {
      arrivals.add('refused-mail', report, seal, () => {
        noteRefused(report);
      });
    },
    { description: '邮件被永久拒收 · a mail was permanently refused' },
  );
};

/** Catches up with whatever has happened, then waits for the next change or the next day that matters. */
const run = async (
  life: ItemLife,
  input: ItemStarted,
  length: RunLength,
  arrivals: Arrivals,
): Promise<void> => {
  const isOld = input.schemaVersion === 1;
  const display = new Display(isOld ? [] : attributesIn(workflowInfo().typedSearchAttributes));
  const telling = new Telling(life, input);
  const alarm = isOld ? new Alarm() : new Alarms();
  while (!life.hasEnded || life.hasNews) {
    const looked = realNow();
    life.catchUp();
    life.passTime(life.timeAt(looked));
    display.show(life.view(life.timeAt(realNow())), life.nextWake(life.timeAt(realNow())));
    await telling.catchUp();
    if (life.readyToArchive(life.timeAt(realNow()))) await archive(life, input);
    if (await length.isOver(() => life.hasNews)) {
      await condition(allHandlersFinished);
      await arrivals.judged();
      const next = await sealedInput(() => itemGoingOn(input, life.remember(), telling.told));
      log.info('continuing as new', { events: workflowInfo().historyLength });
      if (arrivals.areJudged) await continueAsNew<typeof rectificationItem>(next);
    }
    if (!life.hasNews && !life.hasEnded) await rest(life, input, alarm, isOld ? realNow() : looked);
  }
};

/** `looked`: since when something may have come by time alone, were it while everybody was told. */
const rest = (life: ItemLife, { clock }: ItemStarted, alarm: Waiting, looked: number): Promise<void> => {
  // As in a round: only where there is one.
  if (life.state.amendment) takesPatch('amendments');
  if (life.state.added) takesPatch('additions');
  const wake = life.nextWake(life.timeAt(looked));
  const summary = wake === undefined ? '' : wakeSummary('下次自动检查', wake, clock);
  return alarm.wait(() => life.hasNews, life.nextRealWake(looked), summary);
};
