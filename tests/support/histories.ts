import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inRepository } from '../../testing/repository';

const FOLDER = inRepository('tests/replay/histories');

/** Files of the recorded histories. */
export const RECORDINGS = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));

export type Recording = { workflowId: string; events: Record<string, unknown>[] };

/** The text of a recorded history. */
export const recordedText = (name: string): string => readFileSync(path.join(FOLDER, name), 'utf8');

/** A recorded history, perhaps changed as text. */
export const recording = (name: string, change = (text: string): string => text): Recording =>
  JSON.parse(change(recordedText(name))) as Recording;
