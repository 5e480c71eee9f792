import type { RealWorld, ServerSettings } from '../../support/real-world';

/** Plays a scene to its end, and returns the workflows to record, by their part in the scene. */
export type Scene = (world: RealWorld) => Promise<Readonly<Record<string, string>>>;

/** A scene, and what is unusual about the server that it is played on. */
export type Staged = { play: Scene; settings?: ServerSettings };
