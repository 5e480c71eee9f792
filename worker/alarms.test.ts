import { readFileSync } from 'node:fs';
import { METRICS } from '../workflows/metrics';
import { docText, inRepository } from '../testing/repository';

/*
 * That the metrics are there is seen on a real worker (tests/integration/alarms.test.ts); here is what a running one need not show.
 */

const alarms = readFileSync(inRepository('deploy', 'prometheus', 'rules.yml'), 'utf8');
const dashboard = readFileSync(inRepository('deploy', 'grafana', 'dashboard.json'), 'utf8');
const core = 'node_modules/@temporalio/core-bridge/sdk-core/crates/';
const ofTheSdk = [`${core}sdk-core/src/telemetry/metrics.rs`, `${core}client/src/metrics.rs`]
  .map((file) => readFileSync(inRepository(file), 'utf8'))
  .join('\n');

test.each([
  'NonDeterminismError',
  'GrpcMessageTooLarge',
  'PayloadsTooLarge',
  'RequestTooLarge',
  'RESOURCE_EXHAUSTED',
])('the SDK says %s as the alarms do', (value) => {
  expect(alarms).toContain(value);
  expect(ofTheSdk).toContain(`"${value}"`);
});

test('every metric of our own is on the dashboard or in an alarm', () => {
  const unseen = Object.values(METRICS).filter(({ name }) => !`${alarms}${dashboard}`.includes(name));
  expect(unseen).toEqual([]);
});

test('every alarm says what to do in both languages, Chinese first', () => {
  const summaries = [...alarms.matchAll(/summary:\s*(?:>-\s*)?(?<text>.*(?:\n {12,}.*)*)/g)].map(
    ({ groups }) => groups?.text ?? '',
  );
  expect(summaries.length).toBe(alarms.match(/- alert:/g)?.length);
  for (const summary of summaries)
    expect(summary).toMatch(/^'?[^·]*\p{Script=Han}[^·]*·[^\p{Script=Han}]*$/u);
});

describe.each(['runbook.md', 'runbook.zh-CN.md'])('%s', (page) => {
  const rows = docText(page).split('\n');

  it('has every metric of our own with its kind and its labels', () => {
    for (const { name, kind, labels } of Object.values(METRICS)) {
      const row = rows.find((line) => line.startsWith(`| \`${name}\` |`)) ?? '';
      const [, , ofKind, withLabels] = row.split('|').map((cell) => cell.trim());
      expect([name, ofKind, withLabels]).toEqual([
        name,
        kind,
        labels.length === 0 ? '–' : labels.map((label) => `\`${label}\``).join(', '),
      ]);
    }
  });

  it('has no metric that is not there', () => {
    const named = rows
      .map((line) => /^\| `(?<name>rectify_\w+)` \|/.exec(line)?.groups?.name)
      .filter(Boolean);
    expect(named.toSorted()).toEqual(
      Object.values(METRICS)
        .map(({ name }) => name)
        .toSorted(),
    );
  });
});
