import { civilOf } from '../../domain/calendar/zone';
import { nameOf } from '../../domain/round/offices';
import type { Side } from '../../domain/item/side';
import type { Deed, ItemState } from '../../domain/item/state';
import { type Cell, dayCell, said } from './cell';
import type { Subject } from './column-definition';

/** How a reviewer decided last. */
export type ReviewDecision = Deed & { side: Side; opinion?: string; missing?: string } & {
  decision: 'approve' | 'accept' | 'accept-stage' | 'return';
};

const returnedBy = ({ returns }: ItemState, side: Side): ReviewDecision | undefined => {
  const last = returns.findLast((one) => one.side === side);
  return last && { ...last, decision: 'return' };
};

/** What the leader decided; a return counts until the leader approves. */
export const leaderDecision = (state: ItemState): ReviewDecision | undefined =>
  state.approval ? { ...state.approval, side: 'leader', decision: 'approve' } : returnedBy(state, 'leader');

/** What the acceptor decided: at the end, at a stage, or a return. */
export const acceptorDecision = (state: ItemState): ReviewDecision | undefined => {
  const { acceptance, stage } = state;
  if (acceptance) return { ...acceptance, side: 'acceptor', decision: 'accept' };
  const back = returnedBy(state, 'acceptor');
  if (stage && stage.at >= (back?.at ?? 0)) return { ...stage, side: 'acceptor', decision: 'accept-stage' };
  return back;
};

/** Who decided, where it was not the one of the item: a deputy, with the person they acted for, or a predecessor. */
const signatureOf = ({ item, dossier, say }: Subject, { by, onBehalfOf, side }: ReviewDecision): string => {
  const name = (id: Deed['by']) => nameOf(id, dossier.head.roster);
  if (onBehalfOf !== undefined) return say.signed(say.deputy(name(by), name(onBehalfOf)));
  return by === item.row.people[side] ? '' : say.signed(name(by));
};

export const decisionCell = (subject: Subject, given: ReviewDecision | undefined): Cell | undefined => {
  if (!given) return undefined;
  const { words, say } = subject;
  const { decision, by, onBehalfOf, opinion, missing } = given;
  const act = words.command[decision];
  const text = decision === 'approve' || decision === 'accept' ? (opinion ?? act) : say.act(act, opinion);
  const lacking = missing === undefined ? '' : say.missing(missing);
  return said(`${text}${lacking}${signatureOf(subject, given)}`, {
    decision,
    by,
    onBehalfOf,
    opinion,
    missing,
  });
};

export const decisionDay = (given: ReviewDecision | undefined): Cell | undefined =>
  given && dayCell(civilOf(given.at));
