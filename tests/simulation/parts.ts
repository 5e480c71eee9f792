import { ItemLife } from '../../domain/item/life';
import { PersonMailbox } from '../../domain/ladder/mailbox';
import { RoundLife } from '../../domain/round/life';
import type { RoundBirth, RoundMemory } from '../../domain/round/memory';
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
