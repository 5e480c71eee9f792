import type { Command } from 'commander';
import { isOverOffice, nameOf } from '../../../../domain/round/offices';
import type { Person } from '../../../../domain/round/roster';
import type { RoundLedger } from '../../../../workflows/messages';
import type { RoundSaying } from '../../commands/round-commands';
import type { Cli } from '../../context';
import { publicKeyIn, type SentIn } from '../../files/content-file';
import { personNamed } from '../../arguments/roster';
import { type RoundOptions, tellRound } from '../shared/round-command';
import { handlerOptions } from '../shared/tell';

/** A first key, but for the head and oversight, and one that the old one has signed act at once. Any other waits for a second person. */
const sayingOf = (
  { key, endorsed }: SentIn,
  { id, keys = [] }: Person,
  { head }: RoundLedger,
): RoundSaying =>
  head.policy.identity === 'signed' &&
  (keys.length > 0 || isOverOffice(id, head.roster)) &&
  endorsed === undefined
    ? { type: 'propose-key', person: id, key }
    : { type: 'replace-key', person: id, key, ...(endorsed !== undefined && { endorsed }) };

const replaceKey = async (cli: Cli, given: string, path: string, options: RoundOptions): Promise<void> => {
  const sent = await publicKeyIn(cli, path);
  await tellRound(cli, { options }, ({ ledger }) => {
    const { roster } = ledger.head;
    const person = personNamed(roster, given);
    const saying = sayingOf(sent, person, ledger);
    const what = `${person.name} ${sent.key.kid}`;
    if (saying.type === 'replace-key') return { saying, what };
    const others = [...new Set([roster.head, ...roster.oversight])].filter((id) => id !== person.id);
    const names = others.map((id) => `${nameOf(id, roster)} ${id}`);
    return { saying, what: `${what} · ${cli.say.opening.key.proposed(names)}` };
  });
};

export const register = (command: Command, cli: Cli): void => {
  const { argument } = cli.say;
  command.argument('<person>', argument.person).argument('<file>', argument.publicKey);
  handlerOptions(command, cli).action((person: string, path: string, options: RoundOptions) =>
    replaceKey(cli, person, path, options),
  );
};
