import type { Calendar } from '../calendar/calendar';
import type { Clock } from '../calendar/clock';
import type { Instant } from '../calendar/zone';
import { itemId, type PersonId } from '../../base/ids';
import type { ItemBirth } from '../item/life';
import { sidesOf } from '../item/side';
import type { ItemContext } from '../item/state';
import { areHelpersAsked } from '../item/helping';
import type { Addition } from './amend/addition';
import { contactsOf, withContactsOf } from './contacts';
import { holdersOf, OFFICES } from './offices';
import type { ItemOpening } from './opening/opened';
import { relevantTo } from './people';
import { archiveNumber, type PlannedItem, type RoundHead } from '../plan/plan';

/** What a round gives to its items. */
export type RoundSetting = { head: RoundHead; calendar: Calendar; clock: Clock };

/** Those who have added an item: their keys are what shows it. */
const signersOf = ({ added }: Pick<ItemOpening, 'added'> = {}): PersonId[] => {
  if (!added) return [];
  const second = 'countersigned' in added ? added.countersigned.by : undefined;
  return second === undefined ? [added.by] : [added.by, second];
};

/** What an item of a round knows of it; `piece` is its place in the archive (件号, from 1). */
export const contextOf = (
  { head, calendar }: RoundSetting,
  item: PlannedItem,
  piece: number,
  opening?: ItemOpening,
): ItemContext => {
  const { round: id, title, body, bodyId, concentratedUntil, roster, policy } = head;
  const helping = areHelpersAsked(policy)
    ? [
        ...item.measures.flatMap(({ owner }) => owner ?? []),
        ...contactsOf(item, roster).map(({ person }) => person),
      ]
    : [];
  const own = [
    ...Object.values(sidesOf(item)),
    ...OFFICES.flatMap((office) => holdersOf(office, roster)),
    ...helping,
    ...signersOf(opening),
  ];
  return {
    round: { id, title, body, ...(bodyId && { bodyId }), concentratedUntil },
    planned: item,
    roster: relevantTo(withContactsOf(item, roster), own),
    policy,
    calendar,
    archiveNumber: archiveNumber(head.archive, piece),
    ...(opening && { opening }),
  };
};

/** What the `index`-th item of a plan (from 0) is started with. */
export const birthOf = (
  setting: RoundSetting,
  item: PlannedItem,
  index: number,
  assignedAt: Instant,
  opening?: ItemOpening,
): ItemBirth => ({
  item: itemId(setting.head.round, item.number),
  cycle: 1,
  assignedAt,
  clock: setting.clock,
  context: contextOf(setting, item, index + 1, opening),
});

/** What an item is started with that an amendment has added; `heard`: as of a later life. */
export const birthOfAdded = (
  setting: RoundSetting,
  { planned, added, archiveNumber: number, at, author }: Addition,
  { heard, opening }: { heard: string[]; opening: ItemOpening | undefined },
): ItemBirth => ({
  item: itemId(setting.head.round, planned.number),
  cycle: 1,
  assignedAt: at,
  clock: setting.clock,
  context: { ...contextOf(setting, planned, 0, opening), archiveNumber: number },
  added,
  adding: { author, heard },
});
