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

  test('tell of a name that is near one of the roster, wherever it stands, and of one that is far', () => {
    const { notes } = understand([
      gridOf([
        ['人员编号', '姓名', '邮箱地址', '科室', '上级', '职责'],
        ['p01', '李军', '', '', '', ''],
        ['p02', '王小明', '', '', '李均', ''],
        ['p03', '赵一', '', '', 'p01', ''],
      ]),
      gridOf([
        ['具体问题', '整改措施', '责任领导', '责任科室', '经办人', '措施责任人'],
        ['甲不实', '补课', '李君', '办公室', 'p03', '王小朋'],
        ['乙不实', '补课', '李军', '办公室', '欧阳锋', ''],
      ]),
    ]);
    const strangers = notes.flatMap((note) =>
      note.type === 'not-in-roster' ? [[note.line, note.name, note.meant]] : [],
    );
    expect(strangers).toEqual([
      [2, '李君', ['李军']],
      [2, '王小朋', ['王小明']],
      [3, '欧阳锋', []],
      [3, '李均', ['李军']],
    ]);
  });
});
