import { changed, faultsIn, GOOD_PLAN } from '../../testing/plan';
import { faultLines } from './fault-lines';
import { itemRanges } from './item-ranges';

test('numbers of items are told in short, each once and in order', () => {
  expect(itemRanges(['1.10', '1.2', '1.1', '2.1', '1.3', '2.1', '3.2'])).toEqual([
    '1.1-1.3',
    '1.10',
    '2.1',
    '3.2',
  ]);
  expect(itemRanges([])).toEqual([]);
});

const ITEM = GOOD_PLAN.slice(
  GOOD_PLAN.indexOf('      - problem: 账物不符'),
  GOOD_PLAN.indexOf('  - title: 学习'),
);

test('many fields that are missing are one line with their items, other faults have lines of their own', () => {
  const open = ITEM.replace('deadline: 2021-06-30', 'deadline:').replace(
    'acceptor: acceptor',
    'acceptor: leader',
  );
  const plan = GOOD_PLAN.replace(ITEM, open.repeat(4));
  const lines = faultLines(faultsIn(plan), 'en');
  expect(lines.filter((line) => line.includes('missing'))).toEqual([
    expect.stringMatching(/^from line \d+: 4 deadlines missing: 1\.1-1\.4$/),
  ]);
  expect(lines.filter((line) => line.includes('leader is also the'))).toHaveLength(4);
  expect(faultLines(faultsIn(plan), 'zh-CN')).toContainEqual(
    expect.stringMatching(/^第 \d+ 行起 缺时限 4 处：1\.1-1\.4$/),
  );
});

test('few faults keep their lines', () => {
  const { text, line } = changed('deadline: 2021-06-30', 'deadline:');
  expect(faultLines(faultsIn(text), 'en')).toEqual([
    expect.stringMatching(new RegExp(`^line ${line}, item 1\\.1: `)),
  ]);
});

test('people are told by name where there are no lines', () => {
  const faults = [0, 2].map((index) => ({ type: 'blank', path: `roster.people[${index}].address` }) as const);
  expect(faultLines(faults, 'zh-CN', ['甲', '乙', '丙'])).toEqual(['缺人员的邮箱地址 2 处：甲、丙']);
});
