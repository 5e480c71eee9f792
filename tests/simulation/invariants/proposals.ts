import type { PersonId } from '../../../base/ids';
import { civilOf } from '../../../domain/calendar/zone';
import type { ItemContext } from '../../../domain/item/state';
import type { Policy } from '../../../domain/round/policy';
import { type Finding, firstFound, type ItemMoment, type Rule } from '../rule';

/** Who decides on what the ladder proposes about persons: domain.md's words, not the function that the domain uses. */
const BY_DEFAULT: Partial<Record<string, readonly string[]>> = {
  'urging-letter': ['office'],
  talk: ['head', 'office'],
  accountability: ['oversight'],
};

const officesFor = (rung: string, { ladder }: Pick<Policy, 'ladder'>): readonly string[] => {
  const said: readonly string[] = ladder.find(({ id }) => id === rung)?.decides ?? [];
  return said.length > 0 ? said : (BY_DEFAULT[rung] ?? []);
};

/** Everybody who may decide on a proposal; nobody where the rung proposes nothing. */
export const decidingIn = (
  rung: string,
  { roster, policy }: Pick<ItemContext, 'roster' | 'policy'>,
): PersonId[] => {
  const offices = officesFor(rung, policy);
  return [
    ...(offices.includes('head') ? [roster.head] : []),
    ...(offices.includes('office') ? roster.office : []),
    ...(offices.includes('oversight') ? roster.oversight : []),
  ];
};

const wronglyAsked = ({ seat: { life }, now }: ItemMoment): Finding => {
  const { posted } = life.remember().mail;
  return firstFound(Object.entries(posted), ([person, list = []]) =>
    firstFound(list, ({ id, rung, slot, cc }) => {
      if (slot <= now || BY_DEFAULT[rung] === undefined) return undefined;
      const deciding = decidingIn(rung, life.context);
      const isAsked = cc === undefined;
      if (deciding.some((one) => one === person) === isAsked) return undefined;
      return `${id} ${isAsked ? 'asks' : 'does not ask'} ${person}, and ${deciding.join(', ')} decide`;
    }),
  );
};

/** Somebody who decides must hold a notice of what has just been proposed; one of this morning goes out at once. */
const askedNobody = ({ seat: { life, tale }, steps, now }: ItemMoment): Finding =>
  firstFound(steps, ({ entry: { event } }) => {
    if (event.type !== 'rung-reached' || BY_DEFAULT[event.rung] === undefined) return undefined;
    const deciding = decidingIn(event.rung, life.context);
    const { posted } = life.remember().mail;
    const isTold = deciding.some((person) =>
      posted[person]?.some(
        ({ id, cc, slot }) =>
          id.endsWith(`@${event.rung}/${event.day}`) && !cc && civilOf(slot) >= civilOf(now),
      ),
    );
    return isTold
      ? undefined
      : `nobody of ${deciding.join(', ')} is asked to decide on ${event.rung} for ${tale.item}`;
  });

export const askedMayDecide = (): Rule => ({
  name: 'asked-may-decide',
  sentence:
    'of what is proposed about persons just those are asked to decide who may, and there is always one',
  item: (moment) => wronglyAsked(moment) ?? askedNobody(moment),
});

export const policySaysWhoDecides = (): Rule => ({
  name: 'policy-says-who-decides',
  sentence:
    'no policy is put in force under which somebody decides on a proposal whom its ladder does not tell',
  round: ({ round: { head } }) =>
    firstFound(head.policy.ladder, ({ id, to, decides }) => {
      const usual = BY_DEFAULT[id];
      const offices = officesFor(id, head.policy);
      const untold = offices.find((office) => !to.some((one) => one === office));
      if (untold !== undefined) return `${untold} decides on ${id}, which is told to ${to.join(', ')}`;
      const other = to.find((one) => usual?.includes(one) === false);
      if (decides || other === undefined) return undefined;
      return `${id} is told to ${other}, and nobody says whether to decide`;
    }),
});
