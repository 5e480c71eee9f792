import { KEY_FORM_FAULTS } from '../identity/key';
import { at } from '../../testing/world';
import { RFC_KEY } from '../../testing/keys';
import { describeFault } from './describe-fault';
import { GOOD_PLAN, faultsIn, withoutColumn } from '../../testing/plan';
import { aKey, smallKey } from '../../testing/newcomers';
import { readPlan } from './read';
import type { Language } from '../round/roster';

const { kid, x } = RFC_KEY;
const SIGNERS = ['handler', 'leader', 'acceptor', 'boss', 'spare'];

const key = (more = '') => `{ kid: ${kid}, x: ${x}, from: 2021-05-06${more} }`;

/** A key of each person's own. */
const keyOf = (id: string): string => {
  const own = aKey(SIGNERS.indexOf(id) + 1);
  return `{ kid: ${own.kid}, x: ${own.x}, from: 2021-05-06 }`;
};

/** The good plan, with a key for those who are named, and a policy that takes signed commands only. */
const strict = (...people: string[]): string =>
  people
    .reduce((plan, id) => plan.replace(`id: ${id}, name`, `id: ${id}, keys: [${keyOf(id)}], name`), GOOD_PLAN)
    .replace('identity: claimed', 'identity: signed');

/** The good plan, in which the head has this for a key. */
const withKey = (text: string): string =>
  GOOD_PLAN.replace('address: boss@example.org', `address: boss@example.org, keys: [${text}]`);

const lineOf = (text: string, what: string): number => text.slice(0, text.indexOf(what)).split('\n').length;

test('a key of a plan is good from the beginning of its first day in the zone of the round', () => {
  const reading = readPlan(withKey(key(', until: 2021-07-01')));
  expect(reading.ok && reading.plan.roster.people.map(({ keys }) => keys)).toEqual([
    [{ kid, x, from: at('2021-05-06', '00:00'), until: at('2021-07-01', '00:00') }],
    ...Array<undefined>(4).fill(undefined),
  ]);
});

test('a plan that says nothing of identity takes signed commands only: whoever acts needs a key', () => {
  const faults = faultsIn(GOOD_PLAN.replace('policy: { identity: claimed }', 'policy: {}'));
  expect(new Set(faults.map(({ type }) => type))).toEqual(new Set(['key-missing', 'office-cannot-sign']));
  expect(faultsIn(GOOD_PLAN.replace('policy: { identity: claimed }', ''))).toHaveLength(5);
});

test('a plan that takes people at their word has to say so, and needs no keys', () => {
  const reading = readPlan(GOOD_PLAN);
  expect(reading.ok && reading.plan.policy.identity).toBe('claimed');
  expect(reading.ok && reading.plan.roster.people.some((person) => 'keys' in person)).toBe(false);
});

test('a policy of signed is taken when head, office, and whoever acts in an item have a key', () => {
  const reading = readPlan(strict(...SIGNERS));
  expect(reading).toMatchObject({ ok: true, plan: { policy: { identity: 'signed' } } });
});

test.each(['handler', 'leader', 'acceptor'])(
  'a policy of signed is refused while the %s has no key',
  (who) => {
    const others = SIGNERS.filter((other) => other !== who);
    const text = strict(...others);
    const line = lineOf(text, `id: ${who}`);
    const faults = faultsIn(text);
    expect(faults.map(withoutColumn)).toMatchObject([{ type: 'key-missing', person: who, line }]);
    for (const language of ['zh-CN', 'en'] as Language[])
      for (const fault of faults)
        expect(describeFault(fault, language)).toContain(`rectify keygen --as ${who}`);
  },
);

test('each person without a key is named once, however many items they have', () => {
  const people = faultsIn(strict('boss', 'spare')).map((fault) => 'person' in fault && fault.person);
  expect(people).toEqual(['leader', 'handler', 'acceptor']);
});

test.each([
  ['an impossible day', key().replace('2021-05-06', '2021-02-30'), 'not-a-date'],
  ['an impossible last day', key(', until: soon'), 'not-a-date'],
  ['no first day', `{ kid: ${kid}, x: ${x} }`, 'missing'],
  ['a name that is not its own', `{ kid: ${x}, x: ${x}, from: 2021-05-06 }`, 'key-malformed'],
  ['a last day before the first', key(', until: 2021-05-01'), 'key-malformed'],
  ['the private half in it', key(`, d: ${RFC_KEY.d}`), 'unknown-key'],
  ['its twin beside it', `${key()}, ${key()}`, 'key-malformed'],
  ['a name that is too short', `{ kid: abc, x: ${x}, from: 2021-05-06 }`, 'key-malformed'],
])('a key with %s is refused', (_, text, type) => {
  expect(faultsIn(withKey(text))).toMatchObject([{ type }]);
});

