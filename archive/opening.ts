import { z } from 'zod';
import { PersonId, type RoundId, Sha256 } from '../base/ids';
import { Clock } from '../domain/calendar/clock';
import { Instant, instant } from '../domain/calendar/zone';
import { kidOf } from '../domain/identity';
import { KeyId, type KeyRing, thumbprint } from '../domain/identity/key';
import type { LogEntry } from '../domain/item/log';
import { PlannedItem } from '../domain/plan/plan';
import { Nonce } from '../domain/round/opening/content';
import type { OpeningFault } from '../domain/round/opening/judge';
import { checkOpeningSigned } from '../domain/round/opening/signers';
import { OPENING_OFFICES, type OpeningSigner } from '../domain/round/two-offices';
import { isPinned, type PinnedKey, type TrustedKeys } from '../domain/round/opening/trust';
import { forAnOpening } from './binding';
import { SignedAuthor } from './signed-author';

/** Where the bag of an item, or of a round, keeps how the round was opened. Older bags, and claimed ones, have none. */
export const OPENING_FILE = 'data/opening.json';

/** A signature is checked with `x`, and its author is known by `kid`: so that must be the name of `x`. */
const SomeSigner: z.ZodType<OpeningSigner> = z
  .object({
    person: PersonId,
    role: z.enum(OPENING_OFFICES),
    kid: KeyId,
    x: z.string(),
    at: Instant,
  })
  .refine(({ kid, x }) => kid === thumbprint(x), { path: ['kid'], message: 'is not the thumbprint of x' });

const Recorded = z.looseObject({
  genesis: Sha256,
  signatures: z.array(z.string()).max(2),
  signers: z.array(SomeSigner).max(2),
});
type Recorded = z.infer<typeof Recorded>;

/** What the bag of an item has of it. */
export const ItemOpeningFile = Recorded.extend({
  /** That it was imported with the plan. */
  proof: z
    .object({
      index: z.number().int().nonnegative(),
      size: z.number().int().positive(),
      path: z.array(Sha256).max(16),
    })
    .optional(),
  /** Instead, of an item that was added later: the amendment that has added it. */
  added: SignedAuthor.extend({ at: Instant }).optional(),
  planned: PlannedItem.optional(),
  /** Of a drill; bags of older versions have none. */
  clock: Clock.optional(),
});

/** What the bag of a round has of it: with its plan, everything that was signed. */
export const RoundOpeningFile = Recorded.extend({
  namespace: z.string(),
  nonce: Nonce,
  clock: z.unknown(),
  calendar: z.unknown(),
});

/** What is wrong with an opening in a bag. */
export type OpeningRecordFault =
  /** The signatures do not open this round. */
  | { type: 'opening-bad'; file: string; fault: OpeningFault }
  /** What was signed is not what the bag holds. */
  | { type: 'opening-differs'; file: string }
  /** Who has signed is not in `people.json` with that key. */
  | { type: 'opening-signer-unknown'; file: string; person: PersonId }
  /** There is none, though the command of entry `seq` was signed for one, or the bag `beside` has it; or else though the reader has named whom they trust. */
  | { type: 'opening-missing'; file: string; seq?: number; beside?: string }
  /** The key is none of those that the reader trusts to open rounds of the body. */
  | { type: 'opening-not-pinned'; file: string; person: PersonId }
  /** The log of the round beside does not have the amendment that is to have added the item. */
  | { type: 'added-untold'; file: string }
  /** Neither office nor head has signed that amendment by a key that the reader trusts, and no round lies beside that would have it. */
  | { type: 'added-not-pinned'; file: string; person: PersonId };

const bad = (fault: OpeningFault): OpeningRecordFault[] => [
  { type: 'opening-bad', file: OPENING_FILE, fault },
];

type Log = readonly LogEntry<{ type: string }>[];

/** Another policy came in force: whether the round was opened by signatures, the last one does not tell then. */
export const hadOtherPolicy = (log: Log): boolean => log.some(({ event }) => event.type === 'policy-changed');

/**
 * A bag lacks an opening if one of its commands was signed for one: without, nothing would be held to it. Not to be asked of
 * rounds that took people at their word when they began: nobody has signed their opening, though their commands name it.
 */
export const openingLacking = (log: Log): Extract<OpeningRecordFault, { seq?: number }>[] => {
  const [seq] = forAnOpening(log);
  return seq === undefined ? [] : [{ type: 'opening-missing', file: OPENING_FILE, seq }];
};

/** The people that a bag names, with their keys. */
type Known = { people: readonly { id: PersonId; keys?: KeyRing | undefined }[] };

