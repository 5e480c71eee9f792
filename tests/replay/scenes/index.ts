import { closed } from './closed';
import { sustained } from './sustained';
import type { Scene } from './scene';

export const SCENES: Readonly<Record<string, Scene>> = { closed, sustained };
