import type { Ended } from './all-ended';
import { resumption } from './resumption';
import type { Server } from './server';

/** So many are named. */
const NAMED = 20;

/** What has a check of its own: `unsealed`, and `openings`. */
const ELSEWHERE: readonly string[] = ['Unsealed', 'UntrustedOpening'];

const named = async (
  all: readonly Ended[],
  { say }: Server,
  name: (one: Ended) => Promise<string>,
): Promise<string> => {
  const names = await Promise.all(all.slice(0, NAMED).map(name));
  const more = all.length - names.length;
  return [...names, ...(more > 0 ? [say.more(more)] : [])].join(' ');
};

/** Fails with the rounds and mailboxes that were ended, and the items of rounds whose ledger does not tell of them. */
export const findEnded = async (server: Server): Promise<string> => {
  const { ledgers } = await server.asked();
  const told = new Set<string>(ledgers.map(({ head }) => head.round));
  // `item/<round>/<number>`, or a later life of it.
  const isTold = ({ kind, workflowId }: Ended) => kind === 'item' && told.has(workflowId.split('/')[1] ?? '');
  const lost = (await server.ended()).filter((one) => !ELSEWHERE.includes(one.failure ?? '') && !isTold(one));
  if (lost.length === 0) return '0';
  throw new Error(await named(lost, server, ({ workflowId, how }) => resumption(server, workflowId, how)));
};

/** Fails with what was started by nobody of ours these days, and has ended without a word. */
export const findUnsealed = async (server: Server): Promise<string> => {
  const unsealed = (await server.ended()).filter(({ failure }) => failure === 'Unsealed');
  if (unsealed.length === 0) return '0';
  throw new Error(await named(unsealed, server, ({ workflowId }) => Promise.resolve(workflowId)));
};
