import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { PersonId } from '../domain/ids';
import { Command } from '../domain/item/command';
import { decide } from '../domain/item/decide';
import type { ItemView } from '../domain/item/life';
import { Refused } from './api/errors';
import type { Cli } from './context';
import { Trouble } from './trouble';

/** What a verb has to say beyond who says it, and to which item. */
export type Saying<C = Command> = C extends Command
  ? Omit<C, 'id' | 'item' | 'cycle' | 'by' | 'onBehalfOf' | 'at'>
  : never;

const personOf = (given: string, option: string): PersonId => {
  const person = PersonId.safeParse(given);
  if (person.success) return person.data;
  throw new Trouble({ type: 'bad-value', option, given, expected: 'person' });
};

/** Who is at the keyboard, as he claims. Throws `Trouble` when nobody has said so. */
export const whoAmI = ({ person }: Cli): PersonId => {
  if (person === undefined) throw new Trouble({ type: 'no-person' });
  return personOf(person, '--as');
};

/** Who gives a command, and when. Its id is made here, once, whatever is sent again later. */
export const envelopeOf = (cli: Cli, deputyFor: string | undefined) => ({
  id: randomUUID(),
  by: whoAmI(cli),
  ...(deputyFor !== undefined && { onBehalfOf: personOf(deputyFor, '--deputy-for') }),
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
 * The command that a verb gives to an item.
 * Throws `Trouble` `bad-command` where it is not of the agreed form.
 */
export const commandOf = (
  cli: Cli,
  { state }: Pick<ItemView, 'state'>,
  saying: Saying,
  deputyFor?: string,
): Command => {
  const { item, cycle } = state;
  return wellFormed(Command, { ...envelopeOf(cli, deputyFor), item, cycle, ...saying });
};

/**
 * Refuses at once what the item would refuse, before anybody is asked or a file is stored. A courtesy: what
 * counts is what the item says.
 */
export const refuseEarly = (command: Command, { state, context, now }: ItemView): void => {
  const verdict = decide(command, state, context, now);
  if ('refusal' in verdict) throw new Refused(verdict.refusal);
};