/** Who may have signed, by what the bag says of them. */
const partiesOf = (signers: readonly OpeningSigner[]) =>
  signers.map(({ person, role, kid, x }) => ({
    person,
    roles: [role],
    keys: [{ kid, x, from: instant(0) }],
  }));

/** What was signed, and by whom, by the keys that the bag names. */
const signedIn = ({ signatures, signers }: Recorded) =>
  checkOpeningSigned(
    signatures.map((jws, index) => ({ jws, at: signers[index]?.at ?? instant(0) })),
    partiesOf(signers),
  );

/** The signatures are those of two people with the two offices, over the genesis of this round, by keys that `people` have. */
export const openingSigned = (opening: Recorded, round: RoundId, { people }: Known): OpeningRecordFault[] => {
  const { genesis, signers } = opening;
  const found = signedIn(opening);
  if ('fault' in found) return bad(found.fault);
  if (found.missing.length > 0) return bad('unsigned');
  if (found.statement.round !== round) return bad('other-round');
  if (found.statement.genesis !== genesis) return bad('genesis-differs');
  const strangers = signers.filter(
    ({ person, kid }) =>
      !people.some(({ id, keys = [] }) => id === person && keys.some((key) => key.kid === kid)),
  );
  return strangers.map(({ person }) => ({ type: 'opening-signer-unknown', file: OPENING_FILE, person }));
};

/** Who opened the round of a bag; `pinned`: by keys that the reader trusts, absent where they named none. */
export type OpenedBy = {
  signers: { person: PersonId; role: OpeningSigner['role']; kid: string }[];
  pinned?: boolean;
  /** Of an item that was added later: who has signed the amendment, by which key, and who has countersigned it, if somebody has. */
  added?: { person: PersonId; kid: string | undefined; countersigned?: PersonId };
};

/** The body in whose name a round was opened, by what was signed. */
const bodyIn = (opening: Recorded): string | undefined => {
  const found = signedIn(opening);
  return 'fault' in found ? undefined : found.statement.bodyId;
};

/** The keys that a reader trusts to open rounds of the body in whose name this one was opened. */
export const pinsFor = (opening: Recorded, trusted: TrustedKeys): readonly PinnedKey[] =>
  new Map(Object.entries(trusted)).get(bodyIn(opening) ?? '') ?? [];

type Addition = NonNullable<z.infer<typeof ItemOpeningFile>['added']>;

const adderIn = ({ by, jws, countersigned }: Addition): NonNullable<OpenedBy['added']> => ({
  person: by,
  kid: kidOf(jws),
  ...(countersigned && { countersigned: countersigned.by }),
});

/**
 * Whether office or head have signed an amendment by a pinned key. Who was of the office an item's bag says itself, and nothing else in
 * it proves.
 */
const isAddedByPinned = ({ by, jws, countersigned }: Addition, pins: readonly PinnedKey[]): boolean =>
  [{ by, jws }, ...(countersigned ? [countersigned] : [])].some(({ by: person, jws: signed }) => {
    const kid = kidOf(signed);
    return pins.some((pin) => pin.person === person && pin.kid === kid && pin.office !== 'oversight');
  });

/**
 * Who opened the round, and which of them the reader does not trust; whoever trusts certain keys wants it opened by some. The same of
 * the amendment that has added an item, unless the record of its round has it. `told`: the signatures under which it has made
 * amendments, of two the second.
 */
export const openedBy = (
  opening: (Recorded & { added?: Addition | undefined }) | undefined,
  trusted: TrustedKeys | undefined,
  told?: ReadonlySet<string>,
): { opening?: OpenedBy; faults: OpeningRecordFault[] } => {
  if (!opening) return { faults: trusted ? [{ type: 'opening-missing', file: OPENING_FILE }] : [] };
  const { added } = opening;
  const by: OpenedBy = {
    signers: opening.signers.map(({ person, role, kid }) => ({ person, role, kid })),
    ...(added && { added: adderIn(added) }),
  };
  const untold: OpeningRecordFault[] =
    added && told && !told.has((added.countersigned ?? added).jws)
      ? [{ type: 'added-untold', file: OPENING_FILE }]
      : [];
  if (!trusted) return { opening: by, faults: untold };
  const pins = pinsFor(opening, trusted);
  const strangers = opening.signers.filter((signer) => !isPinned(signer, pins));
  const isStrange = added !== undefined && !told && !isAddedByPinned(added, pins);
  return {
    opening: { ...by, pinned: strangers.length === 0 && by.signers.length > 0 && !isStrange },
    faults: [
      ...strangers.map(({ person }) => ({ type: 'opening-not-pinned' as const, file: OPENING_FILE, person })),
      ...(isStrange ? [{ type: 'added-not-pinned' as const, file: OPENING_FILE, person: added.by }] : []),
      ...untold,
    ],
  };
};
