import { NOW } from '../../testing/item';
import { keyNamed, type NamedKey } from '../../testing/keys';
import { aRoundCommand } from '../../testing/round';
import { SignedRound } from '../../testing/signed-round';
import { at, PEOPLE } from '../../testing/world';
import { asTold } from './check-in-force';

const { handler, head, oversight } = PEOPLE;
const NEXT = keyNamed('next');
const FORGED = keyNamed('forged');

/** The record of a round that began with the plan as it was before anything happened. */
const recordOf = (
  live: (round: SignedRound) => void,
  change: (people: object[]) => object[] = (all) => all,
) => {
  const round = new SignedRound();
  const planImported = { ...round.life.head };
  live(round);
  const { log, head: last } = round.life;
  const people = { ...last.roster, people: change([...last.roster.people]) };
  return { planImported, opening: { calendar: round.life.calendar }, people, log } as never;
};

const replaced = (round: SignedRound) => {
  round.second(round.propose(NEXT, NOW), head, NOW);
  round.pass(at('2021-05-12', '00:00'));
};

test.each<[string, (round: SignedRound) => void]>([
  ['nothing happened', () => undefined],
  ['two people have replaced a key', replaced],
  ['a key was revoked', (round) => void round.order('revoke-key', NOW, { kid: keyNamed(handler).kid })],
  ['people were registered', (round) => void round.order('register-people', NOW)],
])('where %s, the keys are those of the plan and the log', (_, live) => {
  expect(asTold(recordOf(live))).toEqual([]);
});

const of = (person: string, keys: (ring: object[]) => object[]) => (people: object[]) =>
  (people as { id: string; keys?: object[] }[]).map((one) =>
    one.id === person ? { ...one, keys: keys(one.keys ?? []) } : one,
  );

test.each([head, oversight])('a key that somebody has added to %s is named', (person) => {
  const record = recordOf(
    replaced,
    of(person, (ring) => [...ring, ...FORGED.ring]),
  );
  const fault = { type: 'key-untold', file: 'data/people.json', person, kid: FORGED.kid };
  expect(asTold(record)).toEqual([fault]);
});

describe('a key that comes by a command', () => {
  const { office, leader } = PEOPLE;
  const { kid, x } = FORGED;

  /** The record of a round whose log has a command more that gives somebody the forged key. */
  const withCommand = (by: string, signer: NamedKey, owner: string, when = NOW, more: object = {}) => {
    const command = aRoundCommand('replace-key', when, { by, person: owner, key: { kid, x }, ...more });
    const author = { by, command: command.id, identity: 'signed', jws: signer.sign(command) };
    const event = { type: 'key-replaced', person: owner, kid };
    const record = recordOf(
      () => undefined,
      of(owner, (ring) => [...ring.map((key) => ({ ...key, until: when })), { kid, x, from: when }]),
    ) as unknown as { log: object[] };
    return {
      ...record,
      log: [...record.log, { seq: record.log.length + 1, at: when, event, author }],
    } as never;
  };

  test('of the office, signed by a key that it had, is told', () => {
    expect(asTold(withCommand(office, keyNamed(office), leader))).toEqual([]);
  });

  test.each([head, handler])('of the office alone, to %s who has one, is not', (owner) => {
    const faults = asTold(withCommand(office, keyNamed(office), owner));
    expect(faults).toContainEqual({ type: 'key-untold', file: 'data/people.json', person: owner, kid });
  });

  test('of the office is told where the old key has signed for it, not where another has', () => {
    const by = (signer: NamedKey) => {
      const signed = signer.sign({ type: 'renew-key', person: head, kid, x }, 'key');
      const faults = asTold(withCommand(office, keyNamed(office), head, NOW, { endorsed: signed }));
      return faults.some((fault) => 'kid' in fault && fault.kid === kid);
    };
    expect(by(keyNamed(head))).toBe(false);
    expect(by(FORGED)).toBe(true);
  });

  test('of the office alone is not, where it is the first of the head or of oversight', () => {
    const record = withCommand(office, keyNamed(office), head) as unknown as {
      planImported: { roster: { people: { id: string }[] } };
    };
    const people = record.planImported.roster.people.map((one) =>
      one.id === head ? { ...one, keys: [] } : one,
    );
    const planImported = { ...record.planImported, roster: { ...record.planImported.roster, people } };
    const fault = { type: 'key-untold', file: 'data/people.json', person: head, kid };
    expect(asTold({ ...(record as object), planImported } as never)).toContainEqual(fault);
  });

  test.each<[string, string, NamedKey, string]>([
    ['signed by the key that it brings', head, FORGED, head],
    ['signed by that key in the name of the office', office, FORGED, head],
    ['of somebody who has no right to it', handler, keyNamed(handler), head],
    ['of nobody in the round', 'nobody', FORGED, head],
  ])('%s is not: the key is named', (_, by, signer, owner) => {
    const faults = asTold(withCommand(by, signer, owner));
    expect(faults).toContainEqual({ type: 'key-untold', file: 'data/people.json', person: owner, kid });
  });
});

