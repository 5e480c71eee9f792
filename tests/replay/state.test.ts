import { readFileSync } from 'node:fs';
import { fromPayload } from '../../base/deflated';
import type { ItemView } from '../../domain/item/life';
import { resultsOf } from '../../domain/item/results';
import type { MailboxMemory } from '../../domain/ladder/mailbox';
import type { PlanVersion } from '../../domain/round/amend/standing';
import { inRepository } from '../../testing/repository';
import type { RoundLedger } from '../../workflows/messages';
import { activationsOf, SharedContext, type SharedLife } from '../support/activations';
import { RECORDINGS, recording } from '../support/histories';
import { replaysQuietly } from '../support/quiet-runtime';

/**
 * What each recorded history comes to, by its file. Commands alone do not tell it: a row that is not read any more changes no
 * command. An entry is never changed; a new history's is what the test finds, once somebody has looked at it.
 */
const STATES = JSON.parse(readFileSync(inRepository('tests/replay/states.json'), 'utf8')) as Record<
  string,
  unknown
>;

/** What an amendment can have changed. */
const measuresOf = ({ state, log }: ItemView) =>
  log.some(({ event }) => event.type === 'amended')
    ? { measures: state.measures.map(({ no, deadline, owner }) => ({ no, deadline, owner })) }
    : {};

const ofItem = async (life: SharedLife) => {
  const view = fromPayload((await life.ask('view')) as ItemView);
  const { state, log } = view;
  const results = resultsOf(state);
  return {
    status: state.status,
    deadline: state.deadline,
    entries: log.length,
    head: log.at(-1)?.hash,
    ...measuresOf(view),
    ...(state.results && { results }),
  };
};

const ofRound = async (life: SharedLife) => {
  const { rows } = fromPayload((await life.ask('ledger')) as RoundLedger);
  const { version } = fromPayload((await life.ask('plan')) as PlanVersion);
  return {
    rows: rows.map(({ number, cycle, version, status }) => ({ number, cycle, version, status })),
    ...(version > 1 && { plan: version }),
  };
};

const ofMailbox = async (life: SharedLife) => {
  const { facts, items, said } = fromPayload((await life.ask('mailbox')) as MailboxMemory);
  const waiting = Object.values(items).flatMap(({ list }) => list.map(({ id }) => id));
  return { said: Object.keys(said).sort(), facts: facts.map(({ fact }) => fact.id), waiting };
};

const STATE_OF = { item: ofItem, round: ofRound, mailbox: ofMailbox };
const kindOf = (workflowId: string) => workflowId.split('/')[0] as keyof typeof STATE_OF;

let context: SharedContext;
replaysQuietly(() => context.destroy());
beforeAll(async () => {
  context = await SharedContext.create();
});

test.each(RECORDINGS)('%s comes to the state that it had', async (name) => {
  const { workflowId, events } = recording(name);
  const life = context.life(await activationsOf({ events }, workflowId), name);
  const state = JSON.parse(JSON.stringify(await STATE_OF[kindOf(workflowId)](life))) as unknown;
  await life.evict();
  expect(state).toEqual(STATES[name]);
});
