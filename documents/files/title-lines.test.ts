import { titleLines } from './title-lines';

describe('the lines of a title', () => {
  test.each([
    ['督办函', ['督办函']],
    ['某单位\n关于巡察整改进展情况的通报', ['某单位', '关于巡察整改进展情况的通报']],
    [
      '关于督促整改“应急管理执法终端管理不到位”问题的函',
      ['关于督促整改“应急管理执法', '终端管理不到位”问题的函'],
    ],
  ])('of %s part between words', (title, lines) => {
    expect(titleLines(title).split('\n')).toEqual(lines);
  });

  test('lose nothing, fit, and neither begin nor end with the wrong mark', () => {
    const title =
      '关于催办“落实安全生产责任制（含《办法》、细则）不到位，执法记录、卷宗归档不规范”问题的督办函';
    const lines = titleLines(title).split('\n');
    expect(lines.join('')).toBe(title);
    for (const line of lines) {
      expect(line.length).toBeLessThanOrEqual(20);
      expect(line).not.toMatch(/^[”》）、，]|[“《（]$/);
    }
  });
});
