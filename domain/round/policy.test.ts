import { NO_LIMITS } from '../evidence/limits';
import { DEFAULT_POLICY, inForceAsStarted, Policy, PolicyInForce } from './policy';

/** As it was put in force before there were limits for evidence. */
const { evidence: limits, ...EARLIER } = DEFAULT_POLICY;

describe('a policy that has no word of evidence', () => {
  test('has limits when it is read today', () => {
    expect(Policy.parse(EARLIER).evidence).toEqual(limits);
  });

  test('has none when it was put in force or started with before, so that what was taken then is taken again', () => {
    expect(PolicyInForce.parse(EARLIER)).toEqual({ ...EARLIER, evidence: NO_LIMITS });
    expect(inForceAsStarted(EARLIER)).toEqual({ ...EARLIER, evidence: NO_LIMITS });
  });
});

test('a policy that does not speak of reports has none, and goes on without a word of them', () => {
  expect(DEFAULT_POLICY).not.toHaveProperty('reports');
  expect(PolicyInForce.parse(DEFAULT_POLICY)).toEqual(DEFAULT_POLICY);
});

test('reports go to head, office and oversight unless the policy says otherwise', () => {
  expect(Policy.parse({ reports: { every: ['weekly'] } }).reports).toEqual({
    every: ['weekly'],
    to: ['head', 'office', 'oversight'],
  });
});

test('a policy in force keeps the limits that it has', () => {
  const policy = Policy.parse({ evidence: { mostBytes: 5 } });
  expect(PolicyInForce.parse(policy)).toEqual(policy);
  expect(inForceAsStarted(policy)).toEqual(policy);
});
