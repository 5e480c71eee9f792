import { type Bench, numberIn } from '../bench';
import { sideBySide } from '../stage';
import { ours } from './ours';
import { plain } from './plain';
import { punctualOver } from './punctual';
import type { Size } from './timetable';

/** Mails that fall due one after the other, of many people: how late they are. */
export const punctual: Bench = {
  about: 'many slots a second for some minutes: how late the mails are, in ms; --lead: seconds to get ready',
  numbers: { perSecond: 50, seconds: 300, rounds: 50, lead: 75 },
  run: (setting) => {
    const size: Size = {
      perSecond: numberIn(setting, 'perSecond'),
      seconds: numberIn(setting, 'seconds'),
      rounds: numberIn(setting, 'rounds'),
      leadMs: numberIn(setting, 'lead') * 1000,
    };
    return sideBySide(setting, { ours: punctualOver(ours, size), plain: punctualOver(plain, size) });
  },
};
