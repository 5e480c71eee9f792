/** Ends this process, once nothing is left to do, with the exit code that a program comes to, or with 1 and why it could not. */
export const exitBy = (main: Promise<number>): void => {
  main.then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      process.stderr.write(`${String((error as Error).stack ?? error)}\n`);
      process.exitCode = 1;
    },
  );
};
