import { log } from '@temporalio/workflow';
import { fromPayload, type Payload } from '../base/deflated';
import type { UnreadParts } from './contract';

/** Takes one message of a signal in, or keeps it where it could not be read. */
type TakeOrKeep = (message: unknown, isUnread: boolean) => void;

/**
 * Hands over each message of the list that a signal has brought; whole, to be kept, what the worker did not know for a list.
 * What is none although it could be read is logged: a signal must never stop a workflow.
 */
export const eachOf = (list: Payload<object[]>, unread: UnreadParts, takeOrKeep: TakeOrKeep): void => {
  if (unread.isWhole) {
    takeOrKeep(list, true);
    return;
  }
  const all = unpacked(list);
  if (!Array.isArray(all)) log.warn('ignored a malformed signal');
  else for (const [place, message] of all.entries()) takeOrKeep(message, unread.unread.includes(place));
};

/** The messages in something kept that can be read by now: one, or a whole list. */
export const messagesIn = (kept: unknown): readonly unknown[] => {
  const plain = typeof kept === 'object' && kept !== null ? unpacked(kept) : kept;
  if (Array.isArray(plain)) return plain as unknown[];
  return plain === undefined ? [] : [plain];
};

/** Undefined where it cannot be unpacked. */
const unpacked = (payload: Payload<object>): unknown => {
  try {
    return fromPayload(payload);
  } catch (error) {
    log.warn('could not read a signal', { error });
    return undefined;
  }
};
