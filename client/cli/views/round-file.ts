import { closeIn, documentsIn } from '../../../archive/round/record';
import { readable } from '../../../domain/calendar/zone';
import { attestationsIn } from '../../../domain/round/attestation';
import { nameOf } from '../../../domain/round/offices';
import { words } from '../../../domain/language';
import { officeNumber } from '../../../domain/plan/plan';
import type { Cli } from '../context';
import type { RoundSeen } from '../commands/round-commands';
import { iso } from '../../../domain/calendar/iso';
import { heading, row } from './sheet';

/** The path of a round's bag, once there is one. */
const bagIn = (log: RoundSeen['log']) =>
  log.flatMap(({ event }) => (event.type === 'round-archived' ? [event] : [])).at(0);

/** What was filed with a round and published of it. */
export const printDocuments = (cli: Cli, { log }: RoundSeen): void => {
  const documents = documentsIn(log);
  if (documents.length === 0) return;
  const { title: heads, head } = cli.say.round.documents;
  const said = words(cli.language);
  heading({ paper: cli.out }, heads);
  cli.out.table({
    head: [head.no, head.kind, head.title, head.number, head.date, head.item],
    rows: documents.map(({ no, kind, title, number = '', effectiveDate, item }) => [
      ...[String(no), said.documentKind[kind], title, number],
      ...[effectiveDate, item ? officeNumber(item) : ''],
    ]),
    flexible: [2, 3],
  });
};

/** How a round was closed, if it was, and where its bag is. */
export const printClose = (cli: Cli, { ledger, log }: RoundSeen): void => {
  const closed = closeIn(log);
  if (!closed) return;
  const said = cli.say.round;
  const sheet = { cli, paper: cli.out };
  const who = nameOf(closed.author.by, ledger.head.roster);
  row(sheet, said.closed, `${readable(closed.at)} ${who} · ${closed.archiveNumber}`, 'yellow');
  row(sheet, said.bag, bagIn(log)?.bag ?? said.pending);
};

/** Who has countersigned the log last, if anybody has. */
export const printAttested = (cli: Cli, { ledger, log }: RoundSeen): void => {
  const last = attestationsIn(log).at(-1);
  if (!last) return;
  const { attest } = cli.say.round;
  const who = nameOf(last.by, ledger.head.roster);
  row({ cli, paper: cli.out }, attest.last, attest.by(who, last.entries, readable(last.at)));
};

export const roundFileJson = ({ log }: RoundSeen) => {
  const [closed, bag, attested] = [closeIn(log), bagIn(log), attestationsIn(log).at(-1)];
  return {
    ...(attested && { attested: { ...attested, at: iso(attested.at) } }),
    documents: documentsIn(log).map((document) => ({ ...document, at: iso(document.at) })),
    ...(closed && {
      closed: {
        at: iso(closed.at),
        by: closed.author.by,
        note: closed.note,
        archiveNumber: closed.archiveNumber,
      },
    }),
    ...(bag && { archive: { bag: bag.bag, archiveNumber: bag.archiveNumber, manifest: bag.manifest } }),
  };
};
