import type { Command } from 'commander';
import { choiceArgument } from '../../arguments/choice';
import { completionScript, type Shell, SHELLS } from '../../completion/scripts';
import type { Cli } from '../../context';

/** Node and the file of this program. */
const thisProgram = (): string[] => [process.execPath, ...process.argv.slice(1, 2)];

export const register = (command: Command, cli: Cli): void => {
  const { argument, machine } = cli.say;
  command.addArgument(choiceArgument('<shell>', argument.shell, SHELLS)).action((chosen: Shell) => {
    cli.out.text(completionScript(chosen, thisProgram()).trimEnd());
    if (cli.terminal.columns !== undefined) cli.err.line({ text: machine.completion(chosen), style: 'dim' });
  });
};
