import { Metadata } from '@grpc/grpc-js';
import { AHEAD_OF_TASK } from '../../workflows/interceptors';
import { askedAgain } from './ask-again';

/** Fails so often, and then answers. */
const answering = (after: number, message: string, cause?: Error) => {
  let asked = 0;
  return () => {
    asked += 1;
    return asked > after ? Promise.resolve(asked) : Promise.reject(new Error(message, { cause }));
  };
};

test('a workflow whose history is ahead of its tasks is asked again', async () => {
  await expect(askedAgain(answering(2, `Query failed: ${AHEAD_OF_TASK}`))).resolves.toBe(3);
});

/** As the server says it; `details` is the message without its code. */
const failed = (details: string): Error =>
  Object.assign(new Error(`9 FAILED_PRECONDITION: ${details}`), {
    code: 9,
    details,
    metadata: new Metadata(),
  });

test('so is one whose task was refused and is to be done again, and nothing else that the server refuses', async () => {
  const message = 'Failed to query Workflow';
  const refused = failed('Unable to query workflow due to Workflow Task in failed state.');
  await expect(askedAgain(answering(2, message, refused))).resolves.toBe(3);
  await expect(askedAgain(answering(1, message, failed('closed')))).rejects.toThrow(message);
});

test('another failure is told at once', async () => {
  const ask = answering(1, 'no such query');
  await expect(askedAgain(ask)).rejects.toThrow('no such query');
  await expect(ask()).resolves.toBe(2);
});

test('whoever has asked six times in vain is told why', async () => {
  await expect(askedAgain(answering(6, AHEAD_OF_TASK))).rejects.toThrow(AHEAD_OF_TASK);
});
