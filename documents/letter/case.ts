import type { Dossier, DossierItem } from '../dossier';

/** What a letter is drawn up from: the round's head and day, and one item of it. */
export type LetterCase = Pick<Dossier, 'head' | 'calendar' | 'clock' | 'now' | 'today'> & DossierItem;

/** The people that a letter names, by their names. */
export type Addressees = { section: string; leader: string; handler: string };
