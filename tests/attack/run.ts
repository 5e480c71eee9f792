import { ATTEMPTS } from './attempts';
import { Target } from './target';
import { exitBy } from '../support/exit-by';

/**
 * `npm run attack`: plays every attempt against a system that it starts itself, on the loopback address, and prints what held.
 * Exit code 1 where something did not.
 */
const main = async (): Promise<number> => {
  const target = await Target.create();
  let broken = 0;
  try {
    for (const { name, has, play } of ATTEMPTS) {
      const failure = await play(target).then(
        () => undefined,
        (error: unknown) => error,
      );
      if (failure) broken += 1;
      process.stdout.write(`${failure ? '✗' : '✓'} ${has}: ${name}\n`);
      if (failure instanceof Error) process.stdout.write(`    ${failure.message}\n`);
    }
  } finally {
    await target.close();
  }
  process.stdout.write(`${ATTEMPTS.length - broken} of ${ATTEMPTS.length} held\n`);
  return broken === 0 ? 0 : 1;
};

exitBy(main());
