import { understand } from '../index';
import { gridOf } from '../../testing/intake/grid';

describe('the sheets of our template beside the items', () => {
  test('have the days of the round however they are typed, and what is none as it stands', () => {
    const { facts } = understand([
      gridOf([
        ['轮次信息', '内容'],
        ['反馈日期', '2021年4月29日'],
        ['集中整改期截止日', '6月以后'],
      ]),
    ]);
    expect(facts).toEqual({ feedback: '2021-04-29', concentratedUntil: '6月以后' });
  });

  test('tell of a part in the round that is none of those offered', () => {
    const { people, notes } = understand([
      gridOf([
        ['人员编号', '姓名', '邮箱地址', '科室', '上级', '职责'],
        ['p01', '甲', '', '', '', '整改办'],
        ['p02', '乙', '', '', '', '整改办主任'],
      ]),
    ]);
    expect(people).toEqual([
      { id: 'p01', name: '甲', office: 'office' },
      { id: 'p02', name: '乙' },
    ]);
    expect(notes).toEqual([{ line: 3, type: 'left-out', text: '整改办主任' }]);
  });
});
