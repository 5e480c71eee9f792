import type { Command } from 'commander';
import { readable } from '../../../../domain/calendar/zone';
import type { Person } from '../../../../domain/round/roster';
import type { ItemSchedule, ItemView } from '../../../../domain/item/life';
import type { Cli } from '../../context';
import { personNamed } from '../../arguments/roster';
import type { Session } from '../../session';
import { Trouble } from '../../trouble/trouble';
import { subjectText } from '../../views/notice';
import { type HandlerOptions, handlerOptions, tell } from '../shared/tell';

type Options = HandlerOptions & { to: string; notice?: string };

/** What has gone out to a person, in its order. */
const sentTo = ({ said, now }: ItemSchedule, { id }: Person): ItemSchedule['said'] =>
  said.filter(({ to, slot }) => to === id && slot <= now).sort((a, b) => a.slot - b.slot);

const list = (cli: Cli, sent: ItemSchedule['said'], view: ItemView): void => {
  const { sent: title, head } = cli.say.mails.resend;
  cli.err.line(cli.say.common.label(title));
  cli.err.table({
    head: [head.slot, head.subject, head.id],
    rows: sent.map(({ slot, id }) => [readable(slot), subjectText(cli, id, view), id]),
    flexible: [1],
  });
};

/** The last notice that has gone out to a person; shows what there is to choose from. */
const lastSent = async (cli: Cli, person: Person, view: ItemView, session: Session): Promise<string> => {
  const { item, cycle } = view.state;
  const sent = sentTo(await session.ask((rectify) => rectify.schedule(item, cycle)), person);
  const last = sent.at(-1);
  if (!last) throw new Trouble({ type: 'nothing-sent', person: person.id });
  list(cli, sent, view);
  return last.id;
};

const resend = (cli: Cli, item: string, options: Options): Promise<void> =>
  tell(cli, item, options, async (view, session) => {
    const person = personNamed(view.context.roster, options.to);
    const notice = options.notice ?? (await lastSent(cli, person, view, session));
    return { type: 'resend', to: person.id, notice };
  });

export const register = (command: Command, cli: Cli): void => {
  const { option } = cli.say;
  command
    .argument('<item>', cli.say.argument.item)
    .requiredOption('--to <person>', option.recipient)
    .option('--notice <id>', option.notice);
  handlerOptions(command, cli).action((item: string, options: Options) => resend(cli, item, options));
};
