import type { Command } from 'commander';
import { words } from '../../../../domain/language';
import { nameOf } from '../../../../domain/round/offices';
import { SIDES } from '../../../../domain/item/side';
import type { PersonId } from '../../../../base/ids';
import type { RoundLedger } from '../../../../workflows/messages';
import { meIn, whoAmI } from '../../commands/commands';
import type { Cli } from '../../context';
import { idGiven } from '../../arguments/people';
import { type OwnKey, ownKey, type Self, selfIn } from '../../commands/self';
import { Session } from '../../session';
import { keyPath } from '../../commands/signing';

type Sheet = { cli: Cli; me: PersonId; key: OwnKey };

const row = ({ cli }: Sheet, label: string, value: string): void => {
  if (value !== '') cli.out.line(`  ${cli.say.common.label(label)}${value}`);
};

/** Whether the key can sign in a round, and what to do if not. */
const printKey = ({ cli, me, key }: Sheet, { key: state, identity }: Self): void => {
  const { out } = cli;
  const said = cli.say.machine.whoami;
  if (state === 'valid') {
    out.line([{ text: '  ✓ ', style: 'green' }, said.state.valid]);
    return;
  }
  const style = identity === 'signed' ? 'red' : 'yellow';
  out.line([{ text: '  ✗ ', style }, said.state[state]]);
  if (identity === 'claimed' && state === 'no-key') out.line(`    ${said.onlyClaimed}`);
  // What is wrong with a file that is there has been said at its head.
  if ('fault' in key && key.fault !== 'missing') return;
  const half = 'fault' in key ? undefined : key;
  const advice = said.advice[state]({ person: me, path: key.path, public: half });
  out.line({ text: `  → ${advice}`, style: 'yellow' });
};

const printRound = (sheet: Sheet, self: Self, { head }: RoundLedger): void => {
  const { cli } = sheet;
  const said = cli.say.machine.whoami;
  const { role } = words(cli.language);
  cli.out.line();
  cli.out.line({ text: `${self.round} ${self.title}`, style: 'bold' });
  if (self.drill !== undefined) cli.out.line({ text: cli.say.common.drill(self.drill), style: 'yellow' });
  if (self.inRoster === undefined) {
    cli.out.line(`  ${said.notInRoster}`);
    return;
  }
  const { name, section, offices, deputyFor, sides } = self.inRoster;
  cli.out.line(`  ${[sheet.me, name, section].filter((part) => part !== undefined).join(' · ')}`);
  row(sheet, said.offices, offices.map((office) => role[office]).join(' · '));
  row(sheet, said.deputyFor, deputyFor.map((id) => `${nameOf(id, head.roster)} (${id})`).join(' · '));
  const counts = SIDES.filter((side) => sides[side] > 0).map((side) => `${role[side]} ${sides[side]}`);
  row(sheet, said.sides, counts.join(' · '));
  cli.out.line({
    text: `  ${said.identity[self.identity]}`,
    style: self.identity === 'claimed' ? 'yellow' : 'dim',
  });
  printKey(sheet, self);
};

const printHead = ({ cli, me, key }: Sheet): void => {
  const said = cli.say.machine.whoami;
  cli.out.line({ text: me, style: 'bold' });
  if ('fault' in key) {
    cli.out.line({ text: cli.say.trouble.of['bad-key']({ type: 'bad-key', ...key }), style: 'yellow' });
    return;
  }
  cli.out.line(`${cli.say.common.label(said.key)}${key.path}`);
  cli.out.line({ text: `  kid ${key.kid}`, style: 'dim' });
};

const whoami = async (cli: Cli, { json }: { json?: true }): Promise<void> => {
  const given = whoAmI(cli);
  const ledgers = await Session.with(cli, (session) => session.ledgers());
  const me =
    ledgers.length === 0 ? idGiven(given, '--as') : meIn(cli, ...ledgers.map(({ head }) => head.roster));
  const key = await ownKey(keyPath(cli, me));
  const selves = ledgers.map((ledger) => ({ ledger, self: selfIn(me, key, ledger) }));
  if (json) {
    cli.out.json('whoami', { person: me, key, rounds: selves.map(({ self }) => self) });
    return;
  }
  const sheet = { cli, me, key };
  printHead(sheet);
  for (const { ledger, self } of selves) printRound(sheet, self, ledger);
  if (selves.length === 0) cli.out.line(cli.say.machine.whoami.noRounds);
};

export const register = (command: Command, cli: Cli): void => {
  command.option('--json', cli.say.option.json).action((options: { json?: true }) => whoami(cli, options));
};
