import type { LogEntry } from '../domain/item/log';
import type { RoundCommandType } from '../domain/round/command';
import type { RoundEvent } from '../domain/round/event';
import { NOW } from '../testing/item';
import { type NamedKey, keyNamed } from '../testing/keys';
import { aRoundCommand } from '../testing/round';
import { SignedRound } from '../testing/signed-round';
import { at, PEOPLE } from '../testing/world';
import { signed, keysByOfficeIn as ofItem } from './item/check-signatures';
import type { RoundContent } from './round/read';
import { keysByOfficeIn, signedByKeys } from './round/check-signatures';

const { handler, head, office, oversight } = PEOPLE;
const NEXT = keyNamed('next');
const FORCE = at('2021-05-12', '00:00');
const material = ({ kid, x }: NamedKey = NEXT) => ({ kid, x });

/** What the checks of a bag look at. */
const recordOf = (round: SignedRound, log: readonly LogEntry<RoundEvent>[] = round.life.log) => {
  const { roster, policy, round: id } = round.life.head;
  return { round: { round: id }, log, people: roster, policy, planImported: { policy } } as never;
};
const itemOf = (
  round: SignedRound,
  change: (log: readonly LogEntry[]) => readonly LogEntry[] = (log) => log,
) => {
  const { state, log, context } = round.item();
  return { item: state, log: change(log), people: context.roster, policy: context.policy } as never;
};

const typesOf = (faults: readonly { type: string }[]) => faults.map(({ type }) => type);

const renewal = (more: object = {}) =>
  keyNamed(handler).sign({ type: 'renew-key', person: handler, ...material(), ...more }, 'key');
const at0 = new Date(NOW).toISOString();

const endorsed = () => {
  const round = new SignedRound();
  round.order('replace-key', NOW, { key: material(), endorsed: renewal({ round: '2021-03', at: at0 }) });
  return round;
};

const countersigned = () => {
  const round = new SignedRound();
  round.second(round.propose(NEXT, NOW), head, NOW);
  round.pass(FORCE);
  return round;
};

test.each([
  ['the old key has signed', endorsed],
  ['two people have signed for', countersigned],
])('a key that %s holds in the records of round and item', (_, make) => {
  const round = make();
  expect(signedByKeys(recordOf(round))).toEqual([]);
  expect(signed(itemOf(round))).toEqual([]);
  expect([...keysByOfficeIn(recordOf(round)), ...ofItem(itemOf(round))]).toEqual([]);
});

/** A command that is carried out whatever speaks against it, as an older version did. */
const takenBefore = (more: object) => {
  const round = new SignedRound();
  const command = aRoundCommand('replace-key', NOW, { key: material(), ...more });
  round.life.carryOut(command, NOW, { identity: 'signed', jws: keyNamed(office).sign(command) });
  round.settle(NOW);
  return round;
};

test('one that the office alone has replaced, as older versions let it, holds and is named', () => {
  const round = takenBefore({});
  expect(signedByKeys(recordOf(round))).toEqual([]);
  expect(signed(itemOf(round))).toEqual([]);
  expect(keysByOfficeIn(recordOf(round))).toEqual([2]);
  expect(ofItem(itemOf(round))).toEqual([2]);
});

/** The office does something alone, whatever speaks against it, as an older version let it. */
const alone = (by: string, type: RoundCommandType, more: object, keyless: readonly string[] = []) => {
  const round = new SignedRound(keyless);
  const { roster } = round.life.head;
  const command = aRoundCommand(type, NOW, { by, ...more });
  round.life.carryOut(command, NOW, { identity: 'signed', jws: keyNamed(by).sign(command) });
  round.settle(NOW);
  const record: RoundContent = recordOf(round);
  const planImported = { policy: round.life.head.policy, roster } as never;
  return keysByOfficeIn({ ...record, planImported });
};

test.each<[string, RoundCommandType, (person: string) => object, readonly string[]]>([
  ['revoked', 'revoke-key', (person) => ({ person, kid: keyNamed(person).kid }), []],
  ['given for the first time', 'replace-key', (person) => ({ person, key: material() }), [head, oversight]],
])(
  'a key of head or oversight that the office alone has %s is named, not one of others',
  (_, type, fields, keyless) => {
    for (const person of [head, oversight]) expect(alone(office, type, fields(person), keyless)).toEqual([2]);
    expect(alone(office, type, fields(handler), [handler, ...keyless])).toEqual([]);
  },
);

test('what head and oversight have done to each other is not named, a place that the office alone has taken is', () => {
  const revoking = { person: oversight, kid: keyNamed(oversight).kid };
  expect(alone(head, 'revoke-key', revoking)).toEqual([]);
  const replacing = { person: head, successor: oversight, people: [] };
  expect(alone(oversight, 'replace-person', { ...replacing, successor: office })).toEqual([]);
  expect(alone(office, 'replace-person', replacing)).toEqual([2]);
});

