import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { failureOf, scratchFolder } from '../../../testing/store';
import { draftIn } from './document';

const failureWith = async (name: string, content: string | undefined): Promise<unknown> => {
  const path = join(await scratchFolder(), name);
  if (content !== undefined) await writeFile(path, content);
  return failureOf(draftIn(path));
};

describe('a document that cannot be read is told with its path and the reason', () => {
  test.each([
    ['is empty', 'a.txt', '', { type: 'bad-file', fault: 'empty' }],
    ['is empty', 'a.docx', '', { type: 'bad-file', fault: 'empty' }],
    ['is not there', 'a.xlsx', undefined, { type: 'bad-file', fault: 'missing' }],
    ['is of a kind that is not read', 'a.pdf', 'a', { type: 'unknown-format' }],
    ['is not what its name says', 'a.docx', 'noise', { type: 'bad-document', fault: 'not-a-document' }],
  ])('%s: %s', async (_, name, content, detail) => {
    expect(await failureWith(name, content)).toMatchObject({ detail });
  });
});
