import { resolve } from 'node:path';
import type { Command } from 'commander';
import { sizeText } from '../../../../base/size';
import { openFolder } from '../../../../store/open';
import { StoreMissing, StoreUrlError } from '../../../../store/errors';
import { iso } from '../../../../domain/calendar/iso';
import { readable } from '../../../../domain/calendar/zone';
import { words } from '../../../../domain/language';
import { readTrust } from '../../../../domain/round/opening/read-trust';
import type { TrustedKeys } from '../../../../domain/round/opening/trust';
import type { Cli } from '../../context';
import { textIn } from '../../files/content-file';
import { sentenceFor } from '../../language/sentences';
import type { AnyBagFault } from '../../language/words/verify';
import { EXIT, Trouble } from '../../trouble/trouble';
import { bagsAt, type Reader, type Verification, verifyFolder } from '../../../../archive/verify/bag';
import { RoundsBeside } from '../../../../archive/verify/round-beside';

type Verified = Verification & { bag: string };
type Options = { json?: true; trust?: string };

const isUrl = (path: string): boolean => /^(file|s3):\/\//.test(path);

/** What is at a path; nothing there is the person's mistake. */
const looking = async <T>(path: string, look: (location: string) => Promise<T>): Promise<T> => {
  try {
    return await look(isUrl(path) ? path : resolve(path));
  } catch (error) {
    if (error instanceof StoreMissing || error instanceof StoreUrlError)
      throw new Trouble({ type: 'no-bag', path });
    throw error;
  }
};

const verifyOne = (path: string, reader: Reader): Promise<Verified> =>
  looking(path, async (bag) => ({ bag, ...(await verifyFolder(await openFolder(bag), bag, reader)) }));

/** The pinned keys of a file that a person has named. @throws Trouble `bad-file`, `bad-trust` */
const trustedIn = async (path: string): Promise<TrustedKeys> => {
  const read = readTrust(await textIn(path));
  if ('faults' in read) throw new Trouble({ type: 'bad-trust', path, lines: read.faults });
  return read.trusted;
};

/** Who opened the round of a bag, and whether by keys that are trusted. */
const printOpening = ({ out, say, language }: Cli, { opening }: Verified): void => {
  if (!opening) return;
  const names = words(language).role;
  const by = opening.signers.map(({ person, role }) => ({ person, role: names[role] }));
  const style = opening.pinned === undefined ? 'yellow' : 'dim';
  out.line({ text: `  ${say.verify.opening(by, opening.pinned)}`, style });
  const { added } = opening;
  if (!added) return;
  const { person, kid = '', countersigned } = added;
  out.line({ text: `  ${say.verify.added(person, kid.slice(0, 8), countersigned)}`, style });
};

/** Who has countersigned the log of a round. */
const printAttestations = ({ out, say }: Cli, { attestations = [] }: Verified): void => {
  for (const { by, onBehalfOf, entries, at, identity } of attestations) {
    const who = onBehalfOf === undefined ? by : `${by} (${onBehalfOf})`;
    const text = say.verify.attested(who, entries, readable(at), identity === 'signed');
    out.line({ text: `  ${text}`, style: 'dim' });
  }
};

/** Whoever takes an item for held to its round is to know that it was not. */
const printBeside = ({ out, say }: Cli, { besideInvalid }: Verified): void => {
  if (!besideInvalid) return;
  const { bag, faults } = besideInvalid;
  out.line({ text: `  ${say.verify.besideInvalid(bag, faults)}`, style: 'red' });
};

const print = (cli: Cli, verified: Verified): void => {
  const { bag, valid, compared, unbound, faults, files, octets, items, keysByOffice } = verified;
  const { out, say } = cli;
  if (valid) {
    out.line([{ text: '✓ ', style: 'green' }, bag, ` · ${say.verify.valid(files, sizeText(octets))}`]);
    if (compared === false) out.line({ text: `  ${say.verify.otherForm}`, style: 'yellow' });
    if (unbound !== undefined) out.line({ text: `  ${say.verify.unbound(unbound)}`, style: 'yellow' });
    if (items) {
      const found = items.named - items.missing.length;
      out.line({ text: `  ${say.verify.itemBags(found, items.missing)}`, style: 'dim' });
    }
    printOpening(cli, verified);
    if (keysByOffice) out.line({ text: `  ${say.verify.keysByOffice(keysByOffice)}`, style: 'yellow' });
    printAttestations(cli, verified);
    printBeside(cli, verified);
    return;
  }
  out.line([{ text: '✗ ', style: 'red' }, bag, ` · ${say.verify.invalid(faults.length)}`]);
  for (const fault of faults) {
    const text = sentenceFor<AnyBagFault>(say.verify.fault, fault);
    out.line([`  ${fault.file}: `, { text, style: 'red' }]);
  }
  printBeside(cli, verified);
};

const forPrograms = ({ attestations, ...verified }: Verified) => ({
  ...verified,
  ...(attestations && { attestations: attestations.map((one) => ({ ...one, at: iso(one.at) })) }),
});

const bagsAtAll = async (paths: readonly string[]): Promise<string[]> => {
  const bags: string[] = [];
  for (const path of paths) bags.push(...(await looking(path, bagsAt)));
  return bags;
};

/**
 * Checks bags one after the other, the rest too where one is damaged. None is checked where one of the paths leads to
 * nothing.
 */
const verify = async (cli: Cli, paths: string[], { json, trust }: Options): Promise<void> => {
  const trusted = trust === undefined ? undefined : await trustedIn(trust);
  const reader = { trusted, rounds: new RoundsBeside(trusted) };
  const reports: Verified[] = [];
  for (const bag of await bagsAtAll(paths)) {
    const report = await verifyOne(bag, reader);
    // At once, for a reader who closes the pipe before all is verified.
    if (!report.valid || report.besideInvalid) cli.exitCode = EXIT.unverified;
    if (!json) print(cli, report);
    reports.push(report);
  }
  const invalid = reports.filter(({ valid }) => !valid).length;
  if (json) cli.out.json('verify', reports.map(forPrograms));
  else if (reports.length > 1) cli.out.line(cli.say.verify.total(reports.length, invalid));
};

export const register = (command: Command, cli: Cli): void => {
  const { argument, option } = cli.say;
  command
    .argument('<bag...>', argument.bag)
    .option('--trust <file>', option.trust)
    .option('--json', option.json)
    .action((paths: string[], options: Options) => verify(cli, paths, options));
};
