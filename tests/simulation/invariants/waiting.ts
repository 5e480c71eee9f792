import { readable } from '../../../domain/calendar/zone';
import { awaitedOf } from '../../../domain/item/waiting';
import { type Rule } from '../rule';
import { OPEN } from '../tale';

export const nobodyForgotten = (): Rule => ({
  name: 'nobody-forgotten',
  sentence: 'every open item waits for somebody who is known, and a closed or withdrawn one for its archive',
  item: ({ seat: { life, isGone, isArchiving }, wake }) => {
    const { state, context } = life;
    if (OPEN.includes(state.status)) {
      const awaited = awaitedOf(state);
      if (awaited === undefined && wake === undefined) return 'it waits for nobody and for nothing';
      const isKnown = context.roster.people.some(({ id }) => id === awaited);
      return awaited !== undefined && !isKnown ? `it waits for ${awaited}, whom it does not know` : undefined;
    }
    const waits = isGone || isArchiving || wake !== undefined;
    return waits ? undefined : `${state.status}, it waits for nothing`;
  },
});

export const noEndlessWaking = (): Rule => ({
  name: 'no-endless-waking',
  sentence: 'an item that has caught up wakes later than now: it never turns in circles',
  item: ({ wake, now, seat: { life } }) =>
    wake !== undefined && wake <= now && !life.readyToArchive(now)
      ? `at ${readable(now)} it is to wake at ${readable(wake)}`
      : undefined,
});

export const sustainedGoesOn = (): Rule => ({
  name: 'sustained-goes-on',
  sentence: 'a sustained item has an end, wakes for it, and has a check-in or an end still before it',
  item: ({ seat: { life }, wake, now }) => {
    const { status, sustaining } = life.state;
    if (status !== 'sustained') return undefined;
    if (!sustaining) return 'nobody knows until when';
    if (wake === undefined) return `nothing wakes it, at ${readable(now)}, until ${sustaining.until}`;
    const { checkIn, until } = sustaining;
    return checkIn !== undefined && checkIn > until ? `a check-in on ${checkIn}, after ${until}` : undefined;
  },
});

export const sustainedEnds = (): Rule => ({
  name: 'sustained-ends',
  sentence: 'an item is sustained no longer than its end date, with or without its check-ins',
  end: ({ seats, now }) => {
    const late = seats.find(
      ({ life: { state } }) =>
        state.status === 'sustained' && (state.sustaining?.until ?? '') < readable(now).slice(0, 10),
    );
    return late && `${late.workflow} should have ended on ${late.life.state.sustaining?.until}`;
  },
});
