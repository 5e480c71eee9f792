/** A value that was read of a document but not surely understood, and the words of the document. */
export type Doubt = { value: string; said: string };

/** How much of the words is repeated. */
const SHOWN = 60;

/**
 * A doubtful value as a plan file carries it, e.g. `2021-09-30 ? 三季度`: no date and no id of a person, so that no plan
 * is taken while it stands there.
 */
export const doubtText = ({ value, said }: Doubt): string =>
  `${value} ? ${said.replace(/\s+/g, ' ').trim().slice(0, SHOWN)}`.trimStart();

export const doubtIn = (text: unknown): Doubt | undefined => {
  const [, value, said] = typeof text === 'string' ? (/^([\w-]{0,40}) ?\? (.*)$/s.exec(text) ?? []) : [];
  return value === undefined || said === undefined ? undefined : { value, said: said.slice(0, SHOWN) };
};

/** A date that was taken though the document leaves room for doubt. */
export type AcceptedDoubt = { item: string; date: string; said: string };

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listIn = (map: Record<string, unknown>, key: string): unknown[] => {
  const value = map[key];
  return Array.isArray(value) ? value : [];
};

/** As the file numbers it, else by position. */
const numberOf = ({ no }: Record<string, unknown>, index: number): number =>
  typeof no === 'number' ? no : index + 1;

/** Takes the date of a doubt at its word. */
const settle = (holder: unknown, item: string, taken: AcceptedDoubt[]): void => {
  if (!isMap(holder)) return;
  const doubt = doubtIn(holder.deadline);
  if (doubt === undefined || doubt.value === '') return;
  holder.deadline = doubt.value;
  taken.push({ item, date: doubt.value, said: doubt.said });
};

/**
 * Settles the doubts about the deadlines of some items, and of their measures, in the values of a plan file.
 * @returns what was taken
 */
export const acceptDoubts = (plan: unknown, accepted: ReadonlySet<string>): AcceptedDoubt[] => {
  const taken: AcceptedDoubt[] = [];
  if (accepted.size === 0 || !isMap(plan)) return taken;
  listIn(plan, 'categories').forEach((category, c) => {
    if (!isMap(category)) return;
    listIn(category, 'items').forEach((item, i) => {
      if (!isMap(item)) return;
      const number = `${numberOf(category, c)}.${numberOf(item, i)}`;
      if (!accepted.has(number)) return;
      for (const holder of [item, ...listIn(item, 'measures')]) settle(holder, number, taken);
    });
  });
  return taken;
};
