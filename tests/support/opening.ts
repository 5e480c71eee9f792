import type { Opener } from '../../client/api';
import { sign, type SigningKey } from '../../client/keys';
import { PersonId } from '../../base/ids';
import type { Plan } from '../../domain/plan/plan';
import { pinnedKeysOf, type TrustedKeys } from '../../domain/round/opening/trust';

/** The keys of the people of a plan, by id. */
type KeyOf = (person: string) => SigningKey;

/** Who opens a round: the office, and the second who countersigns, or nobody yet; by whose keys. */
export type Opening = { keyOf: KeyOf; second?: string | undefined };

/** `at`: real time, where the server has another than this machine. */
export const openerBy = ({ keyOf, second }: Opening, at?: number): Opener => ({
  by: PersonId.parse('office'),
  sign: ['office', ...(second === undefined ? [] : [second])].map(
    (person) => (statement) => sign(statement, keyOf(person), 'opening'),
  ),
  ...(at !== undefined && { at }),
});

/** The pins of a body with those of a plan. */
export const pinnedToo = (pins: TrustedKeys, { bodyId, roster }: Plan): TrustedKeys =>
  bodyId === undefined ? pins : { ...pins, [bodyId]: [...(pins[bodyId] ?? []), ...pinnedKeysOf(roster)] };
