import { type Bench, numberIn } from '../bench';
import { sideBySide } from '../stage';
import { counted } from './counted';
import type { Size } from './course';
import { lifeOver } from './lived';
import { ours } from './ours';
import { plain } from './plain';

/** What a whole life of an item costs: what its history holds, and the CPU that server and worker use for it. */
export const life: Bench = {
  about:
    'history and CPU of ordinary items of 60 days and nine commands, which are claimed; the CPU of --lives in --seconds, and `lived` what their histories held',
  numbers: { lives: 40, people: 20, seconds: 30 },
  run: async (setting) => {
    const size: Size = {
      lives: numberIn(setting, 'lives'),
      people: numberIn(setting, 'people'),
      seconds: numberIn(setting, 'seconds'),
    };
    const ofOne = await counted();
    const designs = { ours: lifeOver(ours, size), plain: lifeOver(plain, size) };
    const found = await sideBySide(setting, designs);
    return {
      ours: { ...ofOne, ...found.ours.lived, lived: found.ours.counted },
      plain: { ...found.plain.counted, ...found.plain.lived },
    };
  },
};
