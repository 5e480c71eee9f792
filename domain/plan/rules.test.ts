import type { PlanFault } from './fault';
import { changed, faultsIn, GOOD_PLAN } from '../../testing/plan';

const second = '  - title: 学习抓得不实';

const TALK = 'id: talk, anchor: deadline, offset: 10, unit: working';
const TO = 'policy.ladder[0].to';
const withTalk = (more: string) => `policy: { identity: claimed, ladder: [{ ${TALK}, ${more} }] }`;

describe('a plan against the rules of the office is refused, and the line named', () => {
  test.each<[string, string, string, Partial<PlanFault>]>([
    [
      'an unknown leader',
      'leader: leader',
      'leader: leadr',
      { type: 'unknown-person', part: 'leader', meant: 'leader' as never },
    ],
    [
      'an unknown handler',
      'handler: handler\n',
      'handler: nobody\n',
      { type: 'unknown-person', part: 'handler' },
    ],
    [
      'an unknown acceptor',
      'acceptor: acceptor',
      'acceptor: nobody',
      { type: 'unknown-person', part: 'acceptor' },
    ],
    ['an unknown owner', 'owner: handler', 'owner: nobody', { type: 'unknown-person', part: 'owner' }],
    ['an unknown head', 'head: boss', 'head: nobody', { type: 'unknown-person', part: 'head' }],
    ['an unknown office', 'office: [spare]', 'office: [nobody]', { type: 'unknown-person', part: 'office' }],
    [
      'an unknown oversight',
      'oversight: [spare]',
      'oversight: [nobody]',
      { type: 'unknown-person', part: 'oversight' },
    ],
    [
      'an unknown archivist',
      'archivist: spare',
      'archivist: nobody',
      { type: 'unknown-person', part: 'archivist' },
    ],
    [
      'an unknown superior',
      'superior: boss',
      'superior: nobody',
      { type: 'unknown-person', part: 'superior' },
    ],
    [
      'an unknown deputy',
      'deputies: [spare]',
      'deputies: [nobody]',
      { type: 'unknown-person', part: 'deputies' },
    ],
    [
      'a leader who is the handler',
      'leader: leader',
      'leader: handler',
      {
        type: 'duties-not-separate',
        side: 'leader',
        also: 'handler',
      },
    ],
    [
      'an acceptor who is the handler',
      'acceptor: acceptor',
      'acceptor: handler',
      {
        type: 'duties-not-separate',
        side: 'acceptor',
        also: 'handler',
      },
    ],
    [
      'an acceptor who is the leader',
      'acceptor: acceptor',
      'acceptor: leader',
      {
        type: 'duties-not-separate',
        side: 'acceptor',
        also: 'leader',
      },
    ],
    ['a measure due before the feedback', '2021-06-11', '2021-04-28', { type: 'deadline-before-feedback' }],
    ['a measure due after its item', '2021-06-11', '2021-07-01', { type: 'measure-after-item' }],
    [
      'a period that ends before the feedback',
      '2021-08-31',
      '2021-04-28',
      { type: 'period-before-feedback' },
    ],
    [
      'a category number twice',
      second,
      '  - no: 1\n    title: 学习抓得不实',
      { type: 'category-twice', no: 1, firstLine: 22 },
    ],
    ['an id twice', 'id: spare', 'id: acceptor', { type: 'person-twice', firstLine: 15 }],
    ['somebody who is their own superior', 'superior: boss', 'superior: leader', { type: 'superior-cycle' }],
    [
      'a talk that is told to nobody who decides on it',
      'policy: { identity: claimed }',
      withTalk('to: [leader]'),
      { type: 'decider-unclear', rung: 'talk', to: ['leader'], decides: ['head', 'office'], path: TO },
    ],
    [
      'a talk that is told to others, and not said to be decided by them',
      'policy: { identity: claimed }',
      withTalk('to: [head, office, oversight]'),
      { type: 'decider-unclear', to: ['head', 'office', 'oversight'], path: TO },
    ],
    [
      'a talk that is decided by somebody who is not told',
      'policy: { identity: claimed }',
      withTalk('to: [head], decides: [office]'),
      { type: 'decider-unclear', to: ['head'], decides: ['office'], path: TO },
    ],
    [
      'a rung that proposes nothing, and is to be decided',
      'policy: { identity: claimed }',
      withTalk('to: [head], decides: [head]').replace('id: talk', 'id: overdue'),
      { type: 'decides-nothing', path: 'policy.ladder[0].decides' },
    ],
    [
      'reports that go to nobody',
      'policy: { identity: claimed }',
      'policy: { identity: claimed, reports: { every: [weekly], to: [] } }',
      { type: 'report-to-nobody', path: 'policy.reports.to' },
    ],
    [
      'reports that never come',
      'policy: { identity: claimed }',
      'policy: { identity: claimed, reports: { every: [] } }',
      { type: 'blank', path: 'policy.reports.every' },
    ],
    [
      'a reader of reports who is none',
      'policy: { identity: claimed }',
      'policy: { identity: claimed, reports: { every: [weekly], to: [archivist] } }',
      { type: 'not-a-choice', path: 'policy.reports.to[0]' },
    ],
    ['a marked problem', '账物不符', '【涉密】账物不符', { type: 'classified', marking: '【涉密】' }],
    [
      'a marked measure',
      '逐件盘点',
      '逐件盘点（机密★10年）',
      { type: 'classified', marking: '（机密★10年）' },
    ],
    [
      'a marked category',
      '资产管理不严',
      '资产管理不严〔秘密〕',
      { type: 'classified', marking: '〔秘密〕' },
    ],
    ['a star of secrecy without brackets', '补记', '绝密★长期', { type: 'classified', marking: '绝密★' }],
    [
      'an item said to be classified',
      'section: 财务科',
      'classified: true\n        section: 财务科',
      { type: 'classified' },
    ],
    [
      'an item said to be 涉密',
      'section: 财务科',
      '涉密: 是\n        section: 财务科',
      { type: 'classified' },
    ],
  ])('%s', (_, from, to, expected) => {
    const { text, line } = changed(from, to);
    expect(faultsIn(text)).toContainEqual(expect.objectContaining({ ...expected, line }));
  });

  test('a deadline before the feedback', () => {
    const faults = faultsIn(changed('2021-06-30', '2021-04-28').text);
    expect(faults.map(({ type, line }) => [type, line])).toEqual([
      ['deadline-before-feedback', 30],
      ['measure-after-item', 34],
    ]);
  });

  test('an item number twice in its category', () => {
    const item = GOOD_PLAN.slice(GOOD_PLAN.indexOf('      - problem: 账'), GOOD_PLAN.indexOf(second));
    const again = item.replace('- problem', '- no: 1\n        problem');
    const { text } = changed(second, `${again}${second}`);
    expect(faultsIn(text)).toMatchObject([{ type: 'number-twice', number: '1.1', line: 36, firstLine: 24 }]);
  });

  test('superiors in a circle, told once and with everybody in it', () => {
    const { text } = changed('address: boss@example.org', 'address: boss@example.org, superior: acceptor');
    const circle = text.replace(
      'address: acceptor@example.org',
      'address: acceptor@example.org, superior: leader',
    );
    expect(faultsIn(circle)).toMatchObject([
      { type: 'superior-cycle', people: ['boss', 'acceptor', 'leader'], line: 12 },
    ]);
  });

  test('one person in all three duties gives three faults', () => {
    const { text } = changed('leader: leader', 'leader: handler');
    const faults = faultsIn(text.replace('acceptor: acceptor', 'acceptor: handler'));
    expect(faults.map(({ type }) => type)).toEqual(Array(3).fill('duties-not-separate'));
  });

  test('more items than a round holds', () => {
    const item = GOOD_PLAN.slice(GOOD_PLAN.indexOf('      - problem: 学'), GOOD_PLAN.indexOf('policy:'));
    const category = `${second}\n    items:\n${item.repeat(700)}`;
    const text =
      GOOD_PLAN.slice(0, GOOD_PLAN.indexOf(second)) +
      category.repeat(3) +
      GOOD_PLAN.slice(GOOD_PLAN.indexOf('policy:'));
    expect(faultsIn(text)).toMatchObject([{ type: 'too-many', most: 2000, path: 'categories' }]);
  });
});

