import type { Signer } from '../../commands/signing';

/**
 * What is to be told to an item or to a round. `final` is told in the place of `saying` where something is to be done
 * first, once nothing that can be known speaks against it.
 */
export type Order<S> = { saying: S; final?: () => Promise<S> };

/** How an order becomes a command, and where it goes. */
type Way<S, C, A> = {
  /** The command that says it. Throws where it would be refused. */
  looked: (saying: S) => C;
  signer: () => Promise<Signer | undefined>;
  /** Whether it is to be given, once it has been shown. */
  may?: (() => Promise<boolean>) | undefined;
  send: (command: C, sign: Signer | undefined) => Promise<A>;
};

/**
 * Gives an order, in the sequence that costs a person least: what would be refused is refused before a passphrase is
 * asked for, then it is agreed to, then what takes its time is done. Nothing comes back where it was not agreed to.
 */
export const give = async <S, C, A>(
  { saying, final }: Order<S>,
  { looked, signer, may, send }: Way<S, C, A>,
): Promise<{ command: C; answer: A } | undefined> => {
  const first = looked(saying);
  const sign = await signer();
  if (may && !(await may())) return undefined;
  const command = final ? looked(await final()) : first;
  return { command, answer: await send(command, sign) };
};
