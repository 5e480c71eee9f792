import { civilOf } from '../../../domain/calendar/zone';
import { possibleIn } from '../../../domain/item/authority';
import { COMMAND_TYPES, type CommandType } from '../../../domain/item/command';
import { pendingExtension } from '../../../domain/item/state';
import { helpingIn } from '../../../domain/item/helping';
import { isAtWork, isOpen } from '../../../domain/item/states';
import { awaitedOf } from '../../../domain/item/waiting';
import { ROUND_COMMAND_TYPES, type RoundCommandType } from '../../../domain/round/command';
import { personIn } from '../../../domain/round/offices';
import { type Deed, MOST_PICK } from '../script';
import { nth } from '../setting';
import { itemCommand } from './item-commands';
import { roundCommand } from './round-commands';
import type { Order, SeenItem, Sight } from './sight';
import { sent } from './spoil';
import { whatToDo } from './turn';

export { ending, openPlaces, withdrawal } from './ending';
export type { Order, SeenItem, Sight } from './sight';

const toItem = (
  type: CommandType,
  deed: Deed,
  sight: Sight,
  by?: SeenItem['state']['people']['handler'],
): Order => {
  const place = deed.item % sight.items.length;
  const seen = nth(sight.items, place);
  return { to: place, command: itemCommand(type, { seen, deed, sight }, by), submission: undefined };
};

/** The command by the size of the number, what it says by its remainders: by remainders alone, each command would say one thing. */
const roundCommandOf = ({ pick }: Deed): RoundCommandType =>
  nth(ROUND_COMMAND_TYPES, Math.floor((pick * ROUND_COMMAND_TYPES.length) / (MOST_PICK + 1)));

const toRound = (deed: Deed, sight: Sight): Order => ({
  to: 'round',
  command: roundCommand(roundCommandOf(deed), { deed, sight }),
  submission: undefined,
});

const reopening = (deed: Deed, sight: Sight): Order => ({
  to: 'round',
  command: roundCommand('reopen', { deed, sight }),
  submission: undefined,
});

/** The deputy of an absent person, if there is one, does what that person should have done. */
const byDeputy = (order: Order, sight: Sight): Order | undefined => {
  const deputy = personIn(sight.round.head.roster, order.command.by)?.deputies[0];
  if (deputy === undefined) return undefined;
  return {
    ...order,
    command: { ...order.command, by: deputy, onBehalfOf: order.command.by } as Order['command'],
  };
};

/** Now and then the owner of a measure comes before the handler, with evidence or a report. */
const byOwner = (deed: Deed, sight: Sight): Order | undefined => {
  const { state, context } = nth(sight.items, deed.item);
  const owners = helpingIn(state, context).owner.filter((owner) => owner !== state.people.handler);
  if (!isAtWork(state.status) || owners.length === 0 || deed.pick % 3 > 0) return undefined;
  const type = nth(['add-evidence', 'report-progress', 'withdraw-evidence', 'comment'] as const, deed.who);
  return toItem(type, deed, sight, nth(owners, deed.pick));
};

/** Whoever an item waits for does what such a person would; whoever is to decide on an extension may do so first. */
const turn = (deed: Deed, sight: Sight): Order | undefined => {
  const seen = nth(sight.items, deed.item);
  const { state } = seen;
  if (state.status === 'archived') return deed.pick % 4 === 0 ? reopening(deed, sight) : undefined;
  if (!isOpen(state.status)) return undefined;
  if (pendingExtension(state) && deed.pick % 3 > 0)
    return toItem(deed.pick % 3 === 1 ? 'grant-extension' : 'refuse-extension', deed, sight);
  const person = awaitedOf(state);
  if (person === undefined) return undefined;
  const own = byOwner(deed, sight);
  if (own) return own;
  switch (sight.temperamentOf(person)) {
    case 'diligent': {
      const own = toItem(whatToDo(seen, deed), deed, sight, person);
      return deed.pick % 4 === 3 ? (byDeputy(own, sight) ?? own) : own;
    }
    case 'late': {
      const isLate = state.deadline !== undefined && civilOf(sight.now) > state.deadline;
      const excuse = nth(['report-progress', 'request-extension', 'comment'] as const, deed.pick);
      return toItem(isLate ? whatToDo(seen, deed) : excuse, deed, sight, person);
    }
    case 'absent': {
      const missed = toItem(whatToDo(seen, deed), deed, sight, person);
      return byDeputy(missed, sight) ?? toItem('urge', deed, sight);
    }
    case 'hostile':
      return toItem(nth(COMMAND_TYPES, deed.pick), deed, sight, person);
  }
};

/** Mostly something that can be done to the item in its state, now and then anything at all. */
const anyCommand = (deed: Deed, sight: Sight): CommandType => {
  const possible = possibleIn(nth(sight.items, deed.item).state.status);
  return nth(deed.days % 4 === 0 || possible.length === 0 ? COMMAND_TYPES : possible, deed.pick);
};

/** The order that this deed comes to as things are; nothing when nobody gives one. */
export const orderOf = (deed: Deed, sight: Sight): Order | undefined => {
  if (deed.kind === 'restart' || deed.kind === 'bounce') return undefined;
  const order =
    deed.kind === 'turn'
      ? turn(deed, sight)
      : deed.kind === 'round'
        ? toRound(deed, sight)
        : toItem(anyCommand(deed, sight), deed, sight);
  return order && sent(order, deed, sight);
};
