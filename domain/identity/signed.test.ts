import { instant } from '../calendar/zone';
import { canonical } from '../../base/hash';
import { RFC_KEY, signed, signedAsIs } from '../../testing/keys';
import { headerFor } from './jws';
import { PublicKey } from './key';
import { openSigned } from './signed';

const { kid, x } = RFC_KEY;
const COMMAND = { item: '2021-03/1.2', cycle: 1 };
const key = PublicKey.parse({ kid, x, from: 10, until: 20 });
const opened = (text: string, at: number, keys = [key]) => openSigned(text, keys, instant(at));

test('a command signed by a key of the person is opened, and says by which', () => {
  expect(opened(signed(COMMAND), 15)).toEqual({ payload: COMMAND, kid });
});

test.each([
  ['a key that the person does not have', signed(COMMAND), 15, [], 'unknown-key'],
  ['a key before its time', signed(COMMAND), 9, [key], 'key-not-yet-valid'],
  ['a key after its time', signed(COMMAND), 20, [key], 'key-expired'],
  ['a key after it was revoked', signed(COMMAND), 15, [{ ...key, revoked: instant(15) }], 'key-revoked'],
  ['no signature', canonical(COMMAND), 15, [key], 'malformed'],
  ['a changed signature', `${signed(COMMAND).slice(0, -86)}${'A'.repeat(86)}`, 15, [key], 'bad-signature'],
  ['a second form', signedAsIs(canonical(headerFor(kid)), '{ }'), 15, [key], 'not-canonical'],
])('%s is refused', (_, text, at, keys, fault) => {
  expect(opened(text, at, keys)).toEqual({ fault });
});