describe('a key for which two have signed', () => {
  const { office, leader } = PEOPLE;
  const { kid, x } = FORGED;
  const DUE = at('2021-05-12', '00:00');

  /** The record of a round whose log has a proposal by one, the signature of another, and its outcome */
  const withProposal = (first: string, second: string, due = DUE) => {
    const command = aRoundCommand('propose-key', NOW, { by: first, person: handler, key: { kid, x } });
    const author = (by: string) => ({
      by,
      command: command.id,
      identity: 'signed',
      jws: keyNamed(by).sign(command),
    });
    const named = { person: handler, kid };
    const record = recordOf(replaced) as unknown as { log: object[]; people: object; planImported: object };
    const [{ seq = 0 } = {}] = record.log.slice(-1) as { seq?: number }[];
    const proposed = seq + 1;
    const entries = [
      {
        at: NOW,
        event: { type: 'key-proposed', ...named, x, until: DUE + 1 },
        author: author(first),
      },
      {
        at: NOW,
        event: { type: 'key-countersigned', ...named, proposed, from: due },
        author: author(second),
      },
      { at: due, event: { type: 'key-replaced', ...named, proposed } },
    ].map((entry, index) => ({ seq: proposed + index, ...entry }));
    return { ...record, log: [...record.log, ...entries] } as never;
  };

  const told = (record: never): string[] =>
    asTold(record).flatMap((fault) => ('kid' in fault && fault.kid === kid ? [fault.kid] : []));

  test('of the office and the head, is told, whoever leaves it out of the roster', () => {
    expect(told(withProposal(office, head))).toEqual([kid]);
  });

  test('gives nobody a key sooner than a whole working day later, whatever the log says', () => {
    expect(told(withProposal(office, head, at('2021-05-11', '23:59')))).toEqual([]);
  });

  test.each([
    ['by two who hold no office', handler, leader],
    ['by one of the office and somebody without', office, leader],
    ['by the head alone', head, head],
  ])('%s gives nobody a key', (_, first, second) => {
    expect(told(withProposal(first, second))).toEqual([]);
  });
});

test('so is one that was taken out, and one whose dates are others', () => {
  const fault = { type: 'key-untold', file: 'data/people.json', person: handler, kid: NEXT.kid };
  const isNext = (key: object) => 'kid' in key && key.kid === NEXT.kid;
  for (const change of [
    (ring: object[]) => ring.filter((key) => !isNext(key)),
    (ring: object[]) => ring.map((key) => (isNext(key) ? { ...key, from: 0 } : key)),
  ])
    expect(asTold(recordOf(replaced, of(handler, change)))).toEqual([fault]);
});

test.each<[string, (roster: { head: string; people: { id: string; deputies: string[] }[] }) => void]>([
  ['head', (roster) => void (roster.head = handler)],
  [head, ({ people }) => void people.find(({ id }) => id === head)?.deputies.push(handler)],
  [oversight, (roster) => void (roster.people = roster.people.filter(({ id }) => id !== oversight))],
])('%s, whom the people name otherwise than plan and log, is named', (field, change) => {
  const record = recordOf(replaced) as unknown as { people: never };
  const people = structuredClone(record.people);
  change(people);
  const fault = { type: 'summary-differs', file: 'data/people.json', field };
  expect(asTold({ ...record, people } as never)).toContainEqual(expect.objectContaining(fault));
});

test('a plan whose roster cannot be followed gives nobody a key, and is no error', () => {
  const record = recordOf(replaced) as unknown as { planImported: { roster: object } };
  const planImported = { ...record.planImported, roster: { people: [] } };
  const faults = asTold({ ...record, planImported } as never);
  expect(faults).toContainEqual(expect.objectContaining({ type: 'key-untold', person: head }));
});

test.each(['policy', 'calendar'])(
  'a %s that somebody has changed under the same version is named',
  (field) => {
    const record = recordOf(replaced) as unknown as { planImported: object; opening: object };
    const inForce = { ...record.planImported, ...record.opening } as unknown as Record<string, object>;
    expect(asTold({ ...record, [field]: inForce[field] } as never)).toEqual([]);
    const fault = { type: 'summary-differs', file: `data/${field}.json`, field };
    expect(asTold({ ...record, [field]: { ...inForce[field], forged: 1 } } as never)).toMatchObject([fault]);
  },
);
