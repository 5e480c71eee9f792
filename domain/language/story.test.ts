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
