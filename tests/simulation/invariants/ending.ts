import { ledgerPaperName, type LedgerSnapshot } from '../../../domain/round/papers';
import type { LedgerRow } from '../../../domain/round/row';
import { civilOf } from '../../../domain/calendar/zone';
import { firstFound, type Rule, unequal, type WorldView } from '../rule';
import { isLate, newest } from './ledger';

type Round = WorldView['round'];

const closeOf = ({ log }: Round) => log.findIndex(({ event }) => event.type === 'round-closed');

export const closedOnlyArchived = (): Rule => ({
  name: 'closed-only-archived',
  sentence:
    'a closed round has all its items in the archive and a notice published, unless all were withdrawn, and nothing follows but its own archive',
  round: (world) => {
    const { round } = world;
    const at = closeOf(round);
    if (at < 0) return undefined;
    const open = newest(world).find(({ life }) => !life.state.archive);
    if (open) return `${open.workflow} is not in the archive`;
    const isAllWithdrawn = newest(world).every(({ tale }) => tale.status === 'withdrawn');
    if (!isAllWithdrawn && !round.log.slice(0, at).some(({ event }) => event.type === 'notice-published'))
      return 'no notice had been published';
    const after = round.log.slice(at + 1).map(({ event }) => event.type);
    return firstFound(after, (type) => (type === 'round-archived' ? undefined : `${type} after the close`));
  },
});

/** 对外口径, as the office explains it (domain.md), read off a row. */
const publishedAs = (row: LedgerRow, today: string): string => {
  if (row.status === 'withdrawn') return 'withdrawn';
  const isEnded = row.status === 'closed' || row.status === 'archived';
  if (isEnded) return row.kind === 'sustained' ? 'completed-sustained' : 'completed';
  if (isLate(row, row.deadline, today)) return 'not-completed';
  const isFinalReview =
    (row.status === 'acceptance' || row.status === 'leader-review') && row.stageAcceptedOn !== undefined;
  return row.status === 'sustained' || isFinalReview ? 'completed-sustained' : 'ongoing';
};

const countedBy = (rows: readonly LedgerRow[], today: string, figures: object) =>
  Object.fromEntries(
    Object.keys(figures).map((one) => [one, rows.filter((row) => publishedAs(row, today) === one).length]),
  );

/** Looks at each notice when it has just been published: the ledger is still that of the moment. */
export const noticesAreTrue = (): Rule => {
  let seen = 0;
  return {
    name: 'notices-are-true',
    sentence: 'a notice is published with just the figures that counting the ledger gives at that moment',
    round: ({ round }) => {
      const fresh = round.log.slice(seen);
      seen = round.log.length;
      return firstFound(fresh, ({ at, event, seq }) => {
        if (event.type !== 'notice-published') return undefined;
        const counted = countedBy(round.ledger.rows, civilOf(at), event.figures);
        return unequal(`the figures of the notice in entry ${seq}`, event.figures, counted);
      });
    },
  };
};

export const ledgersAreKept = (): Rule => ({
  name: 'ledgers-are-kept',
  sentence:
    'the ledger of each notice is kept as it was, and of a closed round those of its beginning and end too',
  end: ({ round, papers }) => {
    const id = round.head.round;
    const kept = (seq: number) => papers.get(ledgerPaperName(id, seq)) as LedgerSnapshot | undefined;
    const notices = firstFound(round.log, ({ seq, event }) =>
      event.type === 'notice-published'
        ? unequal(`the ledger of entry ${seq}`, kept(seq)?.totals.byPublished, event.figures)
        : undefined,
    );
    const at = closeOf(round);
    if (notices !== undefined || at < 0) return notices;
    if (!round.hasEnded) return 'it was closed, and is not in the archive';
    const imported = round.ledger.rows.filter(({ added }) => !added).length;
    return (
      unequal('the ledger of the close', kept(at + 1)?.rows, round.ledger.rows) ??
      unequal('the items at the beginning', kept(1)?.rows.length, imported)
    );
  },
});

/** A letter as it was issued and as it was filed has one number. */
const isOneLetter = (found: readonly { what: string; item?: string | undefined }[]): boolean =>
  found.length === 2 &&
  found[0]?.item !== undefined &&
  found[0].item === found[1]?.item &&
  found
    .map(({ what }) => what)
    .sort()
    .join() === 'filed letter,issued letter';

const numbered = ({ log }: Round) =>
  log.flatMap(({ event }) => {
    if (event.type === 'proposal-issued')
      return [{ number: event.number, what: 'issued letter', item: event.item }];
    if (event.type === 'notice-published') return [{ number: event.number, what: 'notice', item: undefined }];
    if (event.type !== 'document-filed') return [];
    const what = event.kind === 'letter' ? 'filed letter' : 'document';
    return [{ number: event.number, what, item: event.item }];
  });

export const numbersGivenOnce = (): Rule => ({
  name: 'numbers-given-once',
  sentence:
    'no two letters, documents or notices of a round have one number, but a letter as it was issued and filed',
  round: ({ round }) => {
    const all = numbered(round);
    return firstFound([...new Set(all.map(({ number }) => number))], (number) => {
      const found = all.filter((one) => one.number === number);
      return number === undefined || found.length < 2 || isOneLetter(found)
        ? undefined
        : `${number} is that of ${found.map(({ what }) => what).join(', ')}`;
    });
  },
});

export const noticesOnce = (): Rule => ({
  name: 'notices-once',
  sentence: 'no file is published as a notice twice',
  round: ({ round }) => {
    const files = round.log.flatMap(({ event }) =>
      event.type === 'notice-published' ? [event.file.sha512] : [],
    );
    const again = files.find((file, place) => files.indexOf(file) < place);
    return again && `${again} was published twice`;
  },
});

export const endedByRight = (): Rule => ({
  name: 'ended-by-right',
  sentence:
    'the office files and publishes, the office or the head closes, or a deputy in their name; nobody where the import was undone',
  round: ({ round }) => {
    const last = round.log.at(-1);
    if (last?.event.type === 'round-closed' && last.event.undone !== undefined) {
      const undone = round.log[last.event.undone - 1]?.event.type;
      return undone === 'import-undone' && !last.author
        ? undefined
        : 'it closed by itself, and was not undone';
    }
    const { office, head } = round.head.roster;
    const may: Record<string, readonly string[]> = {
      'document-filed': office,
      'notice-published': office,
      'round-closed': [...office, head],
    };
    const entitled = last && may[last.event.type];
    if (!entitled) return undefined;
    const principal = last.author?.onBehalfOf ?? last.author?.by;
    return principal !== undefined && entitled.includes(principal)
      ? undefined
      : `${last.event.type} by ${principal ?? 'nobody'}, and only ${entitled.join(', ')} may`;
  },
});
