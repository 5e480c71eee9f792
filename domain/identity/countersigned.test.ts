import { z } from 'zod';
import { instant } from '../calendar/zone';
import { PersonId } from '../../base/ids';
import { keyNamed } from '../../testing/keys';
import { checkCountersigned, type Party, type Received } from './countersigned';

type Role = 'office' | 'head' | 'oversight';

const Statement = z.strictObject({ by: PersonId, about: z.string() });
const AT = instant(1_000_000);

const party = (id: string, ...roles: Role[]): Party<Role> => ({
  person: PersonId.parse(id),
  roles,
  keys: keyNamed(id).ring,
});
const PARTIES = [
  party('wu', 'office'),
  party('gui', 'office'),
  party('ding', 'head'),
  party('ji', 'oversight'),
];

const SAID = { by: PersonId.parse('wu'), about: '启动轮次' };
const by = (person: string, said: object = SAID): Received => ({
  jws: keyNamed(person).sign(said, 'opening'),
  at: AT,
});

const check = (signatures: readonly Received[], parties: readonly Party<Role>[] = PARTIES) =>
  checkCountersigned(signatures, {
    kind: 'opening',
    schema: Statement,
    parties,
    required: [['office'], ['head', 'oversight']],
  });

const faultOf = (...given: Parameters<typeof check>) => {
  const found = check(...given);
  return 'fault' in found ? found.fault : undefined;
};

test.each(['ding', 'ji'])('a statement of the office counts with the signature of %s', (second) => {
  expect(check([by('wu'), by(second)])).toMatchObject({
    statement: SAID,
    missing: [],
    signers: [
      { person: 'wu', role: 'office', kid: keyNamed('wu').kid },
      { person: second, kid: keyNamed(second).kid, x: keyNamed(second).x },
    ],
  });
});

test('the head may sign first, and the office second', () => {
  const said = { ...SAID, by: 'ding' };
  expect(check([by('ding', said), by('wu', said)])).toMatchObject({
    missing: [],
    signers: [{ role: 'head' }, { role: 'office' }],
  });
});

test('one signature is a proposal, which says whose is missing', () => {
  expect(check([by('wu')])).toMatchObject({ missing: ['head', 'oversight'], signers: [{ person: 'wu' }] });
  const said = { ...SAID, by: 'ji' };
  expect(check([by('ji', said)])).toMatchObject({ missing: ['office'] });
});

test('somebody with two roles waits for whoever can give the other', () => {
  const both = [party('wu', 'office', 'head'), party('gui', 'office')];
  expect(check([by('wu')], both)).toMatchObject({ missing: ['head', 'oversight', 'office'] });
  expect(check([by('wu'), by('gui')], both)).toMatchObject({
    missing: [],
    signers: [{ role: 'head' }, { role: 'office' }],
  });
});

describe('it does not count', () => {
  test('without a signature, or with three', () => {
    expect(faultOf([])).toBe('unsigned');
    expect(faultOf([by('wu'), by('ding'), by('ji')])).toBe('too-many-signatures');
  });

  test('with a signature of another kind', () => {
    const command: Received = { jws: keyNamed('ding').sign(SAID, 'command'), at: AT };
    expect(faultOf([by('wu'), command])).toBe('wrong-header');
  });

  test('with the key of somebody who may not sign', () => {
    expect(faultOf([by('wu'), by('yi')])).toBe('unknown-key');
  });

  test('with a signature that was changed, or is over another text', () => {
    const [head = '', , tail = ''] = by('ding').jws.split('.');
    const [, body = ''] = keyNamed('ding')
      .sign({ ...SAID, about: '别的' }, 'opening')
      .split('.');
    expect(faultOf([by('wu'), { jws: `${head}.${body}.${tail}`, at: AT }])).toBe('bad-signature');
    expect(faultOf([by('wu'), by('ding', { ...SAID, about: '别的' })])).toBe('payloads-differ');
  });

  test('with swapped signatures', () => {
    expect(faultOf([by('ding'), by('wu')])).toBe('not-by-its-author');
  });

  test('twice by one person, with one key or with two', () => {
    expect(faultOf([by('wu'), by('wu')])).toBe('same-key');
    const two = { ...party('wu', 'office'), keys: [...keyNamed('wu').ring, ...keyNamed('wu-2').ring] };
    expect(faultOf([by('wu'), by('wu-2')], [two, party('ding', 'head')])).toBe('same-person');
  });

  test('with a key that two people have', () => {
    const twin = { ...party('ding', 'head'), keys: keyNamed('wu').ring };
    expect(faultOf([by('wu'), by('wu')], [party('wu', 'office'), twin])).toBe('key-of-several');
  });

  test('by two of the office', () => {
    expect(faultOf([by('wu'), by('gui')])).toBe('wrong-roles');
  });

  test('by somebody with no role', () => {
    expect(faultOf([by('wu')], [party('wu')])).toBe('wrong-roles');
  });

  test('where it says something that cannot be meant', () => {
    expect(faultOf([by('wu', { by: 'wu' })])).toBe('not-a-statement');
  });

  test('with a key that was revoked before the signature came', () => {
    const revoked = keyNamed('ding').ring.map((key) => ({ ...key, revoked: AT }));
    const parties = [party('wu', 'office'), { ...party('ding', 'head'), keys: revoked }];
    expect(faultOf([by('wu'), by('ding')], parties)).toBe('key-revoked');
    expect(faultOf([by('wu'), { ...by('ding'), at: instant(AT - 1) }], parties)).toBeUndefined();
  });
});
