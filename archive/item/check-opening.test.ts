import { canonical } from '../../base/hash';
import type { PersonId } from '../../base/ids';
import { aCommand, anItem, NOW } from '../../testing/item';
import { aBag, bytes } from '../../testing/item-record';
import { anOrder, aStatement, BODY, CONTENT, signedBy, TRUST } from '../../testing/opening';
import { keyNamed } from '../../testing/keys';
import { ABOUT, aBirth, PEOPLE, PLANNED, planned } from '../../testing/world';
import type { OpeningSigner } from '../../domain/round/two-offices';
import { OpeningTree } from '../../domain/round/opening/content';
import { judgeOpening } from '../../domain/round/opening/judge';
import { OPENING_FILE, openedBy } from '../opening';
import { opened } from './check-opening';
import { checkRecord } from './check-record';
import { readRecord, RECORD } from './read-record';

const { office, head, oversight } = PEOPLE;

const signersOf = (signatures = signedBy([office, head])): readonly OpeningSigner[] => {
  const verdict = judgeOpening(anOrder({ signatures }), TRUST);
  return verdict.outcome === 'opened' ? verdict.signers : [];
};

const tree = new OpeningTree(CONTENT);

const OPENING = {
  genesis: tree.genesis,
  signatures: signedBy([office, head]).map(({ jws }) => jws),
  signers: signersOf(),
  proof: tree.proofOf(0),
};

/** The record of an item of the round, with this for its opening. */
const recordWith = (opening: object, people: object = CONTENT.head.roster, bag = aBag(anItem('closed'))) => {
  const files = new Map(bag.files)
    .set(RECORD.people, bytes(JSON.stringify(people)))
    .set(OPENING_FILE, bytes(JSON.stringify(opening)));
  const payload = new Map(bag.payload).set(OPENING_FILE, 'any');
  return readRecord({ ...bag, files, payload });
};

const faultsOf = (opening: object, people?: object) => opened(recordWith(opening, people).record);

test('an item that two people have opened is found so', () => {
  expect(recordWith(OPENING).faults).toEqual([]);
  expect(faultsOf(OPENING)).toEqual([]);
});

test('what the item is about is part of what was signed', () => {
  const [first, ...others] = CONTENT.items;
  const told = new OpeningTree({ ...CONTENT, items: [{ ...(first ?? PLANNED), ...ABOUT }, ...others] });
  const opening = { ...OPENING, genesis: told.genesis, proof: told.proofOf(0) };
  const differs = { type: 'opening-differs', file: OPENING_FILE };
  expect(faultsOf(opening)).toContainEqual(differs);
  const bag = aBag(anItem('closed', aBirth({ planned: planned(ABOUT) })));
  const record = recordWith(opening, CONTENT.head.roster, bag).record;
  expect(opened(record)).not.toContainEqual(differs);
});

test('a bag of before has none, and lacks nothing', () => {
  const { record } = readRecord(aBag(anItem('closed')));
  expect(opened(record)).toEqual([]);
  expect(checkRecord(record)).toEqual([]);
});

const other = CONTENT.items[1];

test.each<[string, object]>([
  ['the proof of another item', { proof: tree.proofOf(1) }],
  ['another genesis', { genesis: '0'.repeat(64) }],
  ['a first life that would be planned otherwise', { planned: CONTENT.items[0] }],
  ['another item', { planned: other, proof: tree.proofOf(1) }],
])('%s is not what the bag holds', (_, more) => {
  expect(faultsOf({ ...OPENING, ...more })).toContainEqual({ type: 'opening-differs', file: OPENING_FILE });
});

const signedAs = (people: readonly PersonId[], more: object = {}) => ({
  signatures: signedBy(people, aStatement(more)).map(({ jws }) => jws),
});

test.each<[string, object, string]>([
  ['one signature', signedAs([office]), 'unsigned'],
  ['a signature for another round', signedAs([office, head], { round: '2020-01' }), 'other-round'],
  [
    'a signature for something else',
    signedAs([office, head], { genesis: '0'.repeat(64) }),
    'genesis-differs',
  ],
  ['the same signature twice', signedAs([office, office]), 'same-key'],
  ['the signature of somebody else', signedAs([office, oversight]), 'unknown-key'],
])('%s does not open the round', (_, more, fault) => {
  expect(faultsOf({ ...OPENING, ...more })).toContainEqual({
    type: 'opening-bad',
    file: OPENING_FILE,
    fault,
  });
});

test('who has signed is somebody of the record, with that key', () => {
  const { people, ...rest } = CONTENT.head.roster;
  const without = people.map(({ keys: _, ...person }) => person);
  expect(faultsOf(OPENING, { ...rest, people: without })).toEqual(
    [office, head].map((person) => ({ type: 'opening-signer-unknown', file: OPENING_FILE, person })),
  );
});

test('a signer is named by their own key: the name of another, with a key of somebody else, is nobody', () => {
  const forgers = [office, head].map((person) => keyNamed(`not ${person}`, keyNamed(person).kid));
  const signatures = forgers.map((key) => key.sign(aStatement(), 'opening'));
  const signers = OPENING.signers.map((signer, index) => ({ ...signer, x: forgers[index]?.x }));
  const { record, faults } = recordWith({ ...OPENING, signatures, signers });
  expect(faults).toMatchObject([{ type: 'record-malformed', file: OPENING_FILE }]);
  expect(record.opening).toBeUndefined();
});

describe('without its opening, a command that was signed for one', () => {
  const life = anItem('closed');
  const jws = keyNamed(office).sign(
    aCommand(life, 'urge', NOW, { genesis: tree.genesis, text: '请尽快办理' }),
  );
  const signed = { by: office, command: 'any', identity: 'signed', jws } as const;
  const lacking = (identity: string, more: readonly object[] = []) => {
    const { record } = readRecord(aBag(life));
    const [first, ...rest] = record.log ?? [];
    const log = [...(first ? [{ ...first, author: signed }] : []), ...rest, ...more];
    return opened({ ...record, log, policy: { version: '1', identity } } as typeof record);
  };

  test('is a fault of an item whose policy takes signed commands only', () => {
    expect(lacking('signed')).toEqual([{ type: 'opening-missing', file: OPENING_FILE, seq: 1 }]);
  });

  test('is none where people were taken at their word, at least at first', () => {
    expect(lacking('claimed')).toEqual([]);
    expect(lacking('signed', [{ seq: 99, event: { type: 'policy-changed' } }])).toEqual([]);
  });
});

test('a file that is no opening is named', () => {
  expect(recordWith({ genesis: 1 }).faults).toMatchObject([{ type: 'record-malformed', file: OPENING_FILE }]);
});

describe('who opened it', () => {
  const { opening } = recordWith(OPENING).record;
  if (!opening) throw new Error('no opening');

  test('is told without pinned keys too, and not called pinned then', () => {
    expect(openedBy(opening, undefined)).toMatchObject({
      opening: {
        signers: [
          { person: office, role: 'office' },
          { person: head, role: 'head' },
        ],
      },
      faults: [],
    });
    expect(canonical(openedBy(opening, undefined).opening)).not.toContain('pinned');
  });

  test('is checked against pinned keys of the body alone', () => {
    expect(openedBy(opening, TRUST.pins)).toMatchObject({ opening: { pinned: true }, faults: [] });
    const own = TRUST.pins[BODY] ?? [];
    for (const pins of [{}, { 'other-body': own }, { [BODY]: own.filter(({ person }) => person !== head) }])
      expect(openedBy(opening, pins).faults).toContainEqual({
        type: 'opening-not-pinned',
        file: OPENING_FILE,
        person: head,
      });
  });
});
