import { choiceIn, chosenIn, isTick } from './choice';

describe('what is ticked is chosen', () => {
  test.each([
    ['☑立行立改 □限期整改 □长期坚持', ['立行立改']],
    ['□立行立改 √限期整改 □长期坚持', ['限期整改']],
    ['□立行立改☑限期整改□长期坚持', ['限期整改']],
    ['○立行立改 ●限期整改 ○长期坚持', ['限期整改']],
    ['■立行立改\n□限期整改', ['立行立改']],
    ['☐立行立改 ☒限期整改', ['限期整改']],
    ['立行立改□ 限期整改☑ 长期坚持□', ['限期整改']],
    ['立行立改☑限期整改□长期坚持□', ['立行立改']],
    ['是√ 否', ['是']],
    ['是 否√', ['否']],
    ['√立行立改 限期整改 长期坚持', ['立行立改']],
    ['立行立改 √限期整改 长期坚持', ['限期整改']],
    ['（√）立行立改 （ ）限期整改', ['立行立改']],
    ['立行立改（ ） 限期整改（√）', ['限期整改']],
    ['[x] 立行立改 [ ] 限期整改', ['立行立改']],
    ['【　】立行立改【√】限期整改', ['限期整改']],
    ['✔是 ✘否', ['是']],
    ['√是 ×否', ['是']],
    ['整改类型：□立行立改 ☑限期整改（2021年6月底前）', ['限期整改（2021年6月底前）']],
    ['☑江一 □河二 ☑沈九', ['江一', '沈九']],
    ['☑ 王 五 □ 李 四', ['王 五']],
    ['●办公室、人事科\n●财务科', ['办公室、人事科', '财务科']],
    ['☑2021年6月30日 □2021年9月30日', ['2021年6月30日']],
    ['□立行立改 □限期整改', []],
    ['○是 ○否', []],
    ['√', ['']],
    ['□', []],
    ['×', []],
  ])('%j', (text, chosen) => {
    expect(choiceIn(text)?.chosen).toEqual(chosen);
  });
});

describe('no choice is', () => {
  test.each([
    '立行立改',
    '二○二一年六月三十日',
    '李○○',
    '张××',
    '李□□、王□□',
    '××科',
    '办公室（牵头）',
    '2021年×月×日',
    '办公室（）',
  ])('%j', (text) => {
    expect(choiceIn(text)).toBeUndefined();
    expect(chosenIn(text, 'one')).toEqual({ text, isUnclear: false });
  });
});

describe('a choice is unclear', () => {
  test.each([
    ['□立行立改 □限期整改', 'one', ''],
    ['☑立行立改 ☑限期整改', 'one', ''],
    ['□江一', 'several', ''],
    ['□是 □否', 'secrecy', ''],
    ['☑是 ☑否', 'secrecy', '是、否'],
  ] as const)('%j', (text, choosing, said) => {
    expect(chosenIn(text, choosing)).toEqual({ text: said, isUnclear: true });
  });

  test.each([
    ['☑江一 ☑河二', 'several', '江一、河二'],
    ['□', 'secrecy', ''],
    ['□涉密', 'secrecy', ''],
    ['√', 'secrecy', '√'],
  ] as const)('but not %j', (text, choosing, said) => {
    expect(chosenIn(text, choosing)).toEqual({ text: said, isUnclear: false });
  });
});

test('a tick alone is one, a ticked word is none', () => {
  expect(['√', ' ☑ ', '（√）', '■'].map(isTick)).toEqual([true, true, true, true]);
  expect(['', '□', '√是', '是', '×'].map(isTick)).toEqual([false, false, false, false, false]);
});
