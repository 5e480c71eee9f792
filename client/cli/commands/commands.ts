import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { PersonId } from '../../../base/ids';
import { Command } from '../../../domain/item/command';
import { judge } from '../../../domain/item/judge';
import type { ItemView } from '../../../domain/item/life';
import type { Roster } from '../../../domain/round/roster';
import { bindingToItem } from '../../api/binding';
import { Refused } from '../../api/errors';
import type { Cli } from '../context';
import { nameGiven, personMeant } from '../arguments/people';
import type { Session } from '../session';
import { principalsFor } from './principals';
import { Trouble } from '../trouble/trouble';

/** What a verb has to say beyond who says it, and to which item. */
export type Saying<C = Command> = C extends Command
  ? Omit<C, 'id' | 'item' | 'cycle' | 'by' | 'onBehalfOf' | 'at' | 'genesis' | 'seen'>
  : never;

/**
 * Who the person at the keyboard claims to be: an id or a name, still to be looked up in a roster (`meIn`).
 * Throws `Trouble` when nobody has said so, before a server is looked for.
 */
export const whoAmI = ({ person }: Pick<Cli, 'person'>): string => {
  if (person === undefined) throw new Trouble({ type: 'no-person' });
  return nameGiven(person, '--as');
};

/** The person at the keyboard in some rosters. Throws `Trouble` `not-in-roster`, `ambiguous-person`. */
export const meIn = (cli: Pick<Cli, 'person'>, ...rosters: readonly Pick<Roster, 'people'>[]): PersonId =>
  personMeant(whoAmI(cli), ...rosters);

/** Who gives a command, and for whom. */
export type Author = { by: PersonId; onBehalfOf?: PersonId };

/**
 * The person at the keyboard, and whoever they act for, as the round knows them. Whether they may is for the item to say.
 * Throws `Trouble` `not-in-roster`, `ambiguous-person`.
 */
export const authorOf = async (
  cli: Cli,
  session: Pick<Session, 'rostersFor'>,
  views: readonly Pick<ItemView, 'context'>[],
  deputyFor?: string,
): Promise<Author> => {
  const me = whoAmI(cli);
  const rosters = await session.rostersFor(views, deputyFor === undefined ? [me] : [me, deputyFor]);
  return authorAmong(rosters, me, deputyFor);
};

const authorAmong = (rosters: readonly Roster[], me: string, deputyFor: string | undefined): Author => ({
  by: personMeant(me, ...rosters),
  ...(deputyFor !== undefined && { onBehalfOf: personMeant(deputyFor, ...rosters) }),
});

/** The same in a roster that is at hand. */
export const authorIn = (cli: Cli, roster: Roster, deputyFor?: string): Author =>
  authorAmong([roster], whoAmI(cli), deputyFor);

/** Who gives a command, and when. Its id is made here, once, and kept when it is sent again. */
export const envelopeOf = (author: Author) => ({
  id: randomUUID(),
  ...author,
  at: new Date().toISOString(),
});

/** What was given, if it is of the agreed form. Throws `Trouble` `bad-command` otherwise. */
export const wellFormed = <C>(schema: z.ZodType<C>, given: unknown): C => {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
  throw new Trouble({ type: 'bad-command', faults });
};

/**
 * The command that a verb gives to an item, bound to it as its author is shown it.
 * Throws `Trouble` `bad-command` where it is not of the agreed form.
 */
export const commandOf = (
  author: Author,
  view: Pick<ItemView, 'state' | 'context' | 'log'>,
  saying: Saying,
): Command => {
  const { item, cycle } = view.state;
  return wellFormed(Command, { ...envelopeOf(author), ...bindingToItem(view), item, cycle, ...saying });
};

/**
 * Refuses at once what the item would refuse, before anybody is asked or a file is stored. A courtesy: what
 * counts is what the item says. It alone knows which notices have gone out.
 */
export const refuseEarly = (command: Command, view: ItemView): void => {
  const verdictOn = (given: Command) => judge(given, { ...view, hasTold: undefined }, view.now);
  const verdict = verdictOn(command);
  if (!('refusal' in verdict)) return;
  const isRefused = (given: Command) => 'refusal' in verdictOn(given);
  throw new Refused(verdict.refusal, principalsFor(command, verdict.refusal, view.context.roster, isRefused));
};
