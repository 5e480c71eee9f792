import { Readable } from 'node:stream';
import { openStore } from '../../store/open';
import { contentOf, filesOf } from './written';

/**
 * A process that writes to a store, without end, and says the name of each thing that the store has taken.
 * All its names begin with `mark`.
 */
const write = async (url: string, mark: string): Promise<void> => {
  const store = await openStore(url);
  for (let number = 0; ; number += 1) {
    const name = `${mark}-${number}`;
    await store.put(`files/${name}`, contentOf(name));
    process.stdout.write(`files/${name}\n`);
    const { sha512 } = await store.putEvidence(Readable.from([contentOf(name)]));
    process.stdout.write(`evidence/${sha512}\n`);
    await store.putFolder(
      `bags/${name}`,
      filesOf(name).map(([path, content]) => ({ path, content })),
    );
    process.stdout.write(`bags/${name}\n`);
  }
};

const [, , url = '', mark = ''] = process.argv;
write(url, mark).catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});
