import { anItem, give, NOW } from '../../testing/item';
import { occasion } from './occasion';

/** What Temporal takes as a summary, in octets. */
const MOST = 400;

test('a decision is named with the role in which it was made', () => {
  const life = anItem('leader-review');
  const { length } = life.log;
  give(life, 'approve', NOW);
  expect(occasion(life, length)).toBe('审核同意 approve · 责任领导 leader');
});

test('however much has happened at once, the server takes its name', () => {
  const life = anItem('acceptance');
  give(life, 'return', NOW);
  for (const type of ['report-progress', 'comment', 'urge', 'request-extension'] as const)
    give(life, type, NOW);
  const one = life.log.map((_, index) => occasion(life, index).split('、')[0] ?? '');
  expect(Buffer.byteLength([...new Set(one)].join('、'))).toBeGreaterThan(MOST);
  expect(Buffer.byteLength(occasion(life, 0))).toBeLessThanOrEqual(MOST);
});
