import { REAL_TIME } from '../domain/calendar/clock';
import { instant } from '../domain/calendar/zone';
import type { Received } from '../domain/identity';
import { BodyId, ItemNumber, type PersonId } from '../base/ids';
import { genesisOf, type OpeningContent, OpeningStatement } from '../domain/round/opening/content';
import type { OpeningOrder, OpeningTrust } from '../domain/round/opening/judge';
import { openingParties, type OpeningOffice } from '../domain/round/two-offices';
import { keyNamed } from './keys';
import { aHead } from './round';
import { CALENDAR, PEOPLE, planned, POLICY, ROSTER } from './world';

/** The opening of a round whose people have keys of their names. */

export const BODY = BodyId.parse('dg-emergency');

/** When the round was started. */
export const STARTED = Date.parse('2021-05-06T01:00:00Z');

const KEYED = {
  ...ROSTER,
  people: ROSTER.people.map((one) => ({ ...one, keys: keyNamed(one.id).ring })),
};

export const CONTENT: OpeningContent = {
  head: aHead({ bodyId: BODY, roster: KEYED, policy: { ...POLICY, identity: 'signed' } }),
  items: ['1.2', '2.1', '2.2'].map((number) => planned({ number: ItemNumber.parse(number) })),
  calendar: CALENDAR,
  clock: REAL_TIME,
  namespace: 'default',
  nonce: 'n'.repeat(22),
};

export const aStatement = (more: object = {}): OpeningStatement =>
  OpeningStatement.parse({
    type: 'open-round',
    id: '00000000-0000-4000-8000-000000000001',
    round: CONTENT.head.round,
    bodyId: BODY,
    genesis: genesisOf(CONTENT),
    by: PEOPLE.office,
    at: new Date(STARTED).toISOString(),
    ...more,
  });

export const received = (...signatures: string[]): Received[] =>
  signatures.map((jws) => ({ jws, at: instant(STARTED) }));

/** The signatures of these people over one statement. */
export const signedBy = (people: readonly PersonId[], statement: object = aStatement()): Received[] =>
  received(...people.map((person) => keyNamed(person).sign(statement, 'opening')));

export const anOrder = (more: Partial<OpeningOrder> = {}): OpeningOrder => ({
  round: CONTENT.head.round,
  bodyId: BODY,
  identity: 'signed',
  parties: openingParties(CONTENT.head.roster),
  genesis: genesisOf(CONTENT),
  signatures: signedBy([PEOPLE.office, PEOPLE.head]),
  workflow: { expected: 'round/2021-03', found: 'round/2021-03' },
  startedAt: STARTED,
  ...more,
});

const pin = (person: PersonId, office: OpeningOffice) => {
  const { kid, x } = keyNamed(person);
  return { person, office, kid, x };
};

export const TRUST: OpeningTrust = {
  pins: {
    [BODY]: [pin(PEOPLE.office, 'office'), pin(PEOPLE.head, 'head'), pin(PEOPLE.oversight, 'oversight')],
  },
  allowsClaimed: false,
};
