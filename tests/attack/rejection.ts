import assert from 'node:assert/strict';
import { Refused } from '../../client/api';

/** Why something failed that must not succeed. */
export const rejectionOf = async (given: Promise<unknown>): Promise<unknown> => {
  const success = Symbol('success');
  const end = await given.then(
    () => success,
    (error: unknown) => error,
  );
  assert.notEqual(end, success, 'it succeeded');
  return end;
};

/** What a command was refused for. */
export const refusedFor = async (given: Promise<unknown>): Promise<string> => {
  const failure = await rejectionOf(given);
  assert.ok(failure instanceof Refused, `not refused, but ${(failure as Error).message}`);
  return failure.refusal.type;
};
