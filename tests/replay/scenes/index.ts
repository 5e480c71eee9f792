import { closed } from './closed';
import type { Scene } from './scene';
import { sustained } from './sustained';
import { unclear } from './unclear';

export const SCENES: Readonly<Record<string, Scene>> = { closed, sustained, unclear };
