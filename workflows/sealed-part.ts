import { hashOf } from '../base/hash';

/** What the seal of an input is over: the hash of all the rest of it. */
export const sealedPartOf = ({ seal: _, ...input }: { seal?: string }): string => hashOf(input);
