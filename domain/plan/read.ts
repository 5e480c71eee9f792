import { ItemNumber } from '../../base/ids';
import type { Instant } from '../calendar/zone';
import type { Plan, PlannedItem } from './plan';
import { acceptDoubts, type AcceptedDoubt } from './doubt';
import { pathText, type Finding, type PlanFault } from './fault';
import { PlanDraft, type PlanFile } from './file';
import { itemNumberAt } from './known';
import { checkRules } from './rules';
import { checkShape } from './shape';
import { SIGNER_FAULTS } from './signers';
import { type PlanSource, readSource } from './source';

/** Whether a plan that takes signed commands only is faulty while people lack keys: not before it is imported. */
export type KeysNeeded = 'keys-needed' | 'keys-later';

export type ReadingOptions = {
  /** The numbers of items whose doubtful dates are taken as they stand. */
  accept?: ReadonlySet<string> | undefined;
  /** When the plan is to be imported: keys have to be good then. */
  now?: Instant;
  /** It is of a round that runs: its items may have later deadlines by now, by which measures are dated. */
  runs?: true | undefined;
};

export type PlanReading =
  /** `accepted`: doubts about dates that were taken as they stand. */
  { ok: true; plan: Plan; accepted: AcceptedDoubt[] } | { ok: false; faults: PlanFault[] };

const itemsOf = ({ categories }: PlanFile): PlannedItem[] =>
  categories.flatMap((category, c) =>
    category.items.map(({ no, classified, 涉密, measures, ...item }, i) => ({
      ...item,
      number: ItemNumber.parse(`${category.no ?? c + 1}.${no ?? i + 1}`),
      category: category.title,
      measures: measures.map((measure, index) => ({ no: index + 1, ...measure })),
    })),
  );

const planOf = (file: PlanFile): Plan => {
  const { categories, ...round } = file;
  return { ...round, items: itemsOf(file) };
};

/** Gives a finding its place in the text. */
const placed =
  (source: PlanSource, draft: PlanDraft) =>
  ({ path, detail, at }: Finding): PlanFault => {
    const item = itemNumberAt(draft, path);
    return { path: pathText(path), ...source.placeOf(path, at), ...(item && { item }), ...detail };
  };

const inOrder = (a: PlanFault, b: PlanFault) =>
  (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);

/**
 * The plan of a round from YAML (see `examples/round-2021/plan.yaml`), or every fault of it in the order of the
 * lines: never a part of a plan, never an exception. Items are numbered by position unless they say `no`,
 * measures always. Texts that could not be parsed as YAML give the faults of the syntax only.
 */
export const readPlan = (
  text: string,
  keys: KeysNeeded = 'keys-needed',
  { accept = new Set(), now, runs }: ReadingOptions = {},
): PlanReading => {
  const { faults: syntax, source } = readSource(text);
  if (source === undefined) return { ok: false, faults: syntax };
  const accepted = acceptDoubts(source.value, accept);
  const shape = checkShape(source.value);
  const draft = PlanDraft.parse(source.value);
  const rules = checkRules(draft, (path) => source.placeOf(path)?.line, now);
  const found = [...('findings' in shape ? shape.findings : []), ...rules];
  const isPassed = ({ type }: Finding['detail']): boolean =>
    (keys === 'keys-later' && SIGNER_FAULTS.has(type)) || (runs === true && type === 'measure-after-item');
  const findings = found.filter(({ detail }) => !isPassed(detail));
  const faults = [...syntax, ...findings.map(placed(source, draft))].sort(inOrder);
  return 'file' in shape && faults.length === 0
    ? { ok: true, plan: planOf(shape.file), accepted }
    : { ok: false, faults };
};
