import type { z } from 'zod';
import type { PersonId } from '../../base/ids';
import type { Instant } from '../calendar/zone';
import { readCanonical } from './canonical-text';
import { parseJws, type Jws, type SignedKind } from './jws';
import type { KeyId, PublicKey } from './key';
import { openSigned, type SignatureFault } from './signed';

/*
 * What needs two people: the first signs a statement, which then waits, and the second signs exactly the same text with a
 * key of their own. The two compact JWS differ in `kid` and signature alone.
 */

/** Somebody who may sign, in which of the roles that count here, and with which keys. */
export type Party<R extends string> = {
  person: PersonId;
  roles: readonly R[];
  keys: readonly PublicKey[];
};

/** One signature, and when it arrived: in the time of the keys' dates. */
export type Received = { jws: string; at: Instant };

/** Who has signed, in which role and by which key. */
export type Signer<R extends string> = { person: PersonId; role: R; kid: KeyId; x: string; at: Instant };

/** The two roles that must have signed, each given by any one of its list. */
export type Required<R extends string> = readonly [one: readonly R[], other: readonly R[]];

/** Why signatures are not those of two people, in the order of the checks. */
export type CountersignFault =
  | 'unsigned'
  | 'too-many-signatures'
  | SignatureFault
  /** Two people of the roster have the key. */
  | 'key-of-several'
  /** Correctly signed, but nothing that could be meant here. */
  | 'not-a-statement'
  /** The second has signed another text than the first. */
  | 'payloads-differ'
  /** The first signature is not that of the person in whose name the statement is made. */
  | 'not-by-its-author'
  | 'same-key'
  | 'same-person'
  /** Two people have signed, but not one of each of the two roles. */
  | 'wrong-roles';

/** `missing`: the roles of whom one has still to sign; empty where both have. */
export type Countersigned<T, R extends string> = {
  statement: T;
  signers: Signer<R>[];
  missing: readonly R[];
};

type Terms<T, R extends string> = {
  kind: SignedKind;
  schema: z.ZodType<T>;
  parties: readonly Party<R>[];
  required: Required<R>;
};

type Found<R extends string> = { party: Party<R>; kid: KeyId; x: string; at: Instant; payload: string };

const faulty = (fault: SignatureFault | CountersignFault): { fault: CountersignFault } => ({ fault });

const signerOf = <R extends string>(
  { jws, at }: Received,
  { kind, parties }: Pick<Terms<unknown, R>, 'kind' | 'parties'>,
): Found<R> | { fault: CountersignFault } => {
  const parsed: Jws | { fault: SignatureFault } = parseJws(jws, kind);
  if ('fault' in parsed) return parsed;
  const { kid } = parsed.header;
  const owners = parties.filter(({ keys }) => keys.some((key) => key.kid === kid));
  if (new Set(owners.map(({ person }) => person)).size > 1) return faulty('key-of-several');
  const [party] = owners;
  const x = party?.keys.find((key) => key.kid === kid)?.x;
  if (!party || x === undefined) return faulty('unknown-key');
  const opened = openSigned(jws, party.keys, at, 'check', kind);
  return 'fault' in opened ? opened : { party, kid, x, at, payload: parsed.payload };
};

const roleIn = <R extends string>({ party }: Found<R>, roles: readonly R[]): R | undefined =>
  roles.find((role) => party.roles.includes(role));

/** Who signs for which of the two, whichever came first; undefined where they do not make both. */
const rolesOf = <R extends string>(
  first: Found<R>,
  second: Found<R>,
  [one, other]: Required<R>,
): [R, R] | undefined => {
  for (const [a, b] of [
    [one, other],
    [other, one],
  ] as const) {
    const [role, next] = [roleIn(first, a), roleIn(second, b)];
    if (role !== undefined && next !== undefined) return [role, next];
  }
  return undefined;
};

const asSigner = <R extends string>({ party, kid, x, at }: Found<R>, role: R): Signer<R> => ({
  person: party.person,
  role,
  kid,
  x,
  at,
});

/** Of one signature: what it may stand for, and who is still missing. */
const waiting = <T, R extends string>(
  statement: T,
  first: Found<R>,
  [one, other]: Required<R>,
): Countersigned<T, R> | { fault: CountersignFault } => {
  const [asOne, asOther] = [roleIn(first, one), roleIn(first, other)];
  const role = asOne ?? asOther;
  if (role === undefined) return faulty('wrong-roles');
  const missing = [...(asOne === undefined ? [] : other), ...(asOther === undefined ? [] : one)];
  return { statement, signers: [asSigner(first, role)], missing };
};

/**
 * Who has signed a statement, and who is still missing; or the first thing that is wrong. A statement names in `by` the
 * person in whose name it is made, who is the first to sign. Never throws.
 */
export const checkCountersigned = <T extends { by: PersonId }, R extends string>(
  signatures: readonly Received[],
  terms: Terms<T, R>,
): Countersigned<T, R> | { fault: CountersignFault } => {
  if (signatures.length > 2) return faulty('too-many-signatures');
  const found: Found<R>[] = [];
  for (const signature of signatures) {
    const one = signerOf(signature, terms);
    if ('fault' in one) return one;
    found.push(one);
  }
  const [first, second] = found;
  if (!first) return faulty('unsigned');
  const { data: statement } = terms.schema.safeParse(readCanonical(first.payload)?.value);
  if (statement === undefined) return faulty('not-a-statement');
  if (second && second.payload !== first.payload) return faulty('payloads-differ');
  if (first.party.person !== statement.by) return faulty('not-by-its-author');
  if (!second) return waiting(statement, first, terms.required);
  if (second.kid === first.kid) return faulty('same-key');
  if (second.party.person === first.party.person) return faulty('same-person');
  const roles = rolesOf(first, second, terms.required);
  if (!roles) return faulty('wrong-roles');
  return { statement, signers: [asSigner(first, roles[0]), asSigner(second, roles[1])], missing: [] };
};
