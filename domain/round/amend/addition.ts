import type { Instant } from '../../calendar/zone';
import type { Author } from '../../item/log';
import type { PlannedItem } from '../../plan/plan';
import type { Added } from './amendment';

/** An item that an amendment has added, as the log of its round tells it. */
export type Addition = {
  planned: PlannedItem;
  added: Added;
  archiveNumber: string;
  at: Instant;
  /** Who has given the amendment; where it took two, with the second's signature. */
  author: Author;
};
