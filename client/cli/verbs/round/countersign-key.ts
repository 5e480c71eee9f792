import type { PersonId, RoundId } from '../../../../base/ids';
import { iso } from '../../../../domain/calendar/iso';
import { readable } from '../../../../domain/calendar/zone';
import type { ProposeKey } from '../../../../domain/round/command';
import { judgeSecond, proposalIn } from '../../../../domain/round/keys/countersign';
import { type KeyProposal, type KeyWaiting, standingKeys } from '../../../../domain/round/keys/proposals';
import { nameOf, personIn } from '../../../../domain/round/offices';
import type { RoundView } from '../../../../workflows/messages';
import { Refused } from '../../../api/errors';
import { sign } from '../../../keys';
import { meIn } from '../../commands/commands';
import { keyPath, unlockedKey } from '../../commands/signing';
import { personMeant } from '../../arguments/people';
import type { Cli } from '../../context';
import type { Session } from '../../session';
import { printDone } from '../../terminal/done';
import type { Paper } from '../../terminal/paper';
import { Trouble } from '../../trouble/trouble';
import { keyState } from '../../views/key-state';
import { row } from '../../views/sheet';
import { consent, needAnswer } from '../shared/decide';

type Options = { yes?: true; json?: true; person?: string };

/** Keys that wait for a second signature. */
const waitingIn = ({ keys = [] }: RoundView): KeyWaiting[] => keys.filter(({ waits }) => 'people' in waits);

/** Says so where a key has its second signature: one whose person was named, or the only ones there are. */
const refuseSecond = ({ keys = [] }: RoundView, whose: PersonId | undefined): void => {
  for (const { person, waits } of keys)
    if ('from' in waits && (whose === undefined || person === whose))
      throw new Trouble({ type: 'countersigned-before', person, from: waits.from });
};

/** The one that is to be signed: of several the one whose person was named. */
const meant = (view: RoundView, me: PersonId, { person }: Options): KeyWaiting => {
  const all = waitingIn(view);
  const theirs = all.filter(({ waits }) => 'people' in waits && waits.people.includes(me));
  const whose = person === undefined ? undefined : personMeant(person, view.head.roster);
  const [only, ...more] = theirs.filter((one) => whose === undefined || one.person === whose);
  if (only && more.length === 0) return only;
  if (whose !== undefined || all.length === 0) refuseSecond(view, whose);
  if (theirs.length > 0) throw new Trouble({ type: 'which-key', people: theirs.map((one) => one.person) });
  const people = all.flatMap(({ waits }) => ('people' in waits ? waits.people : []));
  throw new Trouble({ type: 'not-countersigner', person: me, people: [...new Set(people)] });
};

/** What the first has signed, as the log has it. @throws Refused */
const proposedIn = (
  log: Parameters<typeof standingKeys>[0],
  command: string,
): KeyProposal & { said: ProposeKey } => {
  const found = standingKeys(log).find((one) => one.command === command);
  const said = found && proposalIn(found.first.jws);
  if (!found || !said) throw new Refused({ type: 'UntrustedKey', fault: 'nothing-waits' });
  if ('fault' in said) throw new Refused({ type: 'UntrustedKey', fault: said.fault });
  return { ...found, said };
};

const show = (
  cli: Cli,
  paper: Paper,
  { said, until, first }: ReturnType<typeof proposedIn>,
  view: RoundView,
) => {
  const { key: words } = cli.say.opening;
  const { roster } = view.head;
  const named = (id: PersonId) => `${nameOf(id, roster)} ${id}`;
  const sheet = { cli, paper };
  const current = (personIn(roster, said.person)?.keys ?? []).filter(
    (key) => keyState(key, view.now) === 'valid',
  );
  row(sheet, words.person, named(said.person));
  row(sheet, words.fresh, said.key.kid);
  row(sheet, words.current, current.map(({ kid }) => kid).join(' ') || words.none);
  row(sheet, words.proposedBy, `${named(first.by)} · ${readable(first.at)}`);
  row(sheet, words.until, readable(until));
  paper.prose({ text: words.compare, style: 'yellow' });
};

/** Whether a new key waits in the round, for a second signature or to take effect. */
export const keysWait = ({ keys = [] }: RoundView): boolean => keys.length > 0;

/** Shows a new key that waits, asks, and gives it the second signature. */
export const countersignKey = async (
  cli: Cli,
  { session, round, view }: { session: Session; round: RoundId; view: RoundView },
  options: Options,
): Promise<void> => {
  const me = meIn(cli, view.head.roster);
  const { command } = meant(view, me, options);
  const proposal = proposedIn(await session.ask((rectify) => rectify.roundLog(round)), command);
  const { said } = proposal;
  needAnswer(cli, options);
  show(cli, options.json ? cli.err : cli.out, proposal, view);
  const { key: words } = cli.say.opening;
  const name = nameOf(said.person, view.head.roster);
  if (!(await consent(cli, options, { question: words.question(name), value: 'countersign' }))) return;
  const jws = sign(said, await unlockedKey(cli, me, keyPath(cli, me)));
  const judged = judgeSecond(jws, { standing: [proposal], roster: view.head.roster }, view.now);
  if ('refusal' in judged) throw new Refused(judged.refusal);
  const { signers, from = proposal.until } = await session.ask((rectify) => rectify.countersign(round, jws));
  if (options.json) {
    const who = signers.map(({ person, role, kid }) => ({ person, role, kid }));
    const { person, key } = said;
    cli.out.json('countersign', {
      decided: true,
      round,
      person,
      kid: key.kid,
      from: iso(from),
      signers: who,
    });
    return;
  }
  printDone(cli.out, words.signed(name, readable(from)));
};
