import { userInfo } from 'node:os';
import type { Command } from 'commander';
import { iso } from '../../../../domain/calendar/iso';
import { instant, readable } from '../../../../domain/calendar/zone';
import { Seals } from '../../../../domain/identity/seal';
import { StoreConflict } from '../../../../store/errors';
import {
  decisionName,
  findDecision,
  findKeptBack,
  heldName,
  type KeptBack,
  keptBackName,
  type MailDecision,
  type MailWaiting,
  putAside,
} from '../../../../store/held-mails';
import { findStore } from '../../../../store/open';
import type { Store } from '../../../../store/store';
import { mailsOnHold } from '../../../api/mails-on-hold';
import { storeUrl } from '../../../api/settings';
import { sealKeysOf } from '../../../local/seal-keys';
import { choiceArgument } from '../../arguments/choice';

import type { Cli } from '../../context';
import { Session } from '../../session';
import { printDeed } from '../../terminal/done';
import { missingOption } from '../../trouble/misuse';
import { Trouble } from '../../trouble/trouble';

const ACTIONS = ['held', 'release', 'drop'] as const;
type Action = (typeof ACTIONS)[number];
type Options = { all?: true; reason?: string; json?: true };

/**
 * A mail on hold, with what the store has of it: nothing for a moment, while its first attempt is under way. `forged`: where
 * something lies that no worker's key has sealed.
 */
type Held = {
  waiting: MailWaiting;
  kept: KeptBack | undefined;
  decided?: MailDecision['decision'];
  forged: readonly string[];
};

const storeHere = (cli: Cli): Promise<Store> => findStore(storeUrl(cli.terminal.environment));

const onHold = (cli: Cli): Promise<MailWaiting[]> => Session.with(cli, ({ client }) => mailsOnHold(client));

/** Those that are named, or all. Throws `Trouble` `not-on-hold` for a name that none has. */
const chosen = (all: readonly MailWaiting[], names: readonly string[]): readonly MailWaiting[] => {
  if (names.length === 0) return all;
  return names.map((name) => {
    const found = all.find((mail) => heldName(mail) === name);
    if (found) return found;
    throw new Trouble({ type: 'not-on-hold', mail: name, mails: all.map(heldName) });
  });
};

const heldIn = async (store: Store, seals: Seals | undefined, waiting: MailWaiting): Promise<Held> => {
  const decision = await findDecision(store, seals, waiting);
  const kept = await findKeptBack(store, seals, waiting);
  return {
    waiting,
    kept: kept.value,
    ...(decision.value && { decided: decision.value.decision }),
    forged: [
      ...(decision.isForged ? [store.locate(decisionName(waiting))] : []),
      ...(kept.isForged ? [store.locate(keptBackName(waiting))] : []),
    ],
  };
};

const json = ({ waiting, kept, decided }: Held, withText: boolean) => ({
  mail: heldName(waiting),
  to: kept?.to ?? '',
  subject: kept?.subject ?? '',
  slot: iso(waiting.slot),
  since: iso(kept?.since ?? waiting.slot),
  notices: kept?.notices ?? 0,
  ...(decided && { decided }),
  ...(withText && kept && { text: kept.text }),
});

const print = (cli: Cli, mails: readonly Held[], withText: boolean): void => {
  const say = cli.say.machine.mail;
  const { head } = say;
  if (mails.length === 0) {
    cli.out.line(say.nothing);
    return;
  }
  cli.out.table({
    head: [head.mail, head.to, head.subject, head.notices, head.since, head.decided],
    rows: mails.map(({ waiting, kept, decided }) => [
      heldName(waiting),
      kept?.to ?? '',
      kept?.subject ?? '',
      String(kept?.notices ?? ''),
      kept ? readable(kept.since) : '',
      decided ? say.decided[decided] : '',
    ]),
    flexible: [2],
  });
  if (!withText) {
    cli.err.prose(say.next);
    return;
  }
  for (const { kept } of mails) {
    cli.out.line();
    for (const line of (kept?.text ?? '').split('\n')) cli.out.line(line);
  }
};

const sealsOf = async (cli: Cli): Promise<Seals> => {
  const keys = await sealKeysOf(cli.terminal.environment).catch(() => {
    throw new Trouble({ type: 'no-seal-keys' });
  });
  return new Seals(keys);
};

