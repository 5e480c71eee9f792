import { type Binding, bindingTo } from '../../domain/item/binding';
import type { ItemView } from '../../domain/item/life';
import type { LogEntry } from '../../domain/item/log';
import type { RoundEvent } from '../../domain/round/event';
import type { RoundView } from '../../workflows/messages';

/** What a command is to say of an item that its author was shown: for which opening it is, and what they have seen. */
export const bindingToItem = ({ context, log }: Pick<ItemView, 'context' | 'log'>): Binding =>
  bindingTo(context.opening?.genesis, log);

/** The genesis of a round that is open; those of older versions have none. */
export const genesisOf = ({ opening }: Pick<RoundView, 'opening'>) =>
  opening?.state === 'open' ? opening.genesis : undefined;

/** The same of a round. */
export const bindingToRound = (
  round: Pick<RoundView, 'opening'>,
  log: readonly LogEntry<RoundEvent>[],
): Binding => bindingTo(genesisOf(round), log);

/** A command that is to be signed, bound to what it does not name itself. */
export const boundTo = <C extends Binding>(command: C, { genesis, seen }: Binding): C => ({
  ...command,
  ...(genesis !== undefined && { genesis }),
  ...(seen !== undefined && { seen }),
});
