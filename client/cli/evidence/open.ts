import { chmod, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { numberOf } from '../../../base/ids';
import type { NumberedEvidence } from '../../../domain/evidence/versions';
import type { Paper } from '../terminal/paper';
import { printDone } from '../terminal/done';
import type { Evidenced } from './evidence-of';
import { fetchInto } from './fetch';
import { fileNameOf } from './file-name';
import { lookInto, type WhyNotOpened } from './harmless';
import { openedFolder } from './opened-folder';
import { saveIn } from './save';

/** What has become of a file that was to be opened, and where it is: a copy for a day, or where it was saved. */
export type Opening = { file: string } & (
  | { opened: true }
  /** `no-screen`: there is none here, or no program for such a file. */
  | { opened: false; why: WhyNotOpened | 'no-screen' }
);

/** A copy that a viewer cannot change, so that nobody takes what they have written there for the evidence. */
const READ_ONLY = 0o400;

type Copy = { copy: string; why?: never } | { copy?: never; why: WhyNotOpened };

/** A copy of a file that may be opened; of any other nothing is left. */
const harmlessCopy = async (of: Evidenced, file: NumberedEvidence): Promise<Copy> => {
  const folder = await openedFolder(of.cli.terminal.environment);
  let copy: string | undefined;
  try {
    const draft = await fetchInto(folder, file, of);
    const { extension, why } = await lookInto(draft);
    if (why) return { why };
    const named = join(folder, fileNameOf(numberOf(of.view.state.item), file, extension));
    await rename(draft, named);
    await chmod(named, READ_ONLY);
    copy = named;
    return { copy };
  } finally {
    if (copy === undefined) await rm(folder, { recursive: true, force: true });
  }
};

/**
 * Opens a file of evidence, once it is known to be what was handed in and harmless to open; else saves it in a folder.
 * @throws Trouble `bad-evidence`, `cannot-write`; StoreFault
 */
export const openEvidence = async (
  of: Evidenced,
  file: NumberedEvidence,
  folder: string,
): Promise<Opening> => {
  const { copy, why } = await harmlessCopy(of, file);
  if (copy === undefined) return { opened: false, why, file: await saveIn(folder, of, file) };
  return (await of.cli.terminal.openFile(copy))
    ? { opened: true, file: copy }
    : { opened: false, why: 'no-screen', file: copy };
};

/** Says what has become of it. */
export const tellOpening = (
  paper: Paper,
  { cli }: Pick<Evidenced, 'cli'>,
  { title }: NumberedEvidence,
  opening: Opening,
): void => {
  const say = cli.say.evidence;
  if (opening.opened) {
    printDone(paper, say.opened(title));
    return;
  }
  const { why, file } = opening;
  const text = why === 'no-screen' ? say.noScreen(file) : say.notOpened[why](file);
  paper.line({ text, style: 'yellow' });
};
