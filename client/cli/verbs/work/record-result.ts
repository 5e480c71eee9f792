import type { Command } from 'commander';
import { roundOf } from '../../../../base/ids';
import { RESULT_KINDS, type ResultKind } from '../../../../domain/item/result-kind';
import { words } from '../../../../domain/language';
import { ChoiceOption } from '../../arguments/choice';
import { personMeant } from '../../arguments/people';
import { evidenceNumber, figureValue, measureNumber } from '../../arguments/values';
import type { Cli } from '../../context';
import { type HandlerOptions, handlerOptions, tell } from '../shared/tell';

type Options = HandlerOptions & {
  kind: ResultKind;
  figure: string;
  vouchedBy: string;
  measure?: string;
  evidence?: string;
  note?: string;
};

const recordResult = async (cli: Cli, item: string, options: Options): Promise<void> => {
  const { kind, vouchedBy, note } = options;
  const said = {
    kind,
    figure: figureValue('--figure', options.figure, kind),
    ...(options.measure !== undefined && { measure: measureNumber('--measure', options.measure) }),
    ...(options.evidence !== undefined && { evidence: evidenceNumber('--evidence', options.evidence) }),
    ...(note !== undefined && { note }),
  };
  await tell(cli, item, options, async ({ state }, session) => {
    const { roster } = (await session.ledger(roundOf(state.item))).head;
    return { type: 'record-result', ...said, vouchedBy: personMeant(vouchedBy, roster) };
  });
};

export const register = (command: Command, cli: Cli): void => {
  const { argument, option } = cli.say;
  command
    .argument('<item>', argument.item)
    .addOption(
      new ChoiceOption('--kind <kind>', option.resultKind, {
        codes: RESULT_KINDS,
        said: words(cli.language).resultKind,
      }).makeOptionMandatory(),
    )
    .requiredOption('--figure <figure>', option.figure)
    .requiredOption('--vouched-by <person>', option.vouchedBy)
    .option('--measure <measure>', option.measure)
    .option('--evidence <evidence>', option.shownBy)
    .option('--note <text>', option.resultNote);
  handlerOptions(command, cli).action((item: string, options: Options) => recordResult(cli, item, options));
};
