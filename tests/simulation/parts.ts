import { ItemLife } from '../../domain/item/life';
import { PersonMailbox } from '../../domain/ladder/mailbox';
import { type RoundBirth, RoundLife, type RoundMemory } from '../../domain/round/life';
import type { MakeMailbox } from './post-office';
import type { MakeItem } from './seat';

/** The objects of the domain that live in a world; tests put faulty ones in their place. */
export type Parts = {
  item: MakeItem;
  mailbox: MakeMailbox;
  round: (birth: RoundBirth, carried?: RoundMemory) => RoundLife;
};

export const REAL_PARTS: Parts = {
  item: (birth, carried) => new ItemLife(birth, carried),
  mailbox: (carried) => new PersonMailbox(carried),
  round: (birth, carried) => new RoundLife(birth, carried),
};
