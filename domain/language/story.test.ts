import { aFile, anItem, give, NOW } from '../../testing/item';
import type { Language } from '../round/roster';
import { story } from './story';

const life = anItem('in-progress');
give(life, 'add-evidence', NOW);
give(life, 'add-evidence', NOW, { file: aFile('2'), replaces: 1 });
give(life, 'complete-measure', NOW, { recoveredFen: 408_050, regulation: '终端管理办法' });
give(life, 'complete-measure', NOW, { measure: 2 });

/** The last four entries of the log. */
const told = (language: Language): string[] =>
  life.log.slice(-4).map((entry) => story(entry, life.context.roster, language));

test('the story tells what was recorded as a result, by whom it is vouched for, and what became of it', () => {
  const worked = anItem('in-progress');
  give(worked, 'add-evidence', NOW);
  give(worked, 'record-result', NOW, { kind: 'money-returned', figure: 408_050, measure: 1, evidence: 1 });
  give(worked, 'correct-result', NOW, { figure: 463_050 });
  give(worked, 'correct-result', NOW, { figure: undefined, reason: '重复登记' });
  const last = (language: Language) =>
    worked.log.slice(-3).map((entry) => story(entry, worked.context.roster, language));
  expect(last('zh-CN')).toEqual([
    '乙 登记措施 1 的整改成效：退还资金 4,080.50 元，佐证第 1 份，核实人 甲',
    '乙 将第 1 项整改成效更正为：退还资金 4,630.50 元：漏计一次',
    '乙 撤销第 1 项整改成效：重复登记',
  ]);
  expect(last('en')).toEqual([
    '乙 recorded a result of measure 1, money returned: 4,080.50 yuan, shown by evidence number 1, vouched for by 甲',
    '乙 corrected result number 1 to money returned: 4,630.50 yuan: 漏计一次',
    '乙 withdrew result number 1: 重复登记',
  ]);
});

test('the story of an item tells which version replaced which, and what a measure has brought', () => {
  expect(told('zh-CN')).toEqual([
    '乙 为措施 1 提交佐证《清点记录a》',
    '乙 为措施 1 提交佐证《清点记录2》，替换第 1 份',
    '乙 完成措施 1，追缴 4,080.50 元，形成制度《终端管理办法》：清点完毕',
    '乙 完成措施 2：清点完毕',
  ]);
  expect(told('en')).toEqual([
    '乙 added evidence "清点记录a" for measure 1',
    '乙 added evidence "清点记录2" for measure 1, replacing number 1',
    '乙 completed measure 1, recovered 4,080.50 yuan, adopted the rule "终端管理办法": 清点完毕',
    '乙 completed measure 2: 清点完毕',
  ]);
});
