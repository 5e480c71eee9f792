import { setTimeout as sleep } from 'node:timers/promises';
import { itemId, RoundId } from '../../base/ids';
import { gatherDossier } from '../../client/api/dossier';
import type { WorkerProcess } from '../../client/local/worker-process';
import { at } from '../../tests/support/instants';
import { untilStatus } from '../../tests/support/life';
import { calendar2021 } from '../../tests/support/plans';
import type { Figures } from '../bench';
import { numberOf, populationOf } from '../population';
import { cpuOf } from '../process-usage';
import type { Stage } from '../stage';
import { rounded, spread, timed } from '../statistics';

/** After the office's hours: nobody is told of anything before the next morning. */
const START = at('2021-06-09', '18:00');
const DEADLINE = '2021-08-31';
const ROUND = RoundId.parse('ledger');
const PEOPLE = 300;
const TIMES = 10;

/** Server and worker are at rest where both together use less than this share of a core for so long. */
const AT_REST = 0.15;
const REST_MS = 3000;
const PATIENCE_MS = 600_000;

/** The items of a large round begin one after the other. After the last of them: until what they caused has been done. */
const untilRest = async (stage: Stage, worker: WorkerProcess): Promise<void> => {
  const end = Date.now() + PATIENCE_MS;
  const used = (): number => cpuOf(worker.pid) + stage.serverCpu();
  for (let before = used(); ; before = used()) {
    await sleep(REST_MS);
    if (used() - before < AT_REST * REST_MS) return;
    if (Date.now() > end) throw new Error('server and worker did not come to rest');
  }
};

/** What a client asks for the papers of a round. Throws where it is not told of all items. */
export const asked =
  (items: number) =>
  async (stage: Stage): Promise<Figures> => {
    const { world } = stage;
    const { rectify } = world;
    const worker = await stage.ours();
    const plan = populationOf({ round: ROUND, items, people: PEOPLE, deadline: DEADLINE });
    await rectify.importPlan(plan, calendar2021, world.clockFrom(START, 1, ROUND));
    await untilStatus(rectify, itemId(ROUND, numberOf(items - 1)), 'assigned', PATIENCE_MS / 1000);
    await untilRest(stage, worker);
    const times: number[] = [];
    for (let no = 0; no < TIMES; no += 1) times.push((await timed(() => rectify.ledger(ROUND)))[1]);
    const ledger = await rectify.ledger(ROUND);
    const sources = { ask: rectify.item.bind(rectify), store: undefined };
    const [dossier, gatheredMs] = await timed(() => gatherDossier(ledger, sources));
    const told = [ledger.rows.length, dossier.items.length, ledger.totals.items];
    if (told.some((count) => count !== items))
      throw new Error(`${told.join(', ')} of ${items} items were told`);
    return {
      rows: ledger.rows.length,
      queryMs: spread(times),
      gatheredMs: Math.round(gatheredMs),
      gatheredMsPerItem: rounded(gatheredMs / items),
    };
  };
