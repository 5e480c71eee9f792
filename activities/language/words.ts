import type { Stage } from '../mail/reply';

/** A file of evidence that is not what was submitted: of which measure, by whom, and where it should lie. */
export type DamagedEvidence = {
  measure: number;
  title: string;
  by: string;
  name: string;
  fault: 'missing' | 'changed';
};

/** Why an activity has to be tried again, for whoever looks after the system. */
export interface ActivityWords {
  /** A workflow of an item's name was not started by its round. */
  itemOfAnother: (workflow: string) => string;
  /** The operator names no file of pinned keys. */
  trustMissing: string;
  trustUnreadable: (file: string, reason: string) => string;
  mailPending: (count: number, first: { mailbox: string; id: string }) => string;
  /** The mail server did not take a mail, and is asked again. */
  mailHeld: (stage: Stage, reply: string) => string;
  /** Mail is on hold. `name`: of the mail, as operators call it. */
  mailOnHold: (name: string) => string;
  /** In the receipt of a mail that was dropped. */
  mailDropped: (by: string, reason: string) => string;
  evidenceDamaged: (files: readonly DamagedEvidence[]) => string;
  bagInvalid: (bag: string, faults: string) => string;
  /** Something else has the name of a bag. `differences`: labels and files; none where it is no bag at all. */
  bagOfOther: (bag: string, differences: readonly string[], more: number) => string;
  paperConflict: (name: string) => string;
  /** `more`: how many there are beyond those listed. */
  roundIncomplete: (wants: readonly string[], more: number) => string;
  want: WantWords;
}

/** What is missing of the record of a round, or not as it must be. */
export interface WantWords {
  paper: (name: string, fault: 'missing' | 'changed') => string;
  document: (title: string, name: string, fault: 'missing' | 'changed') => string;
  bagMissing: (bag: string) => string;
  bagDamaged: (bag: string, files: string) => string;
  bagDiffers: (bag: string) => string;
  bagOfOtherNumber: (bag: string, archiveNumber: string) => string;
}
