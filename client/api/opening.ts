import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { encodeBase64url } from '../../base/base64url';
import type { PersonId } from '../../base/ids';
import { genesisOf, type OpeningContent, OpeningStatement } from '../../domain/round/opening/content';
import type { RoundOpening } from '../../workflows/messages';
import { NotBegun, Refused } from './errors';

/** Makes the compact JWS of somebody over a statement. */
export type SignOpening = (statement: OpeningStatement) => string;

/** Who opens a round: the person in whose name it is opened, who signs first, and perhaps the second at once. */
export type Opener = {
  by: PersonId;
  sign: readonly SignOpening[];
  /** By the person's clock, epoch milliseconds. */
  at?: number;
};

/** What two people sign of a content. @throws ZodError where the plan names no body */
const statementOf = (content: OpeningContent, { by, at = Date.now() }: Opener): OpeningStatement =>
  OpeningStatement.parse({
    type: 'open-round',
    id: randomUUID(),
    round: content.head.round,
    bodyId: content.head.bodyId,
    genesis: genesisOf(content),
    by,
    at: new Date(at).toISOString(),
  });

/** The opening of a round; signed by nobody where nobody opens it, as a claimed one is. */
export const newOpening = (
  content: Omit<OpeningContent, 'nonce'>,
  opener: Opener | undefined,
): RoundOpening => {
  const nonce = encodeBase64url(randomBytes(16));
  const { namespace } = content;
  if (!opener) return { namespace, nonce, signatures: [] };
  const statement = statementOf({ ...content, nonce }, opener);
  return { namespace, nonce, signatures: opener.sign.map((sign) => sign(statement)) };
};

/** How long the check of an opening may take before a command is refused, and how often to look; in ms. */
const CHECKED_WITHIN = 10_000;
const PAUSE = 100;

/** It has not had its first task, or nobody is waited for: the first check is under way. */
const isBeginning = (error: unknown): boolean =>
  error instanceof NotBegun ||
  (error instanceof Refused && error.refusal.type === 'RoundNotOpen' && error.refusal.people.length === 0);

/** Tells a round or an item something, again where it is just beginning: that takes a moment after an import. */
export const onceBegun = async <T>(telling: () => Promise<T>): Promise<T> => {
  for (const end = Date.now() + CHECKED_WITHIN; ;) {
    try {
      return await telling();
    } catch (error) {
      if (!isBeginning(error) || Date.now() > end) throw error;
    }
    await sleep(PAUSE);
  }
};