test('a first key is nobody else to agree to', () => {
  const round = takenBefore({ person: PEOPLE.leader });
  expect(keysByOfficeIn(recordOf(round))).toEqual([]);
});

test('the agreement of another key is a fault', () => {
  const endorsement = keyNamed(head).sign({ type: 'renew-key', person: handler, ...material() }, 'key');
  const round = takenBefore({ endorsed: endorsement });
  expect(typesOf(signedByKeys(recordOf(round)))).toEqual(['key-unagreed']);
  expect(typesOf(signed(itemOf(round)))).toEqual(['key-unagreed']);
});

const withRenewal = (more: object) => takenBefore({ endorsed: renewal(more) });

test('an agreement of an older version, which names no round, holds', () => {
  const round = withRenewal({});
  expect(signedByKeys(recordOf(round))).toEqual([]);
  expect(signed(itemOf(round))).toEqual([]);
});

test.each<[string, object]>([
  ['another round', { round: '2021-04', at: at0 }],
  ['another opening', { round: '2021-03', genesis: 'b'.repeat(64), at: at0 }],
  ['another time', { round: '2021-03', at: '2021-04-01T00:00:00Z' }],
])('an agreement for %s is a fault in the records of round and item', (_, more) => {
  const round = withRenewal(more);
  const opening = { genesis: 'a'.repeat(64) };
  const opened = (record: object) => ({ ...record, opening }) as never;
  expect(typesOf(signedByKeys(opened(recordOf(round))))).toEqual(['key-unagreed']);
  expect(typesOf(signed(opened(itemOf(round))))).toEqual(['key-unagreed']);
});

test('a second signature that is missing, of the same key, or too early is a fault', () => {
  const round = countersigned();
  const log = round.life.log;
  const without = log.filter(({ event }) => event.type !== 'key-countersigned');
  expect(typesOf(signedByKeys(recordOf(round, without)))).toContain('key-unagreed');
  const early = log.map((entry) =>
    entry.event.type === 'key-replaced' ? { ...entry, at: (FORCE - 1) as typeof FORCE } : entry,
  );
  expect(typesOf(signedByKeys(recordOf(round, early)))).toContain('key-unagreed');
  const by = (second: string, jws: (said: string) => string) => (all: readonly LogEntry[]) =>
    all.map((entry) => {
      const { author } = entry;
      if (author?.identity !== 'signed' || !author.countersigned) return entry;
      const changed = { ...author.countersigned, by: second as typeof head, jws: jws(author.jws) };
      return { ...entry, author: { ...author, countersigned: changed } };
    });
  const said = (jws: string) =>
    JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString()) as object;
  for (const change of [
    by(head, (jws) => jws),
    by(oversight, (jws) => keyNamed(head).sign(said(jws))),
    by(handler, (jws) => keyNamed(handler).sign(said(jws))),
    by(head, () => keyNamed(head).sign({ other: true })),
  ])
    expect(typesOf(signed(itemOf(round, change)))).toEqual(['key-unagreed']);
  const one = (all: readonly LogEntry[]) =>
    all.map((entry) => {
      const { author } = entry;
      if (author?.identity !== 'signed') return entry;
      const { countersigned: _, ...alone } = author;
      return { ...entry, author: alone };
    });
  expect(typesOf(signed(itemOf(round, one)))).toContain('key-unagreed');
});

test.each<[string, object]>([
  ['that never was', { proposed: 99 }],
  ['that is no proposal', { proposed: 1 }],
  ['for another person', { person: head }],
  ['of another key', { kid: keyNamed('forged').kid }],
])('the outcome of a proposal %s is a fault of its entry', (_, more) => {
  const round = countersigned();
  const log = round.life.log.map((entry) =>
    entry.event.type === 'key-replaced' ? { ...entry, event: { ...entry.event, ...more } } : entry,
  );
  const file = 'data/log.ndjson';
  const seq = log.at(-1)?.seq;
  expect(signedByKeys(recordOf(round, log))).toEqual([{ type: 'key-unagreed', file, seq }]);
});

test('a proposal that was revoked, or is carried out a second time, has no outcome', () => {
  const round = countersigned();
  const [last] = round.life.log.slice(-1);
  if (last?.event.type !== 'key-replaced') throw new Error('no outcome');
  const again = [...round.life.log, { ...last, seq: last.seq + 1 }];
  expect(typesOf(signedByKeys(recordOf(round, again)))).toEqual(['key-unagreed']);
  const revoked = { type: 'key-revoked', person: handler, kid: NEXT.kid, reason: '作废' } as const;
  const without = [...round.life.log.slice(0, -1), { ...last, event: revoked }, last];
  expect(typesOf(signedByKeys(recordOf(round, without)))).toContain('key-unagreed');
});
