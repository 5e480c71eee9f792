import { Readable } from 'node:stream';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { createArchiveActivities } from '../../activities/archive/archive-item';
import { createRoundActivities } from '../../activities/archive/round/archive-round';
import type { ArchiveOrder, ArchiveResult, RoundArchiveOrder } from '../../workflows/contract';
import { REAL_TIME } from '../../domain/calendar/clock';
import { type Instant, instant } from '../../domain/calendar/zone';
import { RFC_KEY, signed } from '../../testing/keys';
import type { EvidenceFile } from '../../domain/item/command';
import type { LifeFound } from '../../domain/item/lost';
import type { RoundCommandType } from '../../domain/round/command';
import type { RoundBag } from '../../domain/round/memory';
import type { Roster } from '../../domain/round/roster';
import { aFile, give, NOW } from '../../testing/item';
import { ENDED, figuresOf } from '../../testing/ended-round';
import { OpenedRound } from '../../testing/opened-round';
import { aRoundCommand, FIRST, SECOND, WholeRound } from '../../testing/round';
import { ROSTER } from '../../testing/world';
import { testSeals } from '../../testing/seals';
import type { Store } from '../../store/store';

/*
 * A whole round up to its end, without an engine: what the workers would do is done by the activities themselves.
 */

/** One key for all, which no real roster has: here it is about what was signed, not by whom. */
const roster: Roster = {
  ...ROSTER,
  people: ROSTER.people.map((person) => ({
    ...person,
    keys: [{ kid: RFC_KEY.kid, x: RFC_KEY.x, from: instant(0) }],
  })),
};

const SECOND_LIFE = instant(NOW + 7_200_000);

/** Gives a command to the round as it would be signed. `found`: how the server is said to have an item. */
export const tellSigned = (
  round: WholeRound,
  type: RoundCommandType,
  now: Instant,
  more: object = {},
  found?: LifeFound,
): void => {
  round.settle(now);
  const command = aRoundCommand(type, now, more);
  const answer = round.life.carryOut(command, now, { identity: 'signed', jws: signed(command) }, found);
  if ('refusal' in answer) throw new Error(`${type} was refused: ${JSON.stringify(answer.refusal)}`);
  round.settle(now);
};

/** A file that the store has. */
const storedFile = async (store: Store, text: string): Promise<EvidenceFile> => ({
  ...aFile(),
  ...(await store.putEvidence(Readable.from([Buffer.from(text)]))),
  title: text,
});

/** Withdraws an item and has its bag written, as the worker would. */
const endItem = async (
  round: WholeRound,
  store: Store,
  number: typeof FIRST,
  now: Instant,
): Promise<void> => {
  give(round.item(number), 'withdraw', now);
  await archiveEnded(round, store, number, now);
};

/** Has the bag written of an item that has ended. */
const archiveEnded = async (
  round: WholeRound,
  store: Store,
  number: typeof FIRST,
  now: Instant,
): Promise<void> => {
  const life = round.item(number);
  life.takePosts(now, 'w');
  const { state, log } = life.remember();
  const { archiveItem } = createArchiveActivities({ store, seals: testSeals() });
  const result = await new MockActivityEnvironment().run<[ArchiveOrder], ArchiveResult, typeof archiveItem>(
    archiveItem,
    { memory: { state, log }, context: life.context, clock: REAL_TIME, expected: [], at: now },
  );
  life.archived(result, log.length, now);
  round.settle(now);
};

/** Has the store keep everything that a round has for it. */
const keepPapers = async ({ life }: WholeRound, store: Store): Promise<void> => {
  const { keepPaper } = createRoundActivities(store);
  for (let { paper } = life; paper; paper = life.paper) life.kept(paper.name, await keepPaper(paper));
  if (life.readyToArchive)
    for (const paper of life.closingPapers()) life.kept(paper.name, await keepPaper(paper));
};

/**
 * A signed round that was closed: documents of two kinds, a first notice, an item that was reopened, a last notice.
 * Its papers and the bags of its items are in the store. `before`: what else happens before its close; `first`: before
 * its items end.
 */
export const aClosedRound = async (
  store: Store,
  before: (round: WholeRound) => void = () => undefined,
  first: (round: WholeRound) => void = () => undefined,
): Promise<WholeRound> => {
  const round = new WholeRound({ roster });
  first(round);
  tellSigned(round, 'file-document', NOW, {
    file: await storedFile(store, '反馈意见'),
    number: '巡〔2021〕1号',
  });
  const notice = async (text: string, now: Instant) => ({
    file: await storedFile(store, text),
    figures: figuresOf(round, now),
    number: `通报〔${text}〕`,
  });
  tellSigned(round, 'publish-notice', NOW, await notice('进展通报', NOW));
  for (const number of [FIRST, SECOND]) await endItem(round, store, number, NOW);
  tellSigned(round, 'reopen', NOW);
  await endItem(round, store, FIRST, SECOND_LIFE);
  const letter = { kind: 'letter', file: await storedFile(store, '督办函'), item: FIRST };
  tellSigned(round, 'file-document', ENDED, letter);
  tellSigned(round, 'register-people', ENDED);
  tellSigned(round, 'new-policy', ENDED, {
    policy: { ...round.life.head.policy, version: 'next', identity: 'signed' },
  });
  tellSigned(round, 'publish-notice', ENDED, await notice('最终通报', ENDED));
  before(round);
  tellSigned(round, 'close-round', ENDED);
  await keepPapers(round, store);
  return round;
};

export const orderFor = ({ life }: WholeRound, at = ENDED): RoundArchiveOrder => {
  const { head, calendar, born, log, digests, openingRecord: opening } = life;
  return { head, calendar, born, log, digests, clock: REAL_TIME, at, ...(opening && { opening }) };
};

/**
 * A round that two people have opened, up to its close at `now`, each command signed by its author's own key. `before`: what
 * happens before its items end, and `last` after.
 */
export const aClosedOpenedRound = async (
  store: Store,
  before: (round: OpenedRound) => void = () => undefined,
  last: (round: OpenedRound) => void = () => undefined,
  now = ENDED,
): Promise<OpenedRound> => {
  const round = new OpenedRound();
  const order = (...given: Parameters<OpenedRound['order']>) => {
    const refusal = round.order(...given);
    if (refusal) throw new Error(JSON.stringify(refusal));
  };
  before(round);
  for (const number of [FIRST, SECOND]) {
    round.decide(number, 'withdraw', now);
    await archiveEnded(round, store, number, now);
  }
  last(round);
  const file = await storedFile(store, '最终通报');
  order('publish-notice', now, { file, figures: figuresOf(round, now), number: '通报〔最终〕' });
  order('close-round', now);
  await keepPapers(round, store);
  return round;
};

/** Has the bag of a round written, as the worker would. */
export const archiveRound = (order: RoundArchiveOrder, store: Store): Promise<RoundBag> => {
  const activity = createRoundActivities(store).archiveRound;
  const worker = new MockActivityEnvironment({}, { logger: new DefaultLogger('ERROR') });
  return worker.run<[RoundArchiveOrder], RoundBag, typeof activity>(activity, order);
};
