import type { AcceptedDoubt } from '../../../../domain/plan/doubt';
import type { Draft, DraftField, Note, PlanTextWords } from '../../../../intake';
import type { Sentences } from '../sentences';

/** What is understood of the documents of offices. */
export interface IntakeWords {
  field: Record<DraftField, string>;
  note: Sentences<Note>;
  /** How much was read, and how much the text itself declares. */
  found: (categories: number, items: number, declared: Draft['declared']) => string;
  nothing: string;
  noProblem: string;
  /** Before the fields that an item lacks. */
  lacks: string;
  missing: string;
  assisting: (sections: readonly string[]) => string;
  /** What an import would refuse, beside what is missing or doubtful. */
  refused: string;
  doubtful: (places: number) => string;
  unused: (lines: number) => string;
  /** What was settled in one way of several. */
  told: (places: number) => string;
  line: (line: number, sheet: string | undefined) => string;
  next: (path: string) => string;
  /** The same of our template, which is completed as it is. */
  nextInTemplate: string;
  /** `template`: our template, filled in as far as can be. */
  written: Record<'plan' | 'template', (path: string, items: number, open: number) => string>;
  template: (path: string) => string;
  /** After something that nobody sees: it can also be accepted, by these items. */
  acceptable: (items: readonly string[]) => string;
  acceptedUnseen: (items: readonly string[]) => string;
  /** A doubtful date that was accepted. */
  accepted: (doubt: AcceptedDoubt) => string;
  /** What stands in a plan that was written to be completed. */
  plan: PlanTextWords;
}
