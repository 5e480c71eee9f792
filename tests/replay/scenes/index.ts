import { amended } from './amended';
import { askedAnew } from './asked-anew';
import { closedAs } from './closed';
import { crowdedAs } from './crowded';
import { handedOver } from './handed-over';
import { ordinaryAs } from './ordinary';
import { reporting, rested } from './reporting';
import { runs, SHORT_RUNS } from './runs';
import type { Staged } from './scene';
import { sustained } from './sustained';
import { unclear } from './unclear';

export const SCENES: Readonly<Record<string, Staged>> = {
  closed: { play: closedAs('closed') },
  sustained: { play: sustained },
  unclear: { play: unclear },
  ordinary: { play: ordinaryAs('ordinary') },
  signed: { play: closedAs('signed') },
  'handed-over': { play: handedOver },
  runs: { play: runs, settings: SHORT_RUNS },
  crowded: { play: crowdedAs('crowded') },
  bounded: { play: crowdedAs('bounded') },
  gathered: { play: ordinaryAs('gathered') },
  opened: { play: closedAs('opened') },
  bound: { play: closedAs('bound') },
  'asked-anew': { play: askedAnew },
  reporting: { play: reporting },
  rested: { play: rested },
  amended: { play: amended },
};
