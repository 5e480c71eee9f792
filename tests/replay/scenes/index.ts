import type { RealWorld } from '../../support/real-world';
import { closed } from './closed';
import { sustained } from './sustained';
import { unclear } from './unclear';

/** Plays a scene to its end, and says which workflows are to be recorded, by what they are in the scene. */
export type Scene = (world: RealWorld) => Promise<Readonly<Record<string, string>>>;

export const SCENES: Readonly<Record<string, Scene>> = { closed, sustained, unclear };
