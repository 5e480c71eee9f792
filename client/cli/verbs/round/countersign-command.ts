import type { PersonId, RoundId } from '../../../../base/ids';
import { readable } from '../../../../domain/calendar/zone';
import { words } from '../../../../domain/language';
import { nameOf } from '../../../../domain/round/offices';
import { standingAsked } from '../../../../domain/round/second/asked';
import { statedIn, type TwoSigned } from '../../../../domain/round/second/two-signed';
import type { RoundLedger, RoundView } from '../../../../workflows/messages';
import { Refused } from '../../../api/errors';
import { sign } from '../../../keys';
import { meIn } from '../../commands/commands';
import { keyPath, unlockedKey } from '../../commands/signing';
import type { Cli } from '../../context';
import type { Session } from '../../session';
import { printDone } from '../../terminal/done';
import type { Paper } from '../../terminal/paper';
import { datedItems, printAmendment } from '../../views/amendment';
import { row } from '../../views/sheet';
import { printUndoing } from '../../views/undoing';
import { consent, needAnswer } from '../shared/decide';

type Options = { yes?: true; json?: true };

/** What waits in a round for the second signature of a person, besides new keys. */
export const waitsFor = ({ seconds = [] }: RoundView, me: PersonId): boolean =>
  seconds.some(({ people }) => people.includes(me));

type Asked = { said: Exclude<TwoSigned, { type: 'propose-key' }>; by: PersonId; at: string; until: string };

/** The command as the first has signed it. @throws Refused */
const askedIn = async (session: Session, { head, seconds = [] }: RoundView, me: PersonId): Promise<Asked> => {
  const one = seconds.find(({ people }) => people.includes(me));
  const log = await session.ask((rectify) => rectify.roundLog(head.round));
  const asked = standingAsked(log).find(({ command }) => command === one?.command);
  const said = asked && statedIn(asked.first.jws);
  if (!asked || !said || 'fault' in said || said.type === 'propose-key')
    throw new Refused({ type: 'NotCountersigned', command: one?.type ?? 'amend', fault: 'nothing-waits' });
  const { by, at } = asked.first;
  return { said, by, at: readable(at), until: readable(asked.until) };
};

const show = async (
  cli: Cli,
  paper: Paper,
  { said, by, at, until }: Asked,
  { session, ledger }: { session: Session; ledger: RoundLedger },
): Promise<void> => {
  const { roster, round } = ledger.head;
  const { amend: words } = cli.say;
  const sheet = { cli, paper };
  row(sheet, words.by, `${nameOf(by, roster)} ${by} · ${at}`);
  row(sheet, words.until, until);
  row(sheet, words.reason, said.reason);
  if (said.number !== undefined) row(sheet, words.number, said.number);
  if (said.type === 'undo-import') {
    printUndoing(cli, paper, ledger);
    return;
  }
  const plan = await session.ask((rectify) => rectify.plan(round));
  printAmendment(cli, paper, said, { items: datedItems(plan.items, ledger), ledger });
};

/** Shows a command that waits, asks, and gives it the second signature. */
export const countersignCommand = async (
  cli: Cli,
  { session, round, view }: { session: Session; round: RoundId; view: RoundLedger },
  options: Options,
): Promise<void> => {
  const me = meIn(cli, view.head.roster);
  const asked = await askedIn(session, view, me);
  const { said } = asked;
  needAnswer(cli, options);
  await show(cli, options.json ? cli.err : cli.out, asked, { session, ledger: view });
  const what = words(cli.language).command[said.type];
  const question = cli.say.amend.question(what);
  if (!(await consent(cli, options, { question, value: 'countersign' }))) return;
  const jws = sign(said, await unlockedKey(cli, me, keyPath(cli, me)));
  const { signers } = await session.ask((rectify) => rectify.countersign(round, jws));
  if (options.json) {
    const who = signers.map(({ person, role, kid }) => ({ person, role, kid }));
    cli.out.json('countersign', { decided: true, round, command: said.type, signers: who });
    return;
  }
  printDone(cli.out, cli.say.amend.signed(what));
};
