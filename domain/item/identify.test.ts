import { instant } from '../calendar/zone';
import { RFC_KEY, signed } from '../../testing/keys';
import { Policy } from '../round/policy';
import type { Roster } from '../round/roster';
import { aCommand, anItem, NOW } from '../../testing/item';
import { aContext, PEOPLE, ROSTER, STRANGER } from '../../testing/world';
import { identify } from './identify';
import type { Command } from './command';

const { x, kid } = RFC_KEY;
const HOUR = 3_600_000;

/** The usual people, of whom the handler alone has a key, and it is good from `NOW` for an hour. */
const roster: Roster = {
  ...ROSTER,
  people: ROSTER.people.map((person) =>
    person.id === PEOPLE.handler
      ? { ...person, keys: [{ kid, x, from: NOW, until: instant(NOW + HOUR) }] }
      : person,
  ),
};
const claimed = aContext({ roster });
const strict = aContext({ roster, policy: Policy.parse({ identity: 'signed' }) });

const command = (more: object = {}): Command => aCommand(anItem(), 'acknowledge', NOW, more);

test.each([
  ['claimed', claimed],
  ['signed', strict],
])('a policy of %s takes a signed command, and keeps its signature', (_, context) => {
  const given = command();
  const jws = signed(given);
  expect(identify({ jws }, context, NOW)).toEqual({ command: given, proof: { identity: 'signed', jws } });
});

test('only the policy `claimed` takes people at their word', () => {
  const given = command();
  expect(identify({ claimed: given }, claimed, NOW)).toEqual({
    command: given,
    proof: { identity: 'claimed' },
  });
  expect(identify({ claimed: given }, strict, NOW)).toEqual({
    refusal: { type: 'SignatureRequired', by: PEOPLE.handler },
  });
});

test('a claim beside a signature counts for nothing', () => {
  const submission = { jws: signed(command()), claimed: command({ by: PEOPLE.leader }) };
  expect(identify(submission, claimed, NOW)).toMatchObject({ command: { by: PEOPLE.handler } });
});

test.each([
  ['before its first day', NOW - 1, 'key-not-yet-valid'],
  ['after its last', NOW + HOUR, 'key-expired'],
])('a key signs nothing %s, whatever the command says of its time', (_, now, fault) => {
  expect(identify({ jws: signed(command()) }, strict, instant(now))).toEqual({
    refusal: { type: 'BadSignature', fault },
  });
});

test('nobody signs with the key of another, and nobody without a key', () => {
  for (const by of [PEOPLE.leader, PEOPLE.deputy])
    expect(identify({ jws: signed(command({ by })) }, strict, NOW)).toEqual({
      refusal: { type: 'BadSignature', fault: 'unknown-key' },
    });
});

test('a deputy signs with their own key, not with that of the person they act for', () => {
  const jws = signed(command({ by: PEOPLE.deputy, onBehalfOf: PEOPLE.handler }));
  expect(identify({ jws }, strict, NOW)).toMatchObject({ refusal: { fault: 'unknown-key' } });
});

test('a stranger is one, signed or not', () => {
  expect(identify({ jws: signed(command({ by: STRANGER })) }, strict, NOW)).toEqual({
    refusal: { type: 'UnknownPerson', person: STRANGER },
  });
});

test.each([
  ['nothing', undefined],
  ['null', null],
  ['a text', 'acknowledge'],
  ['an empty object', {}],
  ['a signature that is no text', { jws: 1 }],
  ['signed words that are no command', { jws: signed({ type: 'close' }) }],
])('%s is no command', (_, submission) => {
  for (const context of [claimed, strict])
    expect(identify(submission, context, NOW)).toMatchObject({ refusal: { type: 'InvalidCommand' } });
});

test('a text that is no JWS is no signature', () => {
  expect(identify({ jws: 'acknowledge' }, strict, NOW)).toMatchObject({ refusal: { type: 'BadSignature' } });
});
