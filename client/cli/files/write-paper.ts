import type { OfficialPaper } from '../../../documents/paper';
import type { Cli } from '../context';
import { writeNew } from './new-file';
import { printDone } from '../terminal/done';
import { officialDocx } from '../../../documents/files/official-docx';

/** A draft says that it is one; what a person has issued does not. */
export const isDraft = ({ paragraphs }: OfficialPaper): boolean =>
  paragraphs.some(({ part }) => part === 'mark');

/**
 * Writes a paper as a Word document, whole or not at all, and says so, with what is to be done `next`, unless it
 * is a program that asked.
 * @throws Trouble `path-exists`, `cannot-write`
 */
export const writePaper = async (
  cli: Cli,
  paper: OfficialPaper,
  file: string,
  { json, next }: { json?: true; next: string },
): Promise<void> => {
  await writeNew(file, await officialDocx(paper));
  if (json) return;
  const { papers } = cli.say;
  printDone(cli.out, papers.written(file));
  cli.out.line({ text: isDraft(paper) ? papers.draft : papers.issued, style: 'dim' });
  cli.out.line({ text: next, style: 'dim' });
};
