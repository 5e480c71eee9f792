import { AHEAD_OF_TASK } from '../../workflows/interceptors';
import { askedAgain } from './ask-again';

/** Fails so often, and then answers. */
const answering = (after: number, message: string) => {
  let asked = 0;
  return () => {
    asked += 1;
    return asked > after ? Promise.resolve(asked) : Promise.reject(new Error(message));
  };
};

test('a workflow whose history is ahead of its tasks is asked again', async () => {
  await expect(askedAgain(answering(2, `Query failed: ${AHEAD_OF_TASK}`))).resolves.toBe(3);
});

test('another failure is told at once', async () => {
  const ask = answering(1, 'no such query');
  await expect(askedAgain(ask)).rejects.toThrow('no such query');
  await expect(ask()).resolves.toBe(2);
});

test('whoever has asked five times in vain is told why', async () => {
  await expect(askedAgain(answering(5, AHEAD_OF_TASK))).rejects.toThrow(AHEAD_OF_TASK);
});
