import type { Command } from 'commander';
import { civilOf } from '../../../../domain/calendar/zone';
import { currentEvidence, numberedEvidence } from '../../../../domain/evidence/versions';
import type { ItemView } from '../../../../domain/item/life';
import { findStore } from '../../../../store/open';
import { Refused } from '../../../api/errors';
import { commandOf, refuseEarly } from '../../commands/commands';
import type { Cli } from '../../context';
import { missingOption } from '../../trouble/misuse';
import { storeUrl } from '../../../api/settings';
import { lookAt, storeWatched, UNREAD } from '../../files/store-evidence';
import { dateValue, evidenceNumber, measureNumber } from '../../arguments/values';
import { type HandlerOptions, handlerOptions, tell } from '../shared/tell';

type Options = HandlerOptions & { measure?: string; title?: string; date?: string; replaces?: string };

/** What is said of a new file; a new version is of its old one's measure, and called as it is, unless told. */
type Fresh = { measure: number; title: string };
type Newer = Partial<Fresh> & { replaces: number };

const oldVersion = (no: number, { state }: ItemView): Fresh => {
  const old = numberedEvidence(state.evidence)[no - 1];
  if (old) return old;
  const known = currentEvidence(state.evidence).map((file) => file.no);
  throw new Refused({ type: 'UnknownEvidence', evidence: no, known });
};

const described = (given: Fresh | Newer, view: ItemView): Fresh & Partial<Newer> => {
  if (!('replaces' in given)) return given;
  const { measure, title } = oldVersion(given.replaces, view);
  return { measure, title, ...given };
};

/**
 * The file is in the store before the item hears of it: an item never names what is not there. What the item would
 * refuse is refused before: a large file takes a while.
 */
const evidence = async (
  cli: Cli,
  { item, path, given }: { item: string; path: string; given: Fresh | Newer },
  options: Options,
): Promise<void> => {
  const date = options.date === undefined ? undefined : dateValue('--date', options.date);
  const facts = await lookAt(path);
  await tell(cli, item, options, async (view, _session, author) => {
    const { title, ...said } = described(given, view);
    const about = { ...facts, title, effectiveDate: date ?? civilOf(view.now) };
    const type = 'add-evidence' as const;
    refuseEarly(commandOf(author, view, { type, ...said, file: { ...about, sha512: UNREAD } }), view);
    const store = await findStore(storeUrl(cli.terminal.environment));
    return { type, ...said, file: { ...about, ...(await storeWatched(cli, store, path, facts.size)) } };
  });
};

const givenBy = (command: Command, options: Options): Fresh | Newer => {
  const { title } = options;
  const measure = options.measure === undefined ? undefined : measureNumber('--measure', options.measure);
  if (options.replaces !== undefined)
    return {
      ...(measure !== undefined && { measure }),
      ...(title !== undefined && { title }),
      replaces: evidenceNumber('--replaces', options.replaces),
    };
  if (measure === undefined) return missingOption(command, '--measure <measure>');
  return title === undefined ? missingOption(command, '--title <title>') : { measure, title };
};

export const register = (command: Command, cli: Cli): void => {
  const { argument, option } = cli.say;
  command
    .argument('<item>', argument.item)
    .argument('<file>', argument.evidence)
    .option('--measure <measure>', option.measure)
    .option('--title <title>', option.evidenceTitle)
    .option('--replaces <evidence>', option.replaces)
    .option('--date <date>', option.evidenceDate);
  handlerOptions(command, cli).action((item: string, path: string, options: Options) =>
    evidence(cli, { item, path, given: givenBy(command, options) }, options),
  );
};
