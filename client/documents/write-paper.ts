import type { OfficialPaper } from '../../domain/documents/paper';
import type { Cli } from '../context';
import { writeNew } from '../intake/new-file';
import { PAPER } from '../language/paper-words';
import { officialDocx } from './official-docx';

/**
 * Writes a paper as a Word document, whole or not at all, and says so unless it is a program that asked.
 * @throws Trouble `path-exists`, `cannot-write`
 */
export const writePaper = async (
  cli: Cli,
  paper: OfficialPaper,
  file: string,
  { json }: { json?: true },
): Promise<void> => {
  await writeNew(file, await officialDocx(paper));
  if (json) return;
  const say = PAPER[cli.language];
  cli.out.line([{ text: '✓ ', style: 'green' }, say.written(file)]);
  cli.out.line({ text: say.fill, style: 'dim' });
};