const showHeld = async (cli: Cli, names: readonly string[], { json: isJson }: Options): Promise<void> => {
  const waiting = chosen(await onHold(cli), names);
  const store = await storeHere(cli);
  const seals = await sealsOf(cli).catch(() => undefined);
  const mails: Held[] = [];
  for (const one of waiting) mails.push(await heldIn(store, seals, one));
  if (!seals && mails.length > 0) cli.err.prose(cli.say.machine.mail.unchecked);
  for (const path of mails.flatMap(({ forged }) => forged))
    cli.err.prose({ text: cli.say.machine.mail.forged(path), style: 'red' });
  const withText = names.length > 0;
  if (isJson) cli.out.json('mails-on-hold', { mails: mails.map((mail) => json(mail, withText)) });
  else print(cli, mails, withText);
};

/** Throws `Trouble` `mail-changed` where what an operator was shown may have been another text. */
const unchanged = async (store: Store, seals: Seals, waiting: MailWaiting): Promise<void> => {
  if (!(await findKeptBack(store, seals, waiting)).isForged) return;
  const path = store.locate(keptBackName(waiting));
  throw new Trouble({ type: 'mail-changed', mail: heldName(waiting), path });
};

/**
 * Keeps a decision beside the mail, for the worker to find. The same again changes nothing, another one is refused. What no key
 * of the workers has sealed is none: it is put aside, and told.
 */
const keep = async (
  cli: Cli,
  store: Store,
  seals: Seals,
  waiting: MailWaiting,
  given: Pick<MailDecision, 'decision' | 'reason'>,
): Promise<void> => {
  const name = decisionName(waiting);
  const { value, isForged } = await findDecision(store, seals, waiting);
  if (value?.decision === given.decision) return;
  if (isForged) {
    await putAside(store, waiting, name);
    cli.err.prose({ text: cli.say.machine.mail.forged(store.locate(name)), style: 'red' });
  }
  const by = userInfo().username;
  const content = { schemaVersion: 1 as const, ...waiting, ...given, by, at: instant(Date.now()) };
  const decision: MailDecision = { ...content, seal: seals.make('mail-decision', content) };
  try {
    await store.put(name, Buffer.from(`${JSON.stringify(decision, null, 2)}\n`));
  } catch (error) {
    if (!(error instanceof StoreConflict)) throw error;
    throw new Trouble({ type: 'mail-decided', mail: heldName(waiting), path: store.locate(name) });
  }
};

const decide = async (
  cli: Cli,
  decision: MailDecision['decision'],
  names: readonly string[],
  { reason, json: isJson }: Options,
): Promise<void> => {
  const seals = await sealsOf(cli);
  const store = await storeHere(cli);
  const mails = chosen(await onHold(cli), names);
  const given = { decision, ...(reason !== undefined && { reason }) };
  for (const waiting of mails) await unchanged(store, seals, waiting);
  for (const waiting of mails) await keep(cli, store, seals, waiting, given);
  if (isJson) cli.out.json('mails-decided', { ...given, mails: mails.map(heldName) });
  else printDeed(cli.out, cli.say.machine.mail.done[decision](mails.length));
};

export const register = (command: Command, cli: Cli): void => {
  const { argument, option } = cli.say;
  /** Nobody decides on all by leaving out a name. */
  const decision: Record<Exclude<Action, 'held'>, (names: string[], options: Options) => Promise<void>> = {
    release: (names, options) => {
      if (names.length === 0 && !options.all) missingOption(command, '--all');
      return decide(cli, 'release', names, options);
    },
    drop: (names, options) => {
      if (options.reason === undefined) missingOption(command, '--reason <text>');
      if (names.length === 0 && !options.all) missingOption(command, '--all');
      return decide(cli, 'drop', names, options);
    },
  };
  command
    .addArgument(choiceArgument('<action>', argument.mailAction, ACTIONS))
    .argument('[mails...]', argument.heldMails)
    .option('--all', option.allHeldMails)
    .option('--reason <text>', option.dropReason)
    .option('--json', option.json)
    .action((action: Action, names: string[], options: Options) =>
      action === 'held' ? showHeld(cli, names, options) : decision[action](names, options),
    );
};
