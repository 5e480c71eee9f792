import type { Command } from 'commander';
import { currentEvidence, numberedEvidence } from '../../../../domain/evidence/versions';
import type { ItemView } from '../../../../domain/item/life';
import { Refused } from '../../../api/errors';
import type { Cli } from '../../context';
import { missingOption } from '../../trouble/misuse';
import { evidenceNumber, measureNumber } from '../../arguments/values';
import { openVerb } from './open-evidence';
import { saveVerb } from './save-evidence';
import { fileAt, withFile } from '../shared/stored-file';
import { type HandlerOptions, handlerOptions, tellOrder } from '../shared/tell';

type Options = HandlerOptions & { measure?: string; title?: string; date?: string; replaces?: string };

/** The measure and title of a new file; a new version has those of the old one by default. */
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

const evidence = async (
  cli: Cli,
  { item, path, given }: { item: string; path: string; given: Fresh | Newer },
  options: Options,
): Promise<void> => {
  const file = await fileAt(cli, path, options);
  await tellOrder(cli, item, options, (view) => {
    const { title, ...said } = described(given, view);
    return withFile(file(title, view.now), (file) => ({ type: 'add-evidence', ...said, file }));
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
  const group = cli.say.common.label(cli.say.evidence.group).trim();
  for (const verb of [openVerb, saveVerb]) verb(command, cli).helpGroup(group);
};
