import { DefaultLogger, Runtime } from '@temporalio/worker';

/** For a suite that replays histories in this process: the SDK tells of errors alone. `release`: what is to be let go in the end, before the SDK is shut down. */
export const replaysQuietly = (release: () => Promise<void> = () => Promise.resolve()): void => {
  beforeAll(() => {
    Runtime.install({ logger: new DefaultLogger('ERROR') });
  });
  afterAll(async () => {
    await release();
    await Runtime.instance().shutdown();
  });
};
