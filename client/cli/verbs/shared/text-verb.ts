import type { Saying } from '../../commands/commands';
import type { CliWords } from '../../language';
import type { Register } from '../../context';
import { type HandlerOptions, handlerOptions, tell } from './tell';

/** A verb that tells an item one text, which may be several words on the command line. */
export const textVerb =
  (argument: (say: CliWords) => string, saying: (text: string) => Saying): Register =>
  (command, cli) => {
    command.argument('<item>', cli.say.argument.item).argument('<text...>', argument(cli.say));
    handlerOptions(command, cli).action((item: string, text: string[], options: HandlerOptions) =>
      tell(cli, item, options, () => saying(text.join(' '))),
    );
  };
