import type { Command } from 'commander';
import { RoundId } from '../../../../base/ids';
import { instant, readable } from '../../../../domain/calendar/zone';
import { words } from '../../../../domain/language';
import { genesisOf, type OpeningStatement } from '../../../../domain/round/opening/content';
import { checkOpeningSigned } from '../../../../domain/round/opening/signers';
import { openingParties } from '../../../../domain/round/two-offices';
import { pinnedKeysOf } from '../../../../domain/round/opening/trust';
import { nameOf } from '../../../../domain/round/offices';
import { officeNumber } from '../../../../domain/plan/plan';
import type { OpeningOffer, RoundView } from '../../../../workflows/messages';
import { Refused } from '../../../api/errors';
import { meIn, whoAmI } from '../../commands/commands';
import { keyPath, openingSigner } from '../../commands/signing';
import type { Cli } from '../../context';
import { Session } from '../../session';
import { printDone } from '../../terminal/done';
import type { Paper } from '../../terminal/paper';
import { dayText } from '../../terminal/time';
import { Trouble } from '../../trouble/trouble';
import { row } from '../../views/sheet';
import { consent, needAnswer } from '../shared/decide';
import { countersignCommand, waitsFor } from './countersign-command';
import { countersignKey, keysWait } from './countersign-key';

type Options = { yes?: true; json?: true; person?: string };

/** So many of the items are shown, those that are due first. */
const FIRST = 5;

/**
 * What the first has signed, where it is what the server shows here, and the first signature is good.
 * @throws Refused
 */
const checked = (offer: OpeningOffer, view: RoundView): OpeningStatement => {
  const { signatures, ...content } = offer;
  const found = checkOpeningSigned(
    signatures.map((jws) => ({ jws, at: view.now })),
    openingParties(content.head.roster),
  );
  if ('fault' in found) throw new Refused({ type: 'UntrustedOpening', fault: found.fault });
  const { statement } = found;
  if (statement.genesis !== genesisOf(content))
    throw new Refused({ type: 'UntrustedOpening', fault: 'genesis-differs' });
  return statement;
};

/** Everything that a second person should look at before they sign. */
const show = (
  cli: Cli,
  paper: Paper,
  { head, items, calendar }: OpeningOffer,
  statement: OpeningStatement,
): void => {
  const { say } = cli;
  const { roster } = head;
  const said = say.opening;
  const language = words(cli.language);
  paper.line({ text: say.round.title(head.round, head.title, head.body), style: 'bold' });
  paper.line(said.items(items.length, roster.people.length));
  row(
    { cli, paper },
    said.signedBy,
    `${nameOf(statement.by, roster)} ${statement.by} · ${readable(instant(Date.parse(statement.at)))}`,
  );
  row({ cli, paper }, said.genesis, statement.genesis);
  paper.line();
  paper.line({ text: said.firstDeadlines, style: 'bold' });
  const due = items
    .filter(({ deadline }) => deadline !== undefined)
    .sort((a, b) => ((a.deadline ?? '') < (b.deadline ?? '') ? -1 : 1));
  for (const { number, problem, deadline, handler } of due.slice(0, FIRST))
    paper.line(
      `  ${dayText(deadline, calendar, language)} ${officeNumber(number)} ${problem} · ${nameOf(handler, roster)}`,
    );
  paper.line();
  paper.line({ text: said.pins, style: 'bold' });
  for (const { person, office, kid } of pinnedKeysOf(roster))
    paper.line(`  ${language.role[office]} ${nameOf(person, roster)} ${person} · ${kid}`);
  paper.line();
};

const roundGiven = (given: string): RoundId => {
  const { data } = RoundId.safeParse(given);
  if (data !== undefined) return data;
  throw new Trouble({ type: 'bad-value', option: '<round>', given, expected: 'round' });
};

/** Shows what is opened, asks, and gives the opening of a round its second signature; in an open one, that of a command that waits. */
const countersign = async (cli: Cli, named: string | undefined, options: Options): Promise<void> => {
  whoAmI(cli);
  const given = named === undefined ? undefined : roundGiven(named);
  await Session.with(cli, async (session) => {
    const round = given ?? (await session.round());
    const view = await session.ledger(round);
    const ended = await session.ask((rectify) => rectify.refusedOpening(round));
    if (ended) throw new Refused(ended);
    if (view.opening?.state === 'checking') throw new Refused({ type: 'RoundNotOpen', people: [] });
    const isOpen = view.opening?.state !== 'waiting';
    if (isOpen && options.person === undefined && waitsFor(view, meIn(cli, view.head.roster))) {
      await countersignCommand(cli, { session, round, view }, options);
      return;
    }
    if (isOpen && keysWait(view)) {
      await countersignKey(cli, { session, round, view }, options);
      return;
    }
    if (view.opening?.state !== 'waiting')
      throw new Refused({ type: 'UntrustedOpening', fault: 'already-open' });
    const offer = await session.ask((rectify) => rectify.offer(round));
    const statement = checked(offer, view);
    const me = meIn(cli, view.head.roster);
    if (!view.opening.people.includes(me))
      throw new Trouble({ type: 'not-opener', person: me, people: view.opening.people });
    needAnswer(cli, options);
    show(cli, options.json ? cli.err : cli.out, offer, statement);
    const question = cli.say.opening.question(round);
    const { genesis } = statement;
    const may = await consent(cli, options, { question, value: 'countersign' });
    if (!may) return;
    const sign = await openingSigner(cli, me, keyPath(cli, me));
    const { signers } = await session.ask((rectify) => rectify.countersign(round, sign(statement)));
    if (options.json) {
      const who = signers.map(({ person, role, kid }) => ({ person, role, kid }));
      cli.out.json('countersign', { decided: true, round, genesis, signers: who });
      return;
    }
    printDone(cli.out, cli.say.opening.opened(round));
  });
};

export const register = (command: Command, cli: Cli): void => {
  const { argument, option } = cli.say;
  command
    .argument('[round]', argument.round)
    .option('--person <person>', option.keyOf)
    .option('--yes', option.yes)
    .option('--json', option.json)
    .action((round: string | undefined, options: Options) => countersign(cli, round, options));
};
