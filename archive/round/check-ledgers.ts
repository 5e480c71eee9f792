import { withAdditions } from '../../domain/round/amend/additions';
import { civilOf } from '../../domain/calendar/zone';
import { canonical } from '../../base/hash';
import { numberOf } from '../../base/ids';
import { ledgersKept } from '../../domain/round/papers';
import { totalsOf } from '../../domain/round/totals';
import type { RoundFault } from './record-fault';
import { ROUND_RECORD } from './paths';
import type { RoundContent } from './read';
import { bagsOf, ledgerPath } from './record';

type Kept = { seq: number; file: string };

/** The ledgers that were kept according to the log. */
const kept = (log: NonNullable<RoundContent['log']>): Kept[] =>
  ledgersKept(log).map(({ seq }) => ({ seq, file: `data/${ledgerPath(seq)}` }));

export const ledgersThere = ({ log, payload }: RoundContent): RoundFault[] =>
  kept(log ?? []).flatMap(({ file }) => (payload.has(file) ? [] : [{ type: 'record-missing', file }]));

/** Each ledger is that of its entry, in its place. */
export const ledgersOfEntries = ({ log, ledgers }: RoundContent): RoundFault[] => {
  if (!log) return [];
  const places = new Map(kept(log).map(({ file, seq }) => [file, log[seq - 1]]));
  return ledgers.flatMap(([file, { entry, at }]): RoundFault[] => {
    const told = places.get(file);
    return told?.seq === entry.seq && told.hash === entry.hash && told.at === at
      ? []
      : [{ type: 'ledger-of-other-entry', file, seq: entry.seq }];
  });
};

type Counted = Readonly<Record<string, unknown>>;

/** Totals that differ from the count; figures that an older version did not count are ignored. */
const miscounted = (totals: Counted, count: Counted): string[] =>
  Object.keys(totals).filter(
    (field) => field in count && canonical(totals[field]) !== canonical(count[field]),
  );

/** The totals of each ledger are what counting its rows gives. */
export const totalsCounted = ({ ledgers }: RoundContent): RoundFault[] =>
  ledgers.flatMap(([file, { totals, rows, at }]) =>
    miscounted(totals, totalsOf(rows, civilOf(at))).map((field) => ({ type: 'totals-differ', file, field })),
  );

/** Each notice was published with the figures of the ledger of that moment. */
export const figuresOfNotices = ({ log, ledgers }: RoundContent): RoundFault[] =>
  (log ?? []).flatMap(({ seq, event }): RoundFault[] => {
    if (event.type !== 'notice-published') return [];
    const file = `data/${ledgerPath(seq)}`;
    const ledger = ledgers.find(([path]) => path === file)?.[1];
    if (!ledger || canonical(ledger.totals.byPublished) === canonical(event.figures)) return [];
    return [{ type: 'figures-differ', file, seq }];
  });

/** `ledger.json` is the last of the ledgers. */
export const lastLedger = ({ log, ledger, ledgers }: RoundContent): RoundFault[] => {
  const last = log && kept(log).at(-1)?.file;
  const found = ledgers.find(([path]) => path === last)?.[1];
  if (!ledger || !found || last === undefined || canonical(ledger) === canonical(found)) return [];
  return [{ type: 'summary-differs', file: ROUND_RECORD.ledger, field: 'rows', other: last }];
};

/** The ledger has the items of the plan, and those that were added to it, all of them and no others. */
export const itemsOfPlan = ({ planImported, ledger, log }: RoundContent): RoundFault[] => {
  if (!planImported || !ledger) return [];
  const planned: string[] = planImported.items.map(({ number }) => number);
  const all = withAdditions([], log ?? []).map(({ number }) => number);
  const found = ledger.rows.map(({ number, item }) => (numberOf(item) === number ? number : item));
  const [imported, added] = [true, false].map((isImported) =>
    found.filter((one) => planned.includes(one) === isImported),
  );
  const isWhole = canonical([planned, [...all].sort()]) === canonical([imported, added?.sort()]);
  return isWhole ? [] : [{ type: 'items-differ', file: ROUND_RECORD.ledger }];
};

const lifeOf = ({ item, cycle }: { item: string; cycle: number }): string => `${item} ${cycle}`;

/** The bags named are those of every life in ledger and log. */
export const bagsOfLives = ({ round, log, ledger, bags }: RoundContent): RoundFault[] => {
  if (!round || !log || !ledger || !bags) return [];
  const file = ROUND_RECORD.bags;
  const known = bagsOf(round.round, ledger.rows, log);
  const differing = known.filter((one) => {
    const named = bags.bags.filter((other) => lifeOf(other) === lifeOf(one));
    const [bag] = named;
    return (
      named.length !== 1 ||
      canonical({ ...one, manifest: one.manifest ?? bag?.manifest ?? '' }) !== canonical(bag)
    );
  });
  const lives = new Set(known.map(lifeOf));
  const strange = bags.bags.filter((one) => !lives.has(lifeOf(one)));
  return [...differing, ...strange].map(({ item, cycle }) => ({
    type: 'bag-reference-differs',
    file,
    item,
    cycle,
  }));
};

/** An archive number is given once, that of a life that was lost included. */
export const archiveNumbersOnce = ({ round, bags, log }: RoundContent): RoundFault[] => {
  if (!round || !bags) return [];
  const lost = (log ?? []).flatMap(({ event }) =>
    event.type === 'item-restored' ? [event.lost.archiveNumber] : [],
  );
  const all = [round.archiveNumber, ...bags.bags.map(({ archiveNumber }) => archiveNumber), ...lost];
  const twice = all.filter((number, index) => all.indexOf(number) !== index);
  return [...new Set(twice)].map((archiveNumber) => ({
    type: 'archive-number-twice',
    file: ROUND_RECORD.bags,
    archiveNumber,
  }));
};
