import type { Command } from 'commander';
import { type Attestation, attestationsIn } from '../../../../domain/round/attestation';
import { readable } from '../../../../domain/calendar/zone';
import { words } from '../../../../domain/language';
import { causeOf } from '../../../../domain/round/event';
import { nameOf } from '../../../../domain/round/offices';
import type { Cli } from '../../context';
import type { RoundSeen } from '../../commands/round-commands';
import { row } from '../../views/sheet';
import { type DecisionOptions, decisionOptions } from '../shared/decide';
import { decideForRound } from '../shared/round-command';

/** How often what has been done to a round since an attestation, or since its beginning, in words. */
const changesSince = (cli: Cli, { log }: RoundSeen, last: Attestation | undefined): string[] => {
  const { command } = words(cli.language);
  const counts = new Map<string, number>();
  for (const { event } of log.slice(last?.seq ?? 0)) {
    const cause = causeOf(event);
    if (cause) counts.set(command[cause], (counts.get(command[cause]) ?? 0) + 1);
  }
  return [...counts].map(([what, times]) => cli.say.round.attest.times(what, times));
};

const attest = (cli: Cli, options: DecisionOptions): Promise<void> =>
  decideForRound(cli, { options }, (seen) => {
    const { ledger, log } = seen;
    const { round, title, body, roster } = ledger.head;
    const head = log.at(-1);
    if (!head) throw new TypeError('a round without a log');
    const said = cli.say.round.attest;
    return {
      saying: { type: 'attest', entries: head.seq, head: head.hash },
      what: round,
      show: (paper) => {
        const sheet = { cli, paper };
        paper.line({ text: cli.say.round.title(round, title, body), style: 'bold' });
        row(sheet, said.length, String(head.seq));
        row(sheet, said.head, head.hash);
        const last = attestationsIn(log).at(-1);
        row(
          sheet,
          said.last,
          last ? said.by(nameOf(last.by, roster), last.entries, readable(last.at)) : said.none,
        );
        const changes = changesSince(cli, seen, last);
        row(sheet, said.since, changes.length > 0 ? changes.join(said.and) : said.nothing);
      },
    };
  });

export const register = (command: Command, cli: Cli): void => {
  decisionOptions(command, cli).action((options: DecisionOptions) => attest(cli, options));
};
