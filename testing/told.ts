import type { Instant } from '../domain/calendar/zone';
import type { PersonId } from '../base/ids';
import type { ItemLife } from '../domain/item/life';
import type { FactKind } from '../domain/ladder/notice';
import { factId } from '../domain/ladder/notice-id';
import { remindersOf } from '../domain/ladder/plan';

/** What people are told of an item, in a line each. */

/** What a person will be reminded of from now on, `rung/day`. */
export const reminded = (life: ItemLife, who: PersonId, now: Instant): string[] =>
  remindersOf(life.state, life.context, now, now)
    .filter(({ to, slot }) => to === who && slot > now)
    .map(({ id }) => id.slice(id.indexOf('@') + 1));

export type Heard = { kind: FactKind; to: PersonId; cc: boolean };

/** Who is told what of the last thing that happened, in no order of importance. */
export const toldOfLast = (life: ItemLife): Heard[] => {
  const id = factId(life.state, life.log.length);
  return life
    .remember()
    .mail.outbox.filter((fact) => fact.id === id)
    .map(({ kind, to, cc }) => ({ kind, to, cc }));
};

/** Only those who are asked to act, or must know. */
export const askedByLast = (life: ItemLife): PersonId[] =>
  toldOfLast(life).flatMap(({ to, cc }) => (cc ? [] : [to]));
