import type { Signer } from '../../commands/signing';

/**
 * A command to be, for an item or a round. `final` replaces `saying` where something must be done first, once nothing
 * known speaks against it.
 */
export type Order<S> = { saying: S; final?: () => Promise<S> };

/** How an order becomes a command, and where it goes. */
type Way<S, C, A> = {
  /** Makes the command. Throws where it would be refused. */
  looked: (saying: S) => C;
  signer: () => Promise<Signer | undefined>;
  /** Whether it is to be given, once it has been shown. */
  may?: (() => Promise<boolean>) | undefined;
  send: (command: C, sign: Signer | undefined) => Promise<A>;
};

/**
 * Gives an order, in the sequence that costs a person least: refusals come before the passphrase is asked for, then
 * the person agrees, then what takes time is done. Returns nothing where the person did not agree.
 */
export const give = async <S, C extends { at: string }, A>(
  { saying, final }: Order<S>,
  { looked, signer, may, send }: Way<S, C, A>,
): Promise<{ command: C; answer: A } | undefined> => {
  const first = looked(saying);
  const sign = await signer();
  if (may && !(await may())) return undefined;
  const made = final ? looked(await final()) : first;
  // The question may have stood for hours: the command is given now, on the sight of then.
  const command = { ...made, at: new Date().toISOString() };
  return { command, answer: await send(command, sign) };
};
