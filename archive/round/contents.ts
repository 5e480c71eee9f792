import { closeIn, documentsIn, ledgerPath, type RoundRecord } from './record';

/** What `round.json` says of a round in short. */
const summary = ({ head, born, log, ledgers, drill }: RoundRecord) => {
  const { round, title, body, feedback, concentratedUntil } = head;
  const closed = closeIn(log);
  return {
    schemaVersion: 1,
    round,
    title,
    body,
    feedback,
    concentratedUntil,
    born,
    ...(drill !== undefined && { drill }),
    archiveNumber: closed?.archiveNumber,
    opened: log[0]?.at,
    closed: closed && { at: closed.at, by: closed.author.by, note: closed.note },
    totals: ledgers.at(-1)?.totals,
    items: ledgers.at(-1)?.rows.map(({ item, cycle }) => ({ item, cycle })),
  };
};

/** Every file of JSON in the bag of a round, by its path beneath `data/`; the log has a form of its own. */
export const roundFiles = (record: RoundRecord): Record<string, unknown> => {
  const { head, calendar, plan, log, ledgers, bags, opening } = record;
  const { round } = head;
  return {
    'round.json': summary(record),
    'plan-imported.json': plan,
    'plan-in-force.json': head,
    'policy.json': head.policy,
    'calendar.json': calendar,
    'people.json': head.roster,
    ...Object.fromEntries(ledgers.map((ledger) => [ledgerPath(ledger.entry.seq), ledger])),
    'ledger.json': ledgers.at(-1),
    'documents.json': { round, documents: documentsIn(log) },
    'bags.json': { round, bags },
    ...(opening && { 'opening.json': opening }),
  };
};
