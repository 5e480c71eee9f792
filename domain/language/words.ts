import type { CivilDate } from '../calendar/civil';
import type { PersonId } from '../../base/ids';
import type { Event } from '../item/event';
import type { Proof } from '../item/log';
import type { End } from '../item/lost';
import type { ResultKind } from '../item/result-kind';
import type { Role } from '../item/side';
import type { Status } from '../item/states';
import type { FactKind } from '../ladder/notice';
import type { NoticeRung } from '../ladder/measure-rung';
import type { AnyCommandType, Refusal } from '../refusal';
import type { ItemSource, Priority } from '../plan/about';
import type { ItemKind, MeasureKind } from '../plan/plan';
import type { Language } from '../round/roster';
import type { AmendmentFault } from '../round/amend/amendment';
import type { DifferenceField } from '../round/amend/difference';
import type { DocumentKind } from '../round/command';
import type { RoundEvent } from '../round/event';
import type { Published } from '../round/published';

/**
 * The terms of the field, the refusals and the story of a log. What a mail, a paper or the CLI says beside these is with
 * them. A word that a language lacks does not compile.
 */
export interface Words {
  language: Language;
  status: Record<Status, string>;
  /** How the server has ended a life of an item, as a part of a sentence. */
  end: Record<End, string>;
  /** How it is known who did something. */
  identity: Record<Proof['identity'], string>;
  role: Record<Role, string>;
  command: Record<AnyCommandType, string>;
  itemKind: Record<ItemKind, string>;
  measureKind: Record<MeasureKind, string>;
  priority: Record<Priority, string>;
  /** A kind of results on its own, and with its figure, as `collected 1,234.50 yuan`. */
  resultKind: Record<ResultKind, string>;
  resultFigure: (kind: ResultKind, figure: number) => string;
  /** A document with its page or pages. */
  source: (source: ItemSource) => string;
  rung: Record<NoticeRung, string>;
  fact: Record<FactKind, string>;
  /** 对外口径. */
  published: Record<Published, string>;
  /** What is filed with a round; a notice is published. */
  documentKind: Record<DocumentKind | 'notice', string>;
  date: DateWords;
  /** What an amendment of the plan changes. */
  amended: AmendedWords;
  /** Why a command was refused, and what would be accepted. */
  refusal: (refusal: Refusal) => string;
  story: StoryWords;
}

export interface AmendedWords {
  /** `measure`: the number of the measure that it is about, 0 where it is about none. */
  field: Record<DifferenceField, (measure: number) => string>;
  /** In place of what the plan does not say. */
  nothing: string;
  change: (before: string, after: string) => string;
  dropped: (text: string, reason: string) => string;
  /** Why an item cannot be amended, as a part of a sentence. */
  fault: Record<AmendmentFault, (measure: number) => string>;
}

export interface DateWords {
  day: (date: CivilDate) => string;
  /** Without the year. */
  short: (date: CivilDate) => string;
  withWeekday: (date: CivilDate) => string;
  /** Put after a date of a year without a published holiday schedule. */
  provisional: string;
  /** In place of a deadline that was never set. */
  none: string;
  /** Calendar days to a deadline: 0 on its day, negative after it. */
  left: (days: number) => string;
}

/** Who did it, and what people are called. */
export type Told = { who: string; name: (person: PersonId) => string };

/** Every event of an item or a round as a sentence. */
export type StoryWords = {
  [T in (Event | RoundEvent)['type']]: (
    event: Extract<Event | RoundEvent, { type: T }>,
    told: Told,
  ) => string;
} & { system: string; deputy: (name: string, principal: string) => string };
