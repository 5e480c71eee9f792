import type { ItemNumber } from '../../base/ids';
import { describeFault } from './describe-fault';
import { faultWords } from './language';
import { FIELD_WORDS, fieldOf } from './fields';
import { changed, faultsIn } from '../../testing/plan';
import { PlanFile } from './file';

const said = (from: string, to: string, language: 'zh-CN' | 'en') =>
  faultsIn(changed(from, to).text).map((fault) => describeFault(fault, language));

describe('a fault is said with its place and its remedy', () => {
  test.each([
    [
      'acceptor: acceptor',
      'acceptor: handler',
      '第 29 行 (一)1 验收人 handler 同时是经办人；请另定验收人',
      'line 29, item 1.1: the acceptor handler is also the handler; name another acceptor',
    ],
    [
      '2021-06-11',
      '2021-07-01',
      '第 34 行 (一)1 第 1 项措施的时限 2021年7月1日晚于事项时限 2021年6月30日；请提前措施时限，或推后事项时限',
      'line 34, item 1.1: "deadline" of measure 1 2021-07-01 is after the item\'s own 2021-06-30; bring it forward, or move the item\'s deadline',
    ],
    [
      'leader: leader',
      'leader: leadr',
      '第 26 行 (一)1 责任领导 leadr 不在名册中，是否应为“leader”；请更正，或在名册（roster.people）中补上',
      'line 26, item 1.1: the responsible leader leadr is not in the roster (did you mean "leader"?); correct it, or add the person to roster.people',
    ],
    ['body: 某单位\n', '', '第 1 行 缺少被巡察单位（body）；请补上', 'line 1: "body" is missing; add it'],
    [
      'round: 2021-03',
      'round: 2021',
      '第 1 行 轮次（round）应为文字，不能是数字；请加引号',
      'line 1: "round" must be text, not a number; put it in quotes',
    ],
    [
      'title: 某轮整改',
      'titel: 某轮整改',
      '第 2 行 不认识的字段“titel”，是否应为“title”；请更正',
      'line 2: unknown field "titel" (did you mean "title"?); correct it',
    ],
  ])('%j written as %j', (from, to, zh, en) => {
    expect(said(from, to, 'zh-CN')).toContain(zh);
    expect(said(from, to, 'en')).toContain(en);
  });

  test('on one line, whatever was written', () => {
    const [zh = '', en = ''] = [
      said('限期整改', '"a\\nb\\u001b[31m"', 'zh-CN')[0],
      said('限期整改', '"a\\nb"', 'en')[0],
    ];
    expect(zh + en).not.toMatch(/[\n\u001b]/);
    expect(zh).toContain('a b');
  });
});

test('the languages say the same faults', () => {
  expect(Object.keys(faultWords('en').sentence).sort()).toEqual(
    Object.keys(faultWords('zh-CN').sentence).sort(),
  );
});

test('every fault without a place says no place', () => {
  expect(describeFault({ path: '', type: 'empty-file' }, 'en')).toMatch(/^the file is empty/);
  expect(faultWords('zh-CN').lead({ path: '', item: '3.2' as ItemNumber })).toBe('(三)2 ');
});

test('the fields of a plan have Chinese words', () => {
  for (const key of Object.keys(PlanFile.shape)) expect(FIELD_WORDS).toHaveProperty(key);
});

test.each([
  ['categories[2].items[0].deadline', { key: 'deadline' }],
  ['roster.office[1]', { key: 'office' }],
  ['categories[0].items[3].measures[1].owner', { key: 'owner', measure: 2 }],
  ['', { key: '' }],
])('the field of %j is %j', (path, field) => {
  expect(fieldOf(path)).toEqual(field);
});
