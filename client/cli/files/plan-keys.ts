import { randomUUID } from 'node:crypto';
import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { isMap, isNode, isScalar, isSeq, type Node, parseDocument, type YAMLMap } from 'yaml';
import { PersonId } from '../../../base/ids';
import type { CivilDate } from '../../../domain/calendar/civil';
import type { KeyMaterial } from '../../../domain/identity/key';
import { PlanDraft } from '../../../domain/plan/file';
import { readSource } from '../../../domain/plan/source';
import { Trouble } from '../trouble/trouble';
import { textIn } from './content-file';

/** A person of a plan that may still lack much else. `kids`: the keys that the plan has of them. */
export type Keyholder = { id: PersonId; name: string; kids: string[]; isNeeded: boolean };

export type PlanKeys = { text: string; people: Keyholder[] };

/** A key as it is written into a plan. */
export type EnteredKey = { key: KeyMaterial; from: CivilDate };

const peopleIn = (text: string): YAMLMap[] => {
  const people: unknown = parseDocument(text).getIn(['roster', 'people']);
  return isSeq(people) ? people.items.filter((person) => isMap(person)) : [];
};

const textOf = (person: YAMLMap, field: string): string => {
  const value: unknown = person.get(field);
  return typeof value === 'string' ? value : '';
};

const idOf = (person: YAMLMap): PersonId | undefined => PersonId.safeParse(person.get('id')).data;

const kidsOf = (person: YAMLMap): string[] => {
  const keys: unknown = person.get('keys');
  const found = isSeq(keys) ? keys.items.filter((key) => isMap(key)) : [];
  return found.map((key) => textOf(key, 'kid')).filter((kid) => kid !== '');
};

/** Who cannot do without a key: the sides of the items, the office and the head. */
const neededIn = (value: unknown): Set<PersonId | undefined> => {
  const { roster, categories = [] } = PlanDraft.parse(value);
  const items = categories.flatMap((category) => category?.items ?? []);
  const sides = items.flatMap((item) => [item?.handler, item?.leader, item?.acceptor]);
  return new Set([...sides, ...(roster?.office ?? []), roster?.head]);
};

/**
 * The people of a plan in yaml, which may lack anything else.
 * @throws Trouble `bad-file`, `bad-document`, `bad-plan` for a fault of its syntax, `no-roster`
 */
export const planKeysIn = async (path: string): Promise<PlanKeys> => {
  const text = await textIn(path);
  const { faults, source } = readSource(text);
  if (source === undefined || faults.length > 0) throw new Trouble({ type: 'bad-plan', path, faults });
  const needed = neededIn(source.value);
  const people = peopleIn(text).flatMap((person): Keyholder[] => {
    const id = idOf(person);
    if (id === undefined) return [];
    return [{ id, name: textOf(person, 'name'), kids: kidsOf(person), isNeeded: needed.has(id) }];
  });
  if (people.length === 0) throw new Trouble({ type: 'no-roster', path });
  return { text, people };
};

type Edit = { from: number; to: number; text: string };

const flowText = ({ key, from }: EnteredKey): string =>
  `keys: [{ kid: ${key.kid}, x: ${key.x}, from: ${from} }]`;

const blockText = ({ key, from }: EnteredKey, indent: string, lineEnd: string): string =>
  ['keys:', `  - kid: ${key.kid}`, `    x: ${key.x}`, `    from: ${from}`].join(lineEnd + indent);

const rangeOf = ({ range }: Node): [number, number] => [range?.[0] ?? 0, range?.[1] ?? 0];

/** Behind the last sign of a value: the range of a list takes in the blank lines after it. */
const endOf = (text: string, node: Node): number => text.slice(0, rangeOf(node)[1]).trimEnd().length;

/** What changes in the text for the key of one person; everything else stays as somebody wrote it. */
const editFor = (text: string, person: YAMLMap, entered: EnteredKey): Edit => {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const [first] = person.items;
  const start = isScalar(first?.key) ? rangeOf(first.key)[0] : 0;
  const indent = ' '.repeat(start - (text.lastIndexOf('\n', start - 1) + 1));
  const made = person.flow ? flowText(entered) : blockText(entered, indent, lineEnd);
  const old = person.items.find(({ key }) => isScalar(key) && key.value === 'keys');
  if (isScalar(old?.key)) {
    const [from, end] = rangeOf(old.key);
    const to = isNode(old.value) ? endOf(text, old.value) : 0;
    // Without a value only the colon follows.
    return { from, to: Math.max(to, end + 1), text: made };
  }
  if (person.flow) {
    const at = text
      .slice(0, endOf(text, person) - 1)
      .trimEnd()
      .replace(/,$/, '').length;
    return { from: at, to: at, text: `, ${made}` };
  }
  const last = endOf(text, person);
  const at = /\r?\n|$/.exec(text.slice(last))?.index ?? 0;
  return { from: last + at, to: last + at, text: `${lineEnd}${indent}${made}` };
};

/** The text of a plan with the keys of some people; comments, order and everything else stay as they are. */
export const withKeys = (text: string, keys: ReadonlyMap<PersonId, EnteredKey>): string =>
  peopleIn(text)
    .flatMap((person) => {
      const id = idOf(person);
      const entered = id && keys.get(id);
      return entered ? [editFor(text, person, entered)] : [];
    })
    .reverse()
    .reduce((so, edit) => so.slice(0, edit.from) + edit.text + so.slice(edit.to), text);

/** Whether a plan has exactly these keys of these people, and was a plan in yaml before and after. */
const holds = (text: string, keys: ReadonlyMap<PersonId, EnteredKey>): boolean =>
  readSource(text).faults.length === 0 &&
  [...keys].every(([id, { key }]) =>
    peopleIn(text).some((person) => idOf(person) === id && kidsOf(person).join() === key.kid),
  );

/**
 * Writes keys into a plan, whole or not at all.
 * @throws Trouble `cannot-write`
 */
export const enterKeys = async (
  path: string,
  text: string,
  keys: ReadonlyMap<PersonId, EnteredKey>,
): Promise<void> => {
  const changed = withKeys(text, keys);
  if (!holds(changed, keys)) throw new Trouble({ type: 'keys-by-hand', path });
  const target = await realpath(path);
  const draft = `${target}.${randomUUID()}`;
  try {
    const { mode } = await stat(target);
    await writeFile(draft, changed, { flag: 'wx', flush: true, mode });
    await rename(draft, target);
  } catch {
    throw new Trouble({ type: 'cannot-write', path });
  } finally {
    await rm(draft, { force: true });
  }
};
