import { log } from '@temporalio/workflow';
import { fromPayload, type Payload } from '../base/deflated';

/** Each of a list that a signal has brought. What is no list is logged and none: a signal must never stop a workflow. */
export const eachOf = (list: Payload<object[]>): readonly unknown[] => {
  try {
    const all: unknown = fromPayload(list);
    if (Array.isArray(all)) return all;
  } catch (error) {
    log.warn('could not read a signal', { error });
    return [];
  }
  log.warn('ignored a malformed signal');
  return [];
};