describe('what the rules leave alone', () => {
  test.each([
    ['an item without a deadline', '        deadline: 2021-06-30\n', ''],
    ['a problem about classified papers', '账物不符', '涉密文件管理不规范'],
    [
      'an item that is said not to be classified',
      'section: 财务科',
      'classified: false\n        section: 财务科',
    ],
    ['an item due on the day of the feedback', 'feedback: 2021-04-29', 'feedback: 2021-06-11'],
    [
      'an item due after the concentrated period',
      'concentratedUntil: 2021-08-31',
      'concentratedUntil: 2021-05-31',
    ],
    [
      'a talk that is told to others, and decided by some of them',
      'policy: { identity: claimed }',
      withTalk('to: [head, leader], decides: [head]'),
    ],
    ['an address of two people', 'address: leader@example.org', 'address: boss@example.org'],
  ])('%s', (_, from, to) => {
    expect(faultsIn(changed(from, to).text)).toEqual([]);
  });

  test('a missing roster makes nobody unknown', () => {
    const start = GOOD_PLAN.indexOf('roster:');
    const faults = faultsIn(GOOD_PLAN.slice(0, start) + GOOD_PLAN.slice(GOOD_PLAN.indexOf('categories:')));
    expect(faults).toMatchObject([{ type: 'missing', path: 'roster' }]);
  });
});
