import type { Language } from '../round/roster';
import { describeFault } from './describe-fault';
import type { PlanFault } from './fault';
import { fieldOf } from './fields';
import { itemRanges } from './item-ranges';
import { faultWords } from './language';

/** So many faults of one kind are told one by one, where each has a line. */
const MOST_SINGLE = 3;

/** Something is not there: there may be one such fault for every item of a plan. */
export const isGap = ({ type }: Pick<PlanFault, 'type'>): boolean => type === 'missing' || type === 'blank';

const PERSON = /^roster\.people\[(\d+)\]\./;

/** What is missing is told together: a field of items or of measures, one of people, and what the round itself lacks. */
const groupOf = (fault: PlanFault): string | undefined => {
  if (fault.type === 'key-missing') return fault.type;
  if (!isGap(fault)) return undefined;
  const { key, measure } = fieldOf(fault.path);
  if (fault.path.startsWith('categories') && fault.item === undefined) return undefined;
  if (fault.item === undefined) return PERSON.test(fault.path) ? `person ${key}` : 'round';
  return `${measure === undefined || key === 'measures' ? 'item' : 'measure'} ${key}`;
};

/** Who the person of a fault is: by the name or id that is known of them, else by the line. */
const personOf = ({ path, line }: PlanFault, people: readonly string[]): string => {
  const index = PERSON.exec(path)?.[1];
  const known = index === undefined ? undefined : people[Number(index)];
  return known !== undefined && known !== '' ? known : String(line ?? '');
};

const together = (
  group: string,
  faults: readonly PlanFault[],
  people: readonly string[],
  language: Language,
) => {
  const { many } = faultWords(language);
  if (group === 'key-missing')
    return many.keys(faults.flatMap((fault) => ('person' in fault ? fault.person : [])));
  if (group === 'round')
    return many.round(
      faults.map(({ path }) => fieldOf(path).key),
      faults[0]?.line,
    );
  const [of = '', key = ''] = group.split(' ');
  const [first] = faults;
  if (of === 'person')
    return many.people(
      key,
      faults.map((fault) => personOf(fault, people)),
      people.length > 0,
    );
  const places = itemRanges(faults.flatMap(({ item }) => item ?? []));
  return many.fields(key, of === 'measure', { count: faults.length, places, line: first?.line });
};

/**
 * Faults as lines for people, in their order: many of a kind are one line, `36 deadlines missing: 1.1-1.3, 2.1`.
 * `people`: what those of the roster are called, for a document without lines of its own.
 */
export const faultLines = (
  faults: readonly PlanFault[],
  language: Language,
  people: readonly string[] = [],
): string[] => {
  const groups = new Map<string, PlanFault[]>();
  for (const fault of faults) {
    const group = groupOf(fault);
    if (group !== undefined) groups.set(group, [...(groups.get(group) ?? []), fault]);
  }
  const told = new Set<string>();
  return faults.flatMap((fault) => {
    const group = groupOf(fault);
    const all = group === undefined ? [] : (groups.get(group) ?? []);
    const areSingle = all.length <= MOST_SINGLE && all.every(({ line }) => line !== undefined);
    if (group === undefined || areSingle) return [describeFault(fault, language)];
    if (told.has(group)) return [];
    told.add(group);
    return [together(group, all, people, language)];
  });
};
