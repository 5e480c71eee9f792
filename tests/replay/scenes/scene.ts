import type { RealWorld } from '../../support/real-world';

/** Plays a scene to its end, and says which workflows are to be recorded, by what they are in the scene. */
export type Scene = (world: RealWorld) => Promise<Readonly<Record<string, string>>>;
