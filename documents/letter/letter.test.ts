import type { Instant } from '../../domain/calendar/zone';
import type { ItemLife } from '../../domain/item/life';
import { aFile, anItem, give } from '../../testing/item';
import { WholeRound } from '../../testing/round';
import { aBirth, at, date, planned } from '../../testing/world';
import { aDossier, asDossierItem } from '../../testing/dossier';
import { textsOf } from '../../testing/paper';
import { LETTER_RUNGS, letterOf, type LetterOptions } from './index';

const NOW = at('2021-07-07');
const URGE: LetterOptions = { rung: 'urging-letter' };

const letter = (life: ItemLife, options: LetterOptions = URGE, now: Instant = NOW) => {
  const item = asDossierItem(life);
  return letterOf({ ...aDossier([item], now), ...item }, options);
};

const overdue = (): ItemLife => {
  const life = anItem('in-progress');
  give(life, 'complete-measure', at('2021-06-01'), { measure: 1 });
  give(life, 'report-progress', at('2021-06-21'), { text: '办法已“送审”。\n待批' });
  life.passTime(at('2021-07-07', '00:00'));
  return life;
};

describe('an urging letter', () => {
  const { paper, proposed, number } = letter(overdue());

  test('has the parts of an official letter in their order', () => {
    expect(paper.paragraphs.map(({ part }) => part)).toEqual([
      'letterhead',
      'number',
      'title',
      'mark',
      'recipient',
      'body',
      'body',
      'body',
      'body',
      'signature',
      'date',
      'copies',
    ]);
    expect(textsOf(paper, 'letterhead')).toEqual(['市应急管理局整改办公室']);
    expect(textsOf(paper, 'title')).toEqual(['关于抓紧整改“执法终端管理不到位”问题的督办函']);
    expect(textsOf(paper, 'recipient')).toEqual(['执法监督科、甲同志：']);
    expect(textsOf(paper, 'copies')).toEqual(['抄送：丁、己。']);
  });

  test('says since when the item is overdue, in working days of the calendar', () => {
    expect(textsOf(paper, 'body')[0]).toBe(
      '2021年4月29日巡察反馈的（一）2“执法终端管理不到位”问题，由执法监督科承办，责任领导甲，经办人乙，整改时限为2021年6月30日。截至2021年7月7日，该项正在整改，尚未申请销号，自2021年7月1日起超期，至今已5个工作日。',
    );
  });

  test('says what is not done yet, and what was reported of it', () => {
    expect(textsOf(paper, 'body')[1]).toBe(
      '该项共有整改措施2条，已完成1条，尚未完成的是：制定终端管理办法。乙同志2021年6月21日报告：“办法已‘送审’。 待批”。',
    );
  });

  test('is a draft with a gap for its number, which the ladder has proposed', () => {
    expect([proposed, number]).toEqual([true, undefined]);
    expect(textsOf(paper, 'number')).toEqual(['整改办〔2021〕　　号']);
    expect(textsOf(paper, 'mark')).toEqual(['（代拟稿）']);
    expect(textsOf(paper, 'body')[2]).toContain('于【年月日】前');
  });

  test('takes the number and the day that it is given', () => {
    const given = letter(overdue(), { ...URGE, number: '整改办〔2021〕9号', until: date('2021-07-20') });
    expect(given.number).toBe('整改办〔2021〕9号');
    expect(textsOf(given.paper, 'number')).toEqual(['整改办〔2021〕9号']);
    expect(textsOf(given.paper, 'body')[2]).toContain('于2021年7月20日前');
    expect(textsOf(given.paper, 'mark')).toEqual(['（代拟稿）']);
  });
});

test('a letter that was issued has the number and day of that, whatever else is given, and is no draft', () => {
  const round = new WholeRound();
  give(round.item(), 'acknowledge', at('2021-05-06', '11:00'));
  round.item().passTime(at('2021-07-07', '00:00'));
  round.settle(NOW);
  round.give('issue-proposal', NOW);
  const { paper, number } = letter(round.item(), { ...URGE, number: '另一号' }, at('2021-07-12'));
  expect(number).toBe('整改办〔2021〕3号');
  expect(textsOf(paper, 'date')).toEqual(['2021年7月7日']);
  expect(textsOf(paper, 'mark')).toEqual([]);
});

describe('an item that is not proposed for a letter', () => {
  test.each([
    [
      'has no deadline',
      anItem('in-progress', aBirth({ planned: planned({ deadline: null }) })),
      '未设时限。',
    ],
    ['is in time', anItem('in-progress'), '整改时限为2021年6月30日。'],
    ['is closed', anItem('closed'), '该项已销号。'],
  ])('because it %s is drafted all the same, and says so', (_, life, says) => {
    const { paper, proposed } = letter(life, URGE, at('2021-06-01'));
    expect(proposed).toBe(false);
    expect(textsOf(paper, 'body')[0]).toContain(says);
    expect(textsOf(paper, 'body')[0]).not.toContain('超期');
  });

  test('because it was dropped counts as not proposed', () => {
    const life = overdue();
    const { proposals } = life.state;
    const dropped = proposals.map((proposal) => ({
      ...proposal,
      outcome: { type: 'dropped' as const, reason: '已当面说明', by: life.state.people.leader, at: NOW },
    }));
    const item = { ...asDossierItem(life), state: { ...life.state, proposals: dropped } };
    expect(letterOf({ ...aDossier([item], NOW), ...item }, URGE).proposed).toBe(false);
  });
});

test('an item that waits for its reviewer is measured on the day it asked for closure', () => {
  const life = overdue();
  give(life, 'add-evidence', NOW);
  give(life, 'add-evidence', NOW, { measure: 2, file: aFile('b') });
  give(life, 'complete-measure', NOW, { measure: 2 });
  give(life, 'request-closure', NOW);
  const { paper } = letter(life, URGE, at('2021-07-20'));
  expect(textsOf(paper, 'body')[0]).toMatch(/已申请销号，由责任领导审核，申请时已超期5个工作日。$/);
});

test('a returned item is told what was still missing', () => {
  const { paper } = letter(anItem('returned'));
  expect(textsOf(paper, 'body')[1]).toContain('退回时要求补充：“缺少终端遗失的处理结果及依据”');
});

test('a talk notice names who is to come, and leaves time and place open', () => {
  const { paper } = letter(overdue(), { rung: 'talk', until: date('2021-07-16') });
  expect(textsOf(paper, 'title')).toEqual(['关于就“执法终端管理不到位”问题整改情况约谈的通知']);
  expect(textsOf(paper, 'body')[2]).toContain('现定于2021年7月16日【时间】在【地点】');
  expect(textsOf(paper, 'body')[2]).toContain('请甲、乙同志参加');
});

test('no paper is drafted for a proposal of accountability', () => {
  expect(LETTER_RUNGS).not.toContain('accountability');
});

test('a letter of a drill says so', () => {
  const item = asDossierItem(overdue());
  const dossier = aDossier([item], NOW);
  const { paper } = letterOf({ ...dossier, ...item, clock: { ...dossier.clock, drill: '演练一' } }, URGE);
  expect(textsOf(paper, 'title')[0]).toMatch(/^【演练】关于/);
});
