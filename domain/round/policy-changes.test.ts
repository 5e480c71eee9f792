import { DEFAULT_POLICY, Policy } from './policy';
import { policyChanges } from './policy-changes';

test('two policies differ in the values that are named, and in whole rungs', () => {
  const { ladder } = DEFAULT_POLICY;
  const changed = Policy.parse({
    version: 'office-2',
    review: { leaderWorkingDays: 5 },
    ladder: ladder
      .filter(({ id }) => id !== 'talk')
      .map((rung) => (rung.id === 'overdue' ? { ...rung, every: 3 } : rung)),
  });
  const changes = policyChanges(DEFAULT_POLICY, changed);
  expect(changes.map(({ path }) => path)).toEqual([
    'version',
    'review.leaderWorkingDays',
    'ladder.overdue',
    'ladder.talk',
  ]);
  expect(changes[1]).toEqual({ path: 'review.leaderWorkingDays', before: '3', after: '5' });
  expect(changes[3]?.after).toBe('—');
  expect(policyChanges(changed, changed)).toEqual([]);
});

test('reports that come, or come no more, are told', () => {
  const reports = { every: ['weekly', 'monthly'] };
  expect(policyChanges(DEFAULT_POLICY, Policy.parse({ reports }))).toEqual([
    { path: 'reports.every', before: '—', after: 'weekly,monthly' },
    { path: 'reports.to', before: '—', after: 'head,office,oversight' },
  ]);
});

test('limits for evidence are told by size, and media type by media type', () => {
  const before = Policy.parse({ evidence: { mostBytes: 1024 ** 3, mediaTypes: ['image/*', 'text/*'] } });
  const after = Policy.parse({ evidence: { mostBytes: 1024 ** 3 + 1, mediaTypes: ['text/*', 'video/*'] } });
  expect(policyChanges(before, after)).toEqual([
    { path: 'evidence.mostBytes', before: '1073741824 (1.0 GiB)', after: '1073741825 (1.0 GiB)' },
    { path: 'evidence.mediaTypes image/*', before: '✓', after: '—' },
    { path: 'evidence.mediaTypes video/*', before: '—', after: '✓' },
  ]);
});
