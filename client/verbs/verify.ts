import { resolve } from 'node:path';
import type { Command } from 'commander';
import { hasOurForm } from '../../domain/archive/bag-info';
import { checkRecord } from '../../domain/archive/check-record';
import { LARGEST } from '../../domain/archive/foreign';
import { isRead, readRecord } from '../../domain/archive/read-record';
import type { RecordFault } from '../../domain/archive/record-fault';
import { isRoundOnly, type RoundOnlyFault } from '../../domain/archive/round/fault';
import { sizeText } from '../../domain/language/size';
import {
  type BagFault,
  type BagReport,
  INFO,
  openBag,
  parseBagInfo,
  parseManifest,
  PAYLOAD_MANIFEST,
  readText,
  verifyBag,
} from '../../store/bag';
import { StoreMissing, StoreUrlError } from '../../store/errors';
import type { FolderReader } from '../../store/store';
import type { Cli } from '../context';
import { sayItemBags, sayRoundFault } from '../language/round-bag';
import { checkRoundBag, isRoundBag, type ItemBags } from '../round-bag';
import { EXIT, Trouble } from '../trouble';

/** What is wrong with a bag: with its checksums, or where they are right with its record. */
export type Verification = Omit<BagReport, 'faults'> & {
  faults: (BagFault | RecordFault | RoundOnlyFault)[];
  /**
   * Also what was made of the log, item, page and bag-info.txt, was held to it; false for a bag of another version,
   * which made them otherwise.
   */
  compared?: boolean;
  /** Of the bag of a round. */
  items?: ItemBags;
};
type Verified = Verification & { bag: string };

/** The beginning of a file: enough to read it whole, or to see that it is too large to be a record. */
const beginningOf = async (bag: FolderReader, path: string): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (await bag.open(path)) as AsyncIterable<Uint8Array>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > LARGEST) break;
  }
  return Buffer.concat(chunks);
};

/** What is wrong with the record in a bag that is valid, so that its manifest tells every hash. */
const judgeRecord = async (
  bag: FolderReader,
  location: string,
): Promise<Pick<Verification, 'faults' | 'compared' | 'items'>> => {
  const [manifest, info] = [await readText(bag, PAYLOAD_MANIFEST), await readText(bag, INFO)];
  const listed = parseManifest(manifest.found ?? '', PAYLOAD_MANIFEST, 'payload').found;
  const payload = new Map([...listed].map(([path, { sha512 }]) => [path, sha512]));
  const read = (path: string) => beginningOf(bag, path);
  if (isRoundBag(payload.keys())) {
    const { faults, ...judged } = await checkRoundBag(
      { info: parseBagInfo(info.found ?? ''), payload },
      location,
      read,
    );
    return { ...judged, faults: [...info.faults, ...faults] };
  }
  const files = new Map<string, Uint8Array>();
  for (const path of payload.keys()) if (isRead(path)) files.set(path, await read(path));
  const { record, faults } = readRecord({ info: parseBagInfo(info.found ?? ''), payload, files });
  return {
    faults: [...info.faults, ...faults, ...checkRecord(record)],
    compared: hasOurForm(record.info),
  };
};

/**
 * All that `rectify verify` knows of a bag that lies at `location`, beside which the bags of a round's items are
 * looked for. Throws only what `verifyBag` throws.
 */
export const verifyFolder = async (folder: FolderReader, location: string): Promise<Verification> => {
  const report = await verifyBag(folder);
  if (!report.valid) return report;
  const judged = await judgeRecord(folder, location);
  return { ...report, valid: judged.faults.length === 0, ...judged };
};

const isUrl = (path: string): boolean => /^(file|s3):\/\//.test(path);

const verifyOne = async (path: string): Promise<Verified> => {
  const bag = isUrl(path) ? path : resolve(path);
  try {
    return { bag, ...(await verifyFolder(await openBag(bag), bag)) };
  } catch (error) {
    if (error instanceof StoreMissing || error instanceof StoreUrlError)
      throw new Trouble({ type: 'no-bag', path });
    throw error;
  }
};

const print = (cli: Cli, { bag, valid, compared, faults, files, octets, items }: Verified): void => {
  const { out, say, language } = cli;
  if (valid) {
    out.line([{ text: '✓ ', style: 'green' }, bag, ` · ${say.verify.valid(files, sizeText(octets))}`]);
    if (compared === false) out.line({ text: `  ${say.verify.otherForm}`, style: 'yellow' });
    if (items) out.line({ text: `  ${sayItemBags(language, items)}`, style: 'dim' });
    return;
  }
  out.line([{ text: '✗ ', style: 'red' }, bag, ` · ${say.verify.invalid(faults.length)}`]);
  for (const fault of faults) {
    const text = isRoundOnly(fault) ? sayRoundFault(language, fault) : say.bagFault(fault);
    out.line([`  ${fault.file}: `, { text, style: 'red' }]);
  }
};

/** Checks bags one after the other; one that is rotten does not keep the others from being checked. */
const verify = async (cli: Cli, paths: string[], { json }: { json?: true }): Promise<void> => {
  const reports: Verified[] = [];
  for (const path of paths) {
    const report = await verifyOne(path);
    if (!json) print(cli, report);
    reports.push(report);
  }
  if (json) cli.out.json(reports);
  if (reports.some(({ valid }) => !valid)) cli.exitCode = EXIT.unverified;
};

export const register = (command: Command, cli: Cli): void => {
  const { argument, option } = cli.say;
  command
    .argument('<bag...>', argument.bag)
    .option('--json', option.json)
    .action((paths: string[], options: { json?: true }) => verify(cli, paths, options));
};
