import { randomUUID } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { sizeText } from '../../../base/size';
import { numberOf } from '../../../base/ids';
import { oneLine } from '../../../base/safe-text';
import { readable } from '../../../domain/calendar/zone';
import type { NumberedEvidence } from '../../../domain/evidence/versions';
import { nameOf } from '../../../domain/round/offices';
import { sha512Of } from '../../../store/digest';
import { type EvidenceFault, Trouble } from '../trouble/trouble';
import { allEvidence, type Evidenced } from './evidence-of';
import { fetchInto, settleAs } from './fetch';
import { fileNameOf } from './file-name';
import { extensionFor } from './harmless';

const make = async (folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true }).catch(() => {
    throw new Trouble({ type: 'cannot-write', path: folder });
  });
};

/**
 * Saves a file of evidence in a folder, which is made if necessary, once it is known to be what was handed in. Gives the
 * path; where the folder has the very file under its name already, that one.
 * @throws Trouble `bad-evidence`, `cannot-write`; StoreFault
 */
export const saveIn = async (folder: string, of: Evidenced, file: NumberedEvidence): Promise<string> => {
  await make(folder);
  const draft = await fetchInto(folder, file, of);
  try {
    const extension = await extensionFor(draft, file.mediaType);
    const name = fileNameOf(numberOf(of.view.state.item), file, extension);
    return resolve(await settleAs(name, draft, { folder, sha512: file.sha512 }));
  } finally {
    await rm(draft, { force: true });
  }
};

/** What has become of a file that was to be saved: its path, or why it is not there. */
export type Saved = { file: NumberedEvidence } & ({ path: string } | { fault: EvidenceFault });

const faultIn = (error: unknown): EvidenceFault => {
  if (error instanceof Trouble && error.detail.type === 'bad-evidence') return error.detail.fault;
  throw error;
};

/** What a folder holds, as people at a table read it; Windows takes a text for UTF-8 by its mark. */
const listOf = (saved: readonly Saved[], { cli, view }: Evidenced): string => {
  const { list, fault } = cli.say.evidence;
  const { card } = cli.say;
  const { state, context, evidenceHash } = view;
  const blocks = saved.map((one) => {
    const { no, title, measure, effectiveDate, size, by, sha512, replacedBy, withdrawn } = one.file;
    const facts = { measure, day: effectiveDate, size: sizeText(size), by: nameOf(by, context.roster) };
    return [
      list.entry(no, oneLine(title)),
      `  ${'path' in one ? list.file(basename(one.path)) : fault[one.fault](no, oneLine(title))}`,
      `  ${oneLine(list.facts(facts))}`,
      `  SHA-512 ${sha512}`,
      ...(replacedBy === undefined ? [] : [`  ${card.evidence.replacedBy(replacedBy)}`]),
      ...(withdrawn === undefined
        ? []
        : [
            `  ${oneLine(card.evidence.withdrawn(nameOf(withdrawn.by, context.roster), readable(withdrawn.at), withdrawn.reason))}`,
          ]),
    ];
  });
  const head = [
    oneLine(`${state.item} ${context.planned.problem}`),
    list.heading(saved.length),
    list.hash(evidenceHash),
  ];
  return `\u{FEFF}${[head, ...blocks].map((lines) => lines.join('\r\n')).join('\r\n\r\n')}\r\n`;
};

const saveList = async (folder: string, of: Evidenced, saved: readonly Saved[]): Promise<string> => {
  const content = Buffer.from(listOf(saved, of));
  const name = fileNameOf(
    numberOf(of.view.state.item),
    { no: 0, title: of.cli.say.evidence.list.name },
    'txt',
  );
  const draft = join(folder, `.${randomUUID()}.part`);
  try {
    await writeFile(draft, content, { flag: 'wx', flush: true });
  } catch {
    throw new Trouble({ type: 'cannot-write', path: join(folder, name) });
  }
  return resolve(await settleAs(name, draft, { folder, sha512: sha512Of(content) }));
};

/**
 * Saves all evidence of an item in a folder, with a list of it. What cannot be had is told of each file, and keeps none
 * of the others back.
 * @throws Trouble `no-evidence`, `cannot-write`; StoreFault
 */
export const saveAll = async (folder: string, of: Evidenced): Promise<{ saved: Saved[]; list: string }> => {
  const files = allEvidence(of.view);
  await make(folder);
  const saved: Saved[] = [];
  for (const file of files)
    saved.push(
      await saveIn(folder, of, file).then(
        (path) => ({ file, path }),
        (error: unknown) => ({ file, fault: faultIn(error) }),
      ),
    );
  return { saved, list: await saveList(folder, of, saved) };
};
