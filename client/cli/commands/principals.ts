import type { PersonId } from '../../../base/ids';
import type { Refusal } from '../../../domain/refusal';
import type { Roster } from '../../../domain/round/roster';
import type { Principal } from '../../api/errors';

type Given = { by: PersonId; onBehalfOf?: PersonId | undefined };

/**
 * For whom a person could have given a command that is not theirs to give: those who have named them as their deputy,
 * and for whom it would not be refused.
 */
export const principalsFor = <C extends Given>(
  command: C,
  refusal: Refusal,
  { people }: Pick<Roster, 'people'>,
  isRefused: (command: C) => boolean,
): Principal[] =>
  refusal.type !== 'NotAuthorised' || command.onBehalfOf !== undefined
    ? []
    : people
        .filter(({ deputies }) => deputies.includes(command.by))
        .filter(({ id }) => !isRefused({ ...command, onBehalfOf: id }))
        .map(({ id, name }) => ({ id, name }));
