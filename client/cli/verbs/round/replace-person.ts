import type { Command } from 'commander';
import { SIDES } from '../../../../domain/item/side';
import { isOpen } from '../../../../domain/item/states';
import { words } from '../../../../domain/language';
import { sectionsOf } from '../../../../domain/round/contacts';
import { holdersOf, OFFICES } from '../../../../domain/round/offices';
import { officeNumber } from '../../../../domain/plan/plan';
import type { Person } from '../../../../domain/round/roster';
import type { RoundLedger } from '../../../../workflows/messages';
import type { Cli } from '../../context';
import { newcomersFor, personNamed } from '../../arguments/roster';
import type { Paper } from '../../terminal/paper';
import { type DecisionOptions, decisionOptions } from '../shared/decide';
import { decideForRound } from '../shared/round-command';

type Options = DecisionOptions & { from: string; to: string; note: string };

/** What goes from one person to another, side by side. */
const movesOf = (cli: Cli, { rows, head }: RoundLedger, { id }: Person): string[] => {
  const { change } = cli.say.command;
  const { role } = words(cli.language);
  const sides = SIDES.flatMap((side) => {
    const held = rows.filter(({ status, people }) => isOpen(status) && people[side] === id);
    const numbers = held.map(({ number }) => officeNumber(number)).join(' ');
    return held.length === 0 ? [] : [change.sides(role[side], held.length, numbers)];
  });
  const owned = rows.filter((row) => isOpen(row.status) && row.owned?.some(({ owner }) => owner === id));
  const measures = owned.map(({ number }) => officeNumber(number)).join(' ');
  const names = [
    ...OFFICES.filter((office) => holdersOf(office, head.roster).includes(id)).map((office) => role[office]),
    ...sectionsOf(id, head.roster).map((section) => `${role.assistant} ${section}`),
  ];
  return [
    ...sides,
    ...(owned.length > 0 ? [change.sides(role.owner, owned.length, measures)] : []),
    ...(names.length > 0 ? [change.offices(names.join('、'))] : []),
  ];
};

const replacePerson = (cli: Cli, options: Options): Promise<void> =>
  decideForRound(cli, { options }, ({ ledger }) => {
    const { change } = cli.say.command;
    const from = personNamed(ledger.head.roster, options.from);
    const to = personNamed(ledger.head.roster, options.to);
    const moves = movesOf(cli, ledger, from);
    const show = (paper: Paper): void => {
      for (const line of moves.length > 0 ? moves : [change.nothingMoves]) paper.line(line);
    };
    const { note } = options;
    const people = newcomersFor(to, ledger.head.roster, { people: [] });
    return {
      saying: { type: 'replace-person', person: from.id, successor: to.id, people, note },
      what: change.moves(from.name, to.name),
      show,
    };
  });

export const register = (command: Command, cli: Cli): void => {
  const { option } = cli.say;
  command
    .requiredOption('--from <person>', option.leaver)
    .requiredOption('--to <person>', option.successor)
    .requiredOption('--note <text>', option.note);
  decisionOptions(command, cli).action((options: Options) => replacePerson(cli, options));
};
