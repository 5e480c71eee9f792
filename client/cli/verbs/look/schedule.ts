import type { Command } from 'commander';
import { bagName } from '../../../../archive/item/record';
import { type Instant, readable } from '../../../../domain/calendar/zone';
import type { ItemSchedule, ItemView } from '../../../../domain/item/life';
import { nameOf } from '../../../../domain/round/offices';
import type { Receipt } from '../../../../domain/ladder/notice';
import { officeNumber } from '../../../../domain/plan/plan';
import { StoreError } from '../../../../store/errors';
import { StoreFault } from '../../../../store/fault';
import { storeWords } from '../../../../store/language';
import { NotFound } from '../../../api';
import type { Cli } from '../../context';
import { parseItem } from '../../arguments/item-argument';
import { noticeKey, receiptsFor } from '../../../api/receipts';
import { existingStore } from '../../../api/existing-store';
import { Session } from '../../session';
import { storeUrl } from '../../../api/settings';
import type { Piece } from '../../terminal/paper';
import { Trouble } from '../../trouble/trouble';
import { iso } from '../../../../domain/calendar/iso';
import { subjectOf, subjectText } from '../../views/notice';

type Told = Pick<ItemSchedule['said'][number], 'to' | 'id' | 'slot'>;
type Receipts = ReadonlyMap<string, Receipt>;

/** The receipts in the store, if there is a store here; without one the mails are still listed. */
const receiptsHere = async (
  cli: Cli,
  { schedule, view: { state } }: Pick<Whole, 'schedule' | 'view'>,
): Promise<Receipts | undefined> => {
  try {
    const store = await existingStore(storeUrl(cli.terminal.environment));
    return store && (await receiptsFor(store, schedule, state.assignedAt));
  } catch (error) {
    if (!(error instanceof StoreError || error instanceof StoreFault)) throw error;
    const text = error instanceof StoreFault ? storeWords(cli.language).fault(error) : error.message;
    cli.err.line({ text, style: 'yellow' });
    return undefined;
  }
};

const outcome = (cli: Cli, notice: Told, receipts: Receipts | undefined): Piece => {
  const { schedule } = cli.say.mails;
  const receipt = receipts?.get(noticeKey(notice.to, notice.id));
  if (!receipt) return { text: receipts ? schedule.noReceipt : schedule.noStore, style: 'dim' };
  const text = schedule.receipt(receipt.outcome, receipt.to, receipt.response);
  return receipt.outcome === 'sent' ? { text, style: 'green' } : { text, style: 'red' };
};

const bySlot = (a: { slot: Instant }, b: { slot: Instant }) => a.slot - b.slot;

type Whole = { view: ItemView; schedule: ItemSchedule; receipts: Receipts | undefined };

/**
 * What an item has handed to a mailbox goes out at its slot: until then it is still to come, unless it has ridden with an
 * earlier mail, as confirmations do.
 */
export const split = (
  { said, toCome, now }: Pick<ItemSchedule, 'said' | 'toCome' | 'now'>,
  receipts: Receipts | undefined,
): { past: Told[]; future: Told[] } => {
  const told = said.map((notice): Told => {
    const gone = notice.confirms && receipts?.get(noticeKey(notice.to, notice.id));
    return gone && gone.slot < notice.slot ? { ...notice, slot: gone.slot } : notice;
  });
  return {
    past: told.filter(({ slot }) => slot <= now).sort(bySlot),
    future: [...told.filter(({ slot }) => slot > now), ...toCome].sort(bySlot),
  };
};

const print = (cli: Cli, { view, schedule, receipts }: Whole): void => {
  const { out, say } = cli;
  const { roster, planned } = view.context;
  if (view.clock.drill !== undefined) out.line({ text: say.common.drill(view.clock.drill), style: 'yellow' });
  out.line({ text: `${officeNumber(planned.number)} ${planned.problem}`, style: 'bold' });
  const lead = ({ to, id, slot }: Told): Piece[] => [
    readable(slot),
    nameOf(to, roster),
    subjectText(cli, id, view),
  ];
  const { head } = say.mails.schedule;
  const { past, future } = split(schedule, receipts);
  out.line();
  out.line({ text: say.mails.schedule.said(past.length), style: 'bold' });
  if (past.length > 0)
    out.table({
      head: [head.slot, head.person, head.subject, head.outcome],
      rows: past.map((notice) => [...lead(notice), outcome(cli, notice, receipts)]),
      flexible: [3],
    });
  if (past.some(({ to, id }) => receipts?.has(noticeKey(to, id))))
    out.line({ text: say.mails.schedule.asFound, style: 'dim' });
  out.line();
  out.line({ text: say.mails.schedule.toCome(future.length), style: 'bold' });
  if (future.length > 0) out.table({ head: [head.slot, head.person, head.subject], rows: future.map(lead) });
};

const noticeJson = ({ to, id, slot }: Told, view: ItemView) => ({
  id,
  person: to,
  slot: iso(slot),
  ...subjectOf(id, view),
});

const receiptJson = ({ outcome, to, messageId, response, at }: Receipt) => ({
  receipt: { outcome, to, messageId, response, at: iso(at) },
});

const json = ({ view, schedule, receipts }: Whole) => {
  const { past, future } = split(schedule, receipts);
  return {
    item: view.state.item,
    now: iso(schedule.now),
    said: past.map((notice) => {
      const receipt = receipts?.get(noticeKey(notice.to, notice.id));
      return { ...noticeJson(notice, view), ...(receipt && receiptJson(receipt)) };
    }),
    toCome: future.map((notice) => noticeJson(notice, view)),
  };
};

/** A bag tells what was sent, not the contents: for those the person is referred to its page. */
const scheduleOf = async (session: Session, { state }: ItemView): Promise<ItemSchedule> => {
  try {
    return await session.ask((rectify) => rectify.schedule(state.item, state.cycle));
  } catch (error) {
    if (error instanceof NotFound) throw new Trouble({ type: 'mails-in-bag', bag: bagName(state) });
    throw error;
  }
};

const schedule = async (cli: Cli, given: string, options: { json?: true }): Promise<void> => {
  const item = parseItem(given);
  const asked = await Session.with(cli, async (session) => {
    const view = await session.view(item);
    return { view, schedule: await scheduleOf(session, view) };
  });
  const whole = { ...asked, receipts: await receiptsHere(cli, asked) };
  if (options.json) cli.out.json('schedule', json(whole));
  else print(cli, whole);
};

export const register = (command: Command, cli: Cli): void => {
  command
    .argument('<item>', cli.say.argument.item)
    .option('--json', cli.say.option.json)
    .action((item: string, options: { json?: true }) => schedule(cli, item, options));
};
