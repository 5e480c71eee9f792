import type { Attempt } from '../attempt';
import { KEYS } from './keys';
import { SERVER } from './server';
import { STORE } from './store';

/** Every attempt, in the order in which they are played. */
export const ATTEMPTS: readonly Attempt[] = [...SERVER, ...KEYS, ...STORE];
