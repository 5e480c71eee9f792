import type { Cli } from '../context';
import type { KeyFault, RefusedKey } from '../files/key-outcome';
import type { Keyholder } from '../files/plan-keys';
import type { Values } from '../json/values';
import { sentenceFor } from '../language/sentences';
import { printDone } from '../terminal/done';

/** The keys of a folder, as far as they went into a plan. */
export type Collection = Values['keys'];

const printRefused = (cli: Cli, refused: readonly RefusedKey[]): void => {
  if (refused.length === 0) return;
  const { out, say } = cli;
  out.line();
  out.line({ text: say.keys.refused(refused.length), style: 'bold' });
  for (const { file, ...fault } of refused) {
    const text = sentenceFor<KeyFault>(say.keys.fault, fault);
    out.prose([
      { text: '✗ ', style: 'red' },
      say.common.label(file),
      fault.type === 'private-half' ? { text, style: 'red' } : text,
    ]);
  }
};

/** Everybody with their keys, what was refused, and who is still missing. */
export const printCollection = (
  cli: Cli,
  { plan, written, keys, refused, without }: Collection,
  people: readonly Keyholder[],
): void => {
  const { out, say } = cli;
  const { head, outcome } = say.keys;
  if (keys.length > 0)
    out.table({
      head: [head.person, head.name, head.kid, head.outcome, head.file],
      rows: keys.map((key) => [key.person, key.name, key.kid, outcome[key.outcome], key.file]),
      flexible: [1, 4],
    });
  printRefused(cli, refused);
  out.line();
  if (without.length > 0) {
    const named = (isNeeded: boolean) =>
      without.filter(({ needed }) => needed === isNeeded).map(({ person, name }) => `${person} ${name}`);
    const [needed, others] = [named(true), named(false)];
    if (needed.length > 0) out.prose({ text: say.keys.needed(needed), style: 'yellow' });
    if (others.length > 0) out.prose(say.keys.without(others));
  }
  const changed = keys.filter((key) => key.outcome !== 'unchanged').length;
  const have = people.length - without.length;
  if (written) printDone(out, say.keys.written(plan, changed));
  else out.line(say.keys.notWritten(changed));
  out.prose(say.keys.have(have, people.length));
};
