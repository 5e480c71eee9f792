import { near } from '../../../base/nearest';
import type { NamedPerson } from '../trouble/trouble';
import type { OwnerFault } from './key-outcome';

/** Whose a key is, by its file; or why nobody can say. */
export type Owner = { person: NamedPerson } | OwnerFault;

/** What is in the names of such files besides a person: `公钥`, `(1)`, `副本`. */
const NOISE = /的?公钥|副本|\(\d+\)|（\d+）|\b(?:public|pub|key|keys|copy)\b|[_\-–—\s.]+/gi;

const escaped = (text: string): string => text.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);

/** A person is named by a word of their own; a Chinese name of two characters or more also within a word. */
const isNamedIn = (text: string, name: string): boolean =>
  /^\p{sc=Han}{2,}$/u.test(name)
    ? text.includes(name)
    : new RegExp(`(?<![\\p{L}\\p{N}])${escaped(name)}(?![\\p{L}\\p{N}])`, 'iu').test(text);

/** Those who are named in a text; not 王明 where 王明远 is named. */
const namedIn = (text: string, people: readonly NamedPerson[]): NamedPerson[] => {
  const plain = text.normalize('NFC').replaceAll('_', ' ');
  const found = people.filter(({ id, name }) => isNamedIn(plain, id) || isNamedIn(plain, name));
  const byId = found.filter(({ id }) => isNamedIn(plain, id));
  if (byId.length > 0) return byId;
  return found.filter(({ name }) => !found.some((other) => other.name !== name && other.name.includes(name)));
};

const ownerIn = (text: string, people: readonly NamedPerson[]): Owner => {
  const [person, ...more] = namedIn(text, people);
  if (person && more.length === 0) return { person };
  if (person) return { type: 'ambiguous-person', people: [person, ...more] };
  const said = text.normalize('NFC').replaceAll(NOISE, '');
  const alike = new Set(
    near(
      said,
      people.flatMap(({ id, name }) => [id as string, name]),
    ),
  );
  return {
    type: 'unknown-person',
    said,
    near: people.filter(({ id, name }) => alike.has(id) || alike.has(name)),
  };
};

/**
 * Whose key a file holds: whom it says itself, as JSON of `keygen` does, else whom its name names, by id or by name.
 * `file`: its name without the extension.
 */
export const ownerOf = (file: string, said: string | undefined, people: readonly NamedPerson[]): Owner => {
  const byName = ownerIn(file, people);
  if (said === undefined) return byName;
  const byContent = ownerIn(said, people);
  if ('person' in byContent && 'person' in byName && byContent.person.id !== byName.person.id)
    return { type: 'names-differ', people: [byName.person, byContent.person] };
  return byContent;
};
