import type { PersonId } from '../../base/ids';
import type { Refusal } from '../refusal';
import { personIn } from './offices';
import type { Roster } from './roster';

/** Why the author of a command is not known, or may not act for the person named in it. */
export const deputyRefusal = (
  { by, onBehalfOf }: { by: PersonId; onBehalfOf?: PersonId | undefined },
  roster: Roster,
): Refusal | undefined => {
  if (!personIn(roster, by)) return { type: 'UnknownPerson', person: by };
  if (onBehalfOf === undefined) return undefined;
  const principal = personIn(roster, onBehalfOf);
  if (!principal) return { type: 'UnknownPerson', person: onBehalfOf };
  return principal.deputies.includes(by) ? undefined : { type: 'NotDeputy', by, onBehalfOf };
};
