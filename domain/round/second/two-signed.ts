import { z } from 'zod';
import { checkCountersigned, payloadIn, type Received, type Required } from '../../identity';
import type { PersonId } from '../../../base/ids';
import type { Refusal } from '../../refusal';
import { Amend, ProposeKey, UndoImport } from '../command';
import { holdersOf } from '../offices';
import type { Roster } from '../roster';
import type { SecondFault } from './faults';
import type { TwoSignedType } from './types';
import { openingParties, type OpeningOffice, type OpeningSigner } from '../two-offices';

/*
 * Commands that take two people: one of the office gives it, it waits, and one of another office signs the same text. A new key waits
 * on for a working day (`keys/`); everything else is carried out as soon as it has both.
 */

/** Every command that can wait for a second signature. */
export const TwoSigned = z.discriminatedUnion('type', [ProposeKey, Amend, UndoImport]);
export type TwoSigned = z.infer<typeof TwoSigned>;

/** The offices of which one signs after the office. */
const SECOND: Readonly<Record<TwoSignedType, readonly OpeningOffice[]>> = {
  'propose-key': ['head', 'oversight'],
  amend: ['head'],
  'undo-import': ['head'],
};

/** What two people have signed: the command, and who they are. */
export type SignedByTwo = { command: TwoSigned; signers: OpeningSigner[] };

/** The command that a text says, whoever has signed it. */
export const statedIn = (jws: string): TwoSigned | { fault: SecondFault } => {
  const said = payloadIn(jws);
  if ('fault' in said) return said;
  return TwoSigned.safeParse(said.payload).data ?? { fault: 'not-a-statement' };
};

const requiredFor = (first: Received | undefined): Required<OpeningOffice> => {
  const stated = first && statedIn(first.jws);
  return [['office'], SECOND[stated && !('fault' in stated) ? stated.type : 'propose-key']];
};

/** Nobody gives the second signature for what would be theirs. */
const isOwn = (command: TwoSigned, person: PersonId): boolean =>
  command.type === 'propose-key' && person === command.person && person !== command.by;

/**
 * Who has signed a command, by what a roster says now: one of the office, and one of those who sign after it. Their keys are
 * looked at as they were when each signature arrived.
 */
export const signedByTwo = (
  signatures: readonly Received[],
  roster: Roster,
): SignedByTwo | { fault: SecondFault } => {
  const found = checkCountersigned(signatures, {
    kind: 'command',
    schema: TwoSigned,
    parties: openingParties(roster),
    required: requiredFor(signatures[0]),
  });
  if ('fault' in found) return found;
  const { statement: command, signers, missing } = found;
  if (missing.length > 0) return { fault: 'wrong-roles' };
  return signers.some(({ person }) => isOwn(command, person)) ? { fault: 'own-case' } : { command, signers };
};

/** That the second signature under a text does not count: of a new key it is said in words of its own. */
export const notByTwo = (jws: string | undefined, fault: SecondFault): Refusal => {
  const stated = jws === undefined ? undefined : statedIn(jws);
  return stated === undefined || 'fault' in stated || stated.type === 'propose-key'
    ? { type: 'UntrustedKey', fault }
    : { type: 'NotCountersigned', command: stated.type, fault };
};

/** Who may give the second signature to a command of somebody; whoever may sign second can also be the first. */
export const secondsFor = (type: TwoSignedType, by: PersonId, roster: Roster): PersonId[] => {
  const isOf = (office: OpeningOffice) => holdersOf(office, roster).includes(by);
  const offices = [
    ...(isOf('office') ? SECOND[type] : []),
    ...(SECOND[type].some(isOf) ? (['office'] as const) : []),
  ];
  const people = offices.flatMap((office) => holdersOf(office, roster));
  return [...new Set(people)].filter((one) => one !== by);
};
