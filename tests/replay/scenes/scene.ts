import type { RealWorld } from '../../support/real-world';

/** Plays a scene to its end, and returns the workflows to record, by their part in the scene. */
export type Scene = (world: RealWorld) => Promise<Readonly<Record<string, string>>>;
