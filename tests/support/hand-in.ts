import { Readable } from 'node:stream';
import { findStore } from '../../store/open';

/** A process of a person who hands in a file, and is told its hash: `hand-in.js STORE TEXT`. */
const handIn = async (url: string, text: string): Promise<void> => {
  const store = await findStore(url);
  await store.check('evidence');
  const { sha512 } = await store.putEvidence(Readable.from([Buffer.from(text)]));
  process.stdout.write(sha512);
};

const [, , url = '', text = ''] = process.argv;
handIn(url, text).catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});
