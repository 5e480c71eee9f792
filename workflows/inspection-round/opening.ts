import { ApplicationFailure } from '@temporalio/common';
import {
  allHandlersFinished,
  condition,
  proxyActivities,
  setCurrentDetails,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import { toPayload } from '../../base/deflated';
import type { PersonId } from '../../base/ids';
import { domainTime, realTime } from '../../domain/calendar/clock';
import { civilOf, type Instant } from '../../domain/calendar/zone';
import { parseJws, type Received } from '../../domain/identity';
import { words } from '../../domain/language';
import type { Refusal } from '../../domain/refusal';
import type { Submission } from '../../domain/item/identify';
import type { RoundAnswer, RoundCommand } from '../../domain/round/command';
import { genesisOf, type OpeningContent } from '../../domain/round/opening/content';
import {
  judgeSigned,
  type OpeningFault,
  type OpeningOrder,
  type OpeningVerdict,
} from '../../domain/round/opening/judge';
import type { Opened, OpeningState } from '../../domain/round/opening/opened';
import type { RoundLife } from '../../domain/round/life';
import { openingParties } from '../../domain/round/two-offices';
import { openingPosts, openingRefused } from '../../domain/round/opening/telling';
import { awaitedPeople, waitsUntil } from '../../domain/round/opening/wait';
import { Language, Roster } from '../../domain/round/roster';
import { totalsOf } from '../../domain/round/totals';
import type { LightActivities } from '../contract';
import {
  countersignUpdate,
  ledgerQuery,
  openingQuery,
  roundCommandUpdate,
  roundLogQuery,
  RoundOpening,
  roundQuery,
  roundWorkflowId,
  totalsQuery,
  Undeliverable,
  undeliverableSignal,
} from '../messages';
import { takesPatch } from '../patches';
import { countRefusal, refuse } from '../refuse';
import type { RoundStarted } from '../started';
import { Arrivals } from '../seals';
import { PATIENT, realNow, wakeSummary } from '../time';
import { tellOf } from './errands';
import { waitingCard } from './opening-card';

const { checkOpening } = proxyActivities<LightActivities>({
  startToCloseTimeout: '1 minute',
  retry: PATIENT,
  summary: '核验轮次的启动 · check the opening of the round',
});

/** The longest signature that is looked at, in characters: an opening is small. */
const LONGEST = 10_000;

type Waiting = Extract<OpeningState, { state: 'waiting' }>;

const failure = (refusal: Refusal): ApplicationFailure => {
  countRefusal(refusal);
  const said = Language.options.map((language) => words(language).refusal(refusal)).join(' ');
  return ApplicationFailure.nonRetryable(said, refusal.type, refusal);
};

const untrusted = (fault: OpeningFault, person?: PersonId): Refusal => ({
  type: 'UntrustedOpening',
  fault,
  ...(person !== undefined && { person }),
});

/** A round before it is open: it answers what it is asked, and waits for the second signature where there is one only. */
class Gate {
  private readonly content: OpeningContent | undefined;
  private readonly order: Omit<OpeningOrder, 'signatures'>;
  private readonly signatures: Received[];
  private state: OpeningState = { state: 'checking' };
  private opened: Opened | undefined;
  /** What is being told of mails that were refused. */
  private telling: Promise<void> = Promise.resolve();

  constructor(private readonly input: RoundStarted) {
    const { head, items, calendar, clock, opening } = input;
    const { workflowId, namespace, startTime } = workflowInfo();
    const startedAt = startTime.getTime();
    this.content = opening && {
      head,
      items,
      calendar,
      clock,
      namespace: opening.namespace,
      nonce: opening.nonce,
    };
    this.order = {
      round: head.round,
      bodyId: head.bodyId,
      identity: head.policy.identity,
      parties: openingParties(head.roster),
      genesis: this.content && genesisOf(this.content),
      workflow: {
        expected: `${opening?.namespace ?? namespace} ${roundWorkflowId(head.round)}`,
        found: `${namespace} ${workflowId}`,
      },
      startedAt,
    };
    this.signatures = (opening?.signatures ?? []).map((jws) => ({ jws, at: this.timeAt(startedAt) }));
  }

  private timeAt(real: number): Instant {
    return domainTime(this.input.clock, real);
  }

  private now(): Instant {
    return this.timeAt(realNow());
  }

  private note(verdict: OpeningVerdict, signatures: readonly Received[]): void {
    if (verdict.outcome === 'refused') throw failure(untrusted(verdict.fault, verdict.person));
    const { genesis } = this.order;
    if (genesis === undefined || !this.content) return;
    const { signers } = verdict;
    if (verdict.outcome === 'opened') {
      const { namespace, nonce } = this.content;
      this.opened = { genesis, namespace, nonce, signatures: signatures.map(({ jws }) => jws), signers };
      this.state = { state: 'open', genesis, signers };
      return;
    }
    const { head, calendar } = this.input;
    const people = awaitedPeople(head.roster, verdict.missing, signers);
    this.state = {
      state: 'waiting',
      genesis,
      signers,
      people,
      until: waitsUntil(this.now(), calendar, head.policy),
    };
  }

  private get waiting(): Waiting | undefined {
    return this.state.state === 'waiting' ? this.state : undefined;
  }

  /** What is wrong with a second signature, before anybody asks whose keys are pinned. */
  private objection(jws: unknown): Refusal | undefined {
    if (this.opened) return untrusted('already-open');
    if (typeof jws !== 'string') return untrusted('malformed');
    if (jws.length > LONGEST) return untrusted('too-large');
    const order = { ...this.order, signatures: [...this.signatures, { jws, at: this.now() }] };
    const found = judgeSigned(order);
    return 'fault' in found ? untrusted(found.fault) : undefined;
  }

  private async countersign(jws: string): Promise<void> {
    await condition(() => this.state.state !== 'checking');
    const signatures = [...this.signatures, { jws, at: this.now() }];
    const verdict = await checkOpening({ ...this.order, signatures });
    if (this.opened) return;
    if (verdict.outcome === 'refused') throw refuse(untrusted(verdict.fault, verdict.person));
    this.note(verdict, signatures);
  }

  private listen(): void {
    const { head, calendar, clock } = this.input;
    const view = () => ({ head, calendar, clock, now: this.now(), opening: this.state });
    const totals = () => totalsOf([], civilOf(this.now()));
    setHandler(roundQuery, view);
    setHandler(totalsQuery, totals);
    setHandler(roundLogQuery, () => []);
    setHandler(ledgerQuery, () => ({ ...view(), rows: [], totals: totals() }));
    setHandler(openingQuery, () =>
      toPayload({ ...this.whole(), signatures: this.signatures.map(({ jws }) => jws) }),
    );
    const notOpen: (submission: Submission<RoundCommand>) => RoundAnswer = () => {
      throw refuse({ type: 'RoundNotOpen', people: this.waiting?.people ?? [] });
    };
    setHandler(roundCommandUpdate, notOpen, { validator: notOpen });
    setHandler(
      countersignUpdate,
      async (jws) => {
        await this.countersign(jws);
        return { round: head.round, signers: this.opened?.signers ?? [] };
      },
      {
        validator: (jws) => {
          const refusal = this.objection(jws);
          if (refusal) throw refuse(refusal);
        },
        description: '第二人会签 · the second signature of the opening',
      },
    );
  }

  private whole(): OpeningContent {
    if (!this.content) throw new TypeError('a round of an older version has no opening');
    return this.content;
  }

  /** Resolves once the round may begin. @throws ApplicationFailure where it may not: nothing has been started then */
  async pass(): Promise<Opened | undefined> {
    this.listen();
    const verdict = await checkOpening({ ...this.order, signatures: this.signatures });
    this.note(verdict, this.signatures);
    if (this.waiting) await this.wait(this.waiting);
    await condition(allHandlersFinished);
    return this.opened;
  }

  private async wait(waiting: Waiting): Promise<void> {
    const { head, clock } = this.input;
    const { until } = waiting;
    setCurrentDetails(waitingCard(head, waiting, this.now(), clock));
    if (takesPatch('opening-refused')) this.hearRefusals(waiting);
    await this.tell('opening-waiting', waiting);
    const left = realTime(clock, until) - realNow();
    const summary = wakeSummary('会签截止', until, clock);
    const came = await condition(() => this.opened !== undefined, left, { summary });
    await condition(allHandlersFinished);
    await this.telling;
    if (came || this.opened) return;
    await this.tell('opening-lapsed', waiting);
    throw failure(untrusted('expired'));
  }

  /** A mail to somebody who was to sign may not reach them: whoever has signed is told, once of each. */
  private hearRefusals(waiting: Waiting): void {
    const { head, clock, schemaVersion } = this.input;
    const arrivals = new Arrivals(schemaVersion);
    const unreachable: PersonId[] = [];
    const tell = (report: Undeliverable): void => {
      if (unreachable.includes(report.person)) return;
      unreachable.push(report.person);
      const posts = openingRefused({ ...report, unreachable }, waiting, { head, clock, now: this.now() });
      this.telling = this.telling.then(() => tellOf(posts));
    };
    setHandler(undeliverableSignal, (report, seal) => {
      arrivals.add('refused-mail', report, seal, () => {
        const parsed = Undeliverable.safeParse(report);
        if (parsed.success) tell(parsed.data);
      });
    });
  }

  private tell(kind: Parameters<typeof openingPosts>[0], waiting: Waiting): Promise<void> {
    const { head, clock } = this.input;
    return tellOf(openingPosts(kind, waiting, { head, clock, now: this.now() }));
  }
}

/** Whether a round has to be opened: one that goes on has been, and one of an older version began without. */
export const mustBeOpened = ({ carried, schemaVersion }: RoundStarted): boolean =>
  !carried && (schemaVersion === 3 || takesPatch('opening'));

/**
 * Has the opening of a round checked, and waits for its second signature.
 * @throws ApplicationFailure `UntrustedOpening` where it is refused, or the signature does not come in time
 */
export const openRound = async (input: RoundStarted): Promise<Opened | undefined> => {
  const { head, opening } = input;
  const isWellFormed =
    Roster.safeParse(head.roster).success && RoundOpening.optional().safeParse(opening).success;
  if (!isWellFormed) throw failure(untrusted('malformed'));
  return new Gate(input).pass();
};

/** How an open round was opened, for its views; nothing of a round of an older version. */
export const openingOf = ({ opened }: Pick<RoundLife, 'opened'>): { opening?: OpeningState } =>
  opened ? { opening: { state: 'open', genesis: opened.genesis, signers: opened.signers } } : {};

/** Why a second signature is not taken by a round that is open: it is that of an opening, or nothing that could be one. */
export const openedBefore = (jws: unknown): Refusal | undefined => {
  if (typeof jws !== 'string' || jws.length > LONGEST) return untrusted('too-large');
  return 'fault' in parseJws(jws, 'opening') ? undefined : untrusted('already-open');
};
