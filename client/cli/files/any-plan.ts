import { instant } from '../../../domain/calendar/zone';
import type { AcceptedDoubt } from '../../../domain/plan/doubt';
import type { PlanFault } from '../../../domain/plan/fault';
import type { Plan } from '../../../domain/plan/plan';
import { type KeysNeeded, type ReadingOptions, readPlan } from '../../../domain/plan/read';
import { type Draft, isUnsettled, itemsUnseen, type Note, planPeople, planTextOf } from '../../../intake';
import type { Cli } from '../context';
import { sentenceFor } from '../language/sentences';
import { Trouble } from '../trouble/trouble';
import { draftIn } from './document';
import { isPlanFile, readingIn } from './plan-file';

/** How a file is to be read: `accept` are the numbers of items whose doubts are taken as they stand. */
export type Wanted = Pick<ReadingOptions, 'runs'> & { keys: KeysNeeded; accept: ReadonlySet<string> };

export type AnyPlan = {
  plan: Plan;
  accepted: AcceptedDoubt[];
  /** Items that were accepted though nobody sees their rows. */
  unseen: string[];
};

/** Told already where the source is doubtful. */
const DOUBTS: ReadonlySet<PlanFault['type']> = new Set(['date-doubtful', 'person-doubtful']);
export const isDoubtFault = (fault: PlanFault): boolean => DOUBTS.has(fault.type) || isUnsettledFault(fault);

/** Told with its row and column among what is to be settled in the document. */
export const isUnsettledFault = ({ type, path }: PlanFault): boolean =>
  type === 'not-a-choice' && path.endsWith('.priority');

/** Lines would be those of a plan that nobody has seen. */
const withoutPlace = ({ line: _line, column: _column, ...fault }: PlanFault): PlanFault => fault;

/** What people of a draft are called, by name, else by id. */
const namesOf = (draft: Draft): string[] => planPeople(draft).map(({ id, name }) => name || id);

/** Places that are to be settled in the document itself, as a person finds them. */
const unsettledPlaces = (cli: Cli, draft: Draft, accept: ReadonlySet<string>): string[] => {
  const { say } = cli;
  return draft.notes
    .filter((note) => isUnsettled(note, draft, accept))
    .map((note) => {
      const place = say.common.label(say.intake.line(note.line, note.sheet));
      const items = itemsUnseen(note, draft.rows ?? []).filter((item) => !accept.has(item));
      return `${place}${sentenceFor<Note>(say.intake.note, note)}${items.length > 0 ? say.intake.acceptable(items) : ''}`;
    });
};

/** What an import would make of a draft. */
export type Prospect = {
  /** Nothing stands in its way. */
  plan?: Plan;
  accepted: AcceptedDoubt[];
  faults: PlanFault[];
  /** What of the file itself is to be settled. */
  unsettled: string[];
  /** The names of the roster, in the order in which faults count them. */
  people: string[];
  isTemplate: boolean;
};

export const prospectOf = (cli: Cli, draft: Draft, { keys, accept, runs }: Wanted): Prospect => {
  const text = planTextOf(draft, cli.say.intake.plan);
  const reading = readPlan(text, keys, { accept, runs, now: instant(Date.now()) });
  const unsettled = unsettledPlaces(cli, draft, accept);
  return {
    ...(reading.ok && unsettled.length === 0 && { plan: reading.plan }),
    accepted: reading.ok ? reading.accepted : [],
    faults: reading.ok ? [] : reading.faults.map(withoutPlace),
    unsettled,
    people: namesOf(draft),
    isTemplate: draft.isTemplate === true,
  };
};

/**
 * The plan that a document holds if nothing is missing in it, as in our template filled in.
 * @throws Trouble `unfinished` where it is running text or another table, which lack what a round needs; `doubtful` where
 *   only doubts are in the way, `faulty` where our template is not complete or breaks a rule, `unsettled` where the
 *   document itself needs a look
 */
const planOfDocument = async (cli: Cli, path: string, wanted: Wanted): Promise<AnyPlan> => {
  const draft = await draftIn(path);
  const { plan, accepted, faults, unsettled: places, people, ...prospect } = prospectOf(cli, draft, wanted);
  if (plan) {
    const unseen = draft.notes.flatMap((note) => itemsUnseen(note, draft.rows ?? []));
    return { plan, accepted, unseen: [...new Set(unseen)] };
  }
  if (faults.every(isUnsettledFault)) throw new Trouble({ type: 'unsettled', path, places });
  if (faults.every(isDoubtFault)) throw new Trouble({ type: 'doubtful', path, faults });
  if (!prospect.isTemplate) throw new Trouble({ type: 'unfinished', path });
  throw new Trouble({ type: 'faulty', path, faults, people });
};

/**
 * The plan in any file: yaml, or a document that lacks nothing.
 * @throws Trouble of `readingIn` and `draftIn`; `unfinished`, `doubtful`, `faulty`, `unsettled` of a document
 */
export const anyPlanIn = async (cli: Cli, path: string, wanted: Wanted): Promise<AnyPlan> => {
  const found = isPlanFile(path)
    ? { ...(await readingIn(path, wanted)), unseen: [] }
    : await planOfDocument(cli, path, wanted);
  const say = cli.say.intake;
  for (const doubt of found.accepted) cli.err.line({ text: say.accepted(doubt), style: 'yellow' });
  if (found.unseen.length > 0) cli.err.line({ text: say.acceptedUnseen(found.unseen), style: 'yellow' });
  return found;
};
