import { REAL_TIME } from '../../../domain/calendar/clock';
import { civilOf } from '../../../domain/calendar/zone';
import { disagreementsIn } from '../../../documents/agreement';
import { type Dossier, type DossierItem, withResults } from '../../../documents/dossier';
import type { Rule, WorldView } from '../rule';
import { newest } from './ledger';

const dossierOf = (world: WorldView): Dossier => {
  const { round, now } = world;
  const { head, calendar, ledger } = round;
  const items = newest(world).flatMap(({ life: { state, context } }): DossierItem[] => {
    const row = ledger.rows.find(({ item }) => item === state.item);
    return row ? [{ row, planned: context.planned, state }] : [];
  });
  const today = civilOf(now);
  const told = withResults({ items, totals: ledger.totals(now) });
  return { head, calendar, clock: REAL_TIME, now, today, ...told };
};

/** Documents are drawn up once a week, and at the end: they are the most expensive check. */
const WEEK = 7 * 24 * 3_600_000;

export const documentsAgree = (): Rule => {
  let next = 0;
  const look = (world: WorldView) => {
    const [found] = disagreementsIn(dossierOf(world));
    return found && JSON.stringify(found);
  };
  return {
    name: 'documents-agree',
    sentence: 'the figures of the ledger, the board and the notice are those of the list',
    quiet: (world) => {
      if (world.now < next) return undefined;
      next = world.now + WEEK;
      return look(world);
    },
    end: look,
  };
};
