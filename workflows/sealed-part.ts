import { hashOf } from '../base/hash';

/** What the seal of an input is over: the hash of all the rest of it. */
export const sealedPartOf = ({ seal: _, ...input }: { seal?: string }): string => hashOf(input);

/** What the seal of a message is over: where it goes, too, so that it counts nowhere else. */
export const sealedContent = (namespace: string, to: string, message: unknown) => ({
  namespace,
  to,
  message,
});
