import { type Bench, numberIn } from '../bench';
import { sideBySide } from '../stage';
import { ours } from './ours';
import { plain } from './plain';
import { type StormSize, stormOver } from './storm';

/** Everything that is due at one slot: how long after it the mail server has taken the last mail. */
export const storm: Bench = {
  about: 'many items of many people are due at the same slot: when the last mail was taken',
  numbers: { items: 1000, people: 300, told: 2, lead: 75 },
  run: (setting) => {
    const size: StormSize = {
      items: numberIn(setting, 'items'),
      people: numberIn(setting, 'people'),
      told: numberIn(setting, 'told'),
      leadMs: numberIn(setting, 'lead') * 1000,
    };
    // Its items begin at once, not one after the other.
    const sooner = { ...size, leadMs: size.leadMs / 2 };
    return sideBySide(setting, { ours: stormOver(ours, size), plain: stormOver(plain, sooner) });
  },
};
