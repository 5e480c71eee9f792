import type { PersonId } from '../../../base/ids';
import { PEOPLE } from '../../../testing/world';
import { anOrder, aStatement, BODY, CONTENT, signedBy, STARTED, TRUST } from '../../../testing/opening';
import { genesisOf, isProved, type OpeningContent, OpeningTree } from './content';
import { judgeOpening, type OpeningOrder, type OpeningTrust } from './judge';
import { readTrust } from './read-trust';

const { office, head, oversight, archivist } = PEOPLE;

const faultOf = (more: Partial<OpeningOrder>, trust: OpeningTrust = TRUST) => {
  const verdict = judgeOpening(anOrder(more), trust);
  return verdict.outcome === 'refused' ? verdict.fault : undefined;
};

test.each([head, oversight])('office and %s open a round', (second) => {
  const verdict = judgeOpening(anOrder({ signatures: signedBy([office, second]) }), TRUST);
  expect(verdict).toMatchObject({
    outcome: 'opened',
    signers: [
      { person: office, role: 'office' },
      { person: second, role: second === head ? 'head' : 'oversight' },
    ],
  });
});

test('with one signature it waits for the other', () => {
  expect(judgeOpening(anOrder({ signatures: signedBy([office]) }), TRUST)).toMatchObject({
    outcome: 'waiting',
    missing: ['head', 'oversight'],
    signers: [{ person: office }],
  });
});

describe('it is refused', () => {
  const others: Record<string, [Partial<OpeningOrder>, string]> = {
    'of another round': [
      { signatures: signedBy([office, head], aStatement({ round: '2020-01' })) },
      'other-round',
    ],
    'of another body': [
      { signatures: signedBy([office, head], aStatement({ bodyId: 'other-body' })) },
      'other-body',
    ],
    'where something else was started': [
      { genesis: genesisOf({ ...CONTENT, nonce: 'm'.repeat(22) }) },
      'genesis-differs',
    ],
    'under the name of another workflow': [
      { workflow: { expected: 'round/2021-03', found: 'round/2021-04' } },
      'other-workflow',
    ],
    'where the plan names no body': [{ bodyId: undefined }, 'no-body'],
    'without a signature': [{ signatures: [] }, 'unsigned'],
    'signed by the archivist': [{ signatures: signedBy([office, archivist]) }, 'unknown-key'],
    'signed an hour before': [{ startedAt: STARTED + 3_600_001 }, 'stale'],
    'signed an hour after': [{ startedAt: STARTED - 3_600_001 }, 'stale'],
  };
  test.each(Object.entries(others))('%s', (_, [more, fault]) => {
    expect(faultOf(more)).toBe(fault);
  });

  test('where the operator has pinned nothing for the body', () => {
    expect(faultOf({}, { ...TRUST, pins: {} })).toBe('body-not-pinned');
    expect(faultOf({}, { ...TRUST, pins: { [BODY]: [] } })).toBe('body-not-pinned');
  });

  test('where one of the two is not pinned, or in another office, or as somebody else', () => {
    const pins = TRUST.pins[BODY] ?? [];
    const without = (change: (pin: (typeof pins)[number]) => (typeof pins)[number] | undefined) => ({
      ...TRUST,
      pins: { [BODY]: pins.flatMap((pin) => change(pin) ?? []) },
    });
    const atHead = (more: { office?: 'oversight'; person?: PersonId } | undefined) =>
      without((pin) => (pin.person === head ? more && { ...pin, ...more } : pin));
    for (const trust of [
      atHead(undefined),
      atHead({ office: 'oversight' }),
      atHead({ person: PEOPLE.bystander }),
    ])
      expect(judgeOpening(anOrder(), trust)).toEqual({
        outcome: 'refused',
        fault: 'key-not-pinned',
        person: head,
      });
  });
});

test('one good signature does not wait where its key is not pinned', () => {
  expect(faultOf({ signatures: signedBy([office]) }, { ...TRUST, pins: {} })).toBe('body-not-pinned');
});

test('a claimed round is opened only where the operator allows it', () => {
  expect(faultOf({ identity: 'claimed', signatures: [] })).toBe('claimed-not-allowed');
  const allowing = { ...TRUST, allowsClaimed: true };
  expect(judgeOpening(anOrder({ identity: 'claimed', signatures: [] }), allowing)).toEqual({
    outcome: 'opened',
    signers: [],
  });
  expect(faultOf({ signatures: [] }, allowing)).toBe('unsigned');
});

test('a round of an older version is opened where it was started before the date that the operator has set', () => {
  const old = { genesis: undefined, bodyId: undefined, signatures: [] };
  expect(faultOf(old)).toBe('no-opening');
  expect(faultOf(old, { ...TRUST, since: STARTED })).toBe('no-opening');
  expect(faultOf(old, { ...TRUST, since: STARTED + 1 })).toBeUndefined();
});

describe('the genesis', () => {
  const { head: plan, items, clock } = CONTENT;
  const first = items[0];
  if (!first) throw new Error('a plan without items');
  const changed: Record<string, Partial<OpeningContent>> = {
    'an address': {
      head: {
        ...plan,
        roster: {
          ...plan.roster,
          people: plan.roster.people.map((one, at) =>
            at === 0 ? { ...one, address: 'x@example.org' } : one,
          ),
        },
      },
    },
    'an item': { items: [{ ...first, problem: '别的问题' }, ...items.slice(1)] },
    'the order of items': { items: [...items].reverse() },
    'an item fewer': { items: items.slice(1) },
    'a policy': { head: { ...plan, policy: { ...plan.policy, missingStatementLength: 1 } } },
    'a drill': { clock: { ...clock, drill: '演练' } },
    'a calendar': { calendar: { ...CONTENT.calendar, version: 'other' } },
    'a namespace': { namespace: 'test' },
    'a nonce': { nonce: 'm'.repeat(22) },
  };
  test.each(Object.entries(changed))('is another with %s', (_, change) => {
    expect(genesisOf({ ...CONTENT, ...change })).not.toBe(genesisOf(CONTENT));
  });

  test('is the same for content that went through JSON', () => {
    expect(genesisOf(JSON.parse(JSON.stringify(CONTENT)) as OpeningContent)).toBe(genesisOf(CONTENT));
  });

  test('is proved for each item by itself', () => {
    const tree = new OpeningTree(CONTENT);
    for (const [index, item] of items.entries()) {
      const proof = tree.proofOf(index);
      expect(isProved(item, proof, tree.genesis)).toBe(true);
      expect(isProved({ ...item, problem: '别的问题' }, proof, tree.genesis)).toBe(false);
      expect(isProved(item, tree.proofOf((index + 1) % items.length), tree.genesis)).toBe(false);
    }
  });
});

describe('a file of pinned keys', () => {
  test('is YAML or JSON', () => {
    const text = JSON.stringify(TRUST.pins);
    expect(readTrust(text)).toEqual({ trusted: TRUST.pins });
    expect(readTrust('')).toEqual({ trusted: {} });
  });

  test.each(['[', '- a', 'UPPER: []', `${BODY}: [{ person: wu }]`])('is not %s', (text) => {
    expect(readTrust(text)).toHaveProperty('faults');
  });

  test('does not call a key by the name of another', () => {
    const [first, second] = TRUST.pins[BODY] ?? [];
    const text = JSON.stringify({ [BODY]: [{ ...first, x: second?.x }] });
    expect(readTrust(text)).toEqual({ faults: [`${BODY}.0.kid: is not the thumbprint of x`] });
  });
});