test.each([...KEY_FORM_FAULTS])('%s is said of a key in both languages, each in its own words', (fault) => {
  const at = { path: 'kid', line: 1 } as const;
  const [zh, en] = (['zh-CN', 'en'] as const).map((language) =>
    describeFault({ ...at, type: 'key-malformed', fault }, language),
  );
  expect(zh?.replace(/rectify keygen|from|kid/g, '')).not.toMatch(/[a-z]{2}/);
  expect(en).not.toMatch(/\p{Script=Han}/u);
});

test.each([
  ['head', 'boss'],
  ['office', 'spare'],
])(
  'a policy of signed is refused while nobody can sign for the %s, and says who makes a key',
  (office, who) => {
    const text = strict(...SIGNERS.filter((other) => other !== who));
    const faults = faultsIn(text);
    const line = lineOf(text, `${office}: `);
    expect(faults.map(withoutColumn)).toMatchObject([
      { type: 'office-cannot-sign', office, people: [who], line },
    ]);
    for (const language of ['zh-CN', 'en'] as Language[])
      for (const fault of faults)
        expect(describeFault(fault, language)).toContain(`rectify keygen --as ${who}`);
  },
);

test('the key of a deputy is enough for an office', () => {
  const text = strict('handler', 'leader', 'acceptor', 'spare').replace(
    'id: boss, name: 甲',
    'id: boss, name: 甲, deputies: [spare]',
  );
  expect(readPlan(text)).toMatchObject({ ok: true });
});

test.each([
  ['a key that is not good yet', key().replace('2021-05-06', '2021-05-08')],
  ['a key that is good no longer', key(', until: 2021-05-07')],
  ['a key that was revoked', key(', revoked: 2021-05-07')],
])('%s on the day of the import is none', (_, text) => {
  const now = at('2021-05-07');
  for (const [who, type] of [
    ['handler', 'key-not-good'],
    ['spare', 'office-cannot-sign'],
  ] as const) {
    const plan = strict(...SIGNERS.filter((other) => other !== who)).replace(
      `id: ${who}, name`,
      `id: ${who}, keys: [${text}], name`,
    );
    expect(readPlan(plan, 'keys-needed', { now })).toMatchObject({ ok: false, faults: [{ type }] });
    expect(readPlan(plan, 'keys-later', { now })).toMatchObject({ ok: true });
  }
});

test('one key for two people is refused at the second, and says whose it is', () => {
  const plan = strict(...SIGNERS).replace(keyOf('spare'), keyOf('handler'));
  const [fault, ...others] = faultsIn(plan);
  expect(others).toEqual([]);
  expect(fault && withoutColumn(fault)).toMatchObject({ type: 'key-shared', person: 'handler' });
  for (const language of ['zh-CN', 'en'] as Language[])
    expect(fault && describeFault(fault, language)).toMatch(/handler.*rectify keygen/);
});

test('a key on whose signatures verifiers differ is refused', () => {
  const small = smallKey();
  expect(faultsIn(withKey(`{ kid: ${small.kid}, x: ${small.x}, from: 2021-05-06 }`))).toMatchObject([
    { type: 'key-unusable', path: 'roster.people[0].keys[0]' },
  ]);
});

describe('the code of the body', () => {
  const without = GOOD_PLAN.replace('bodyId: some-body\n', '');

  test('is asked for where only signed commands are taken, in a sentence that says what to write', () => {
    const text = without.replace('identity: claimed', 'identity: signed');
    const fault = faultsIn(text).find(({ type }) => type === 'body-id-missing');
    expect(fault).toMatchObject({ path: 'bodyId' });
    for (const language of ['zh-CN', 'en'] as Language[])
      expect(fault && describeFault(fault, language)).toContain('bodyId: some-bureau');
  });

  test('need not be given where people are taken at their word', () => {
    expect(readPlan(without)).toMatchObject({ ok: true });
  });

  test.each(['Some-Body', 'a', '某局', `a${'b'.repeat(32)}`])('is not %s', (code) => {
    const fault = faultsIn(GOOD_PLAN.replace('some-body', code))[0];
    expect(fault).toMatchObject({ type: 'wrong-form', form: 'body', path: 'bodyId' });
  });
});
