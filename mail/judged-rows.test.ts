import type { Judged } from '../domain/ladder/judged';
import type { Language } from '../domain/round/roster';
import { aBrief, aDigest, aFact } from '../testing/digest';
import { composeMessage } from './compose';

const JUDGED: Judged = {
  measures: {
    all: 9,
    complete: 9,
    recoveredFen: 408_050,
    first: [
      { no: 1, text: '追回多发补贴', complete: true, recoveredFen: 408_050, regulation: '补贴发放办法' },
      { no: 2, text: '逐件核对', complete: false },
    ],
  },
  evidence: {
    all: 3,
    size: 12_900_000,
    first: [
      { no: 1, measure: 1, title: '退缴\u202e凭证', size: 427_000, mediaType: 'application/pdf' },
      { no: 3, measure: 1, title: '<b>清单</b>', size: 1_024, mediaType: 'application/x-nobody-knows' },
    ],
  },
  checkIns: 4,
};

const mailOf = (status: 'leader-review' | 'acceptance', language: Language = 'zh-CN', judged = JUDGED) => {
  const brief = aBrief('3.2', { status });
  const line = aFact('closure-requested', brief, { by: '乙', text: '措施均已落实', judged });
  return composeMessage(aDigest([line], { name: '甲', language }));
};

test('a leader reads in the mail what there is to judge, and how to open it', () => {
  const { text, html } = mailOf('leader-review');
  for (const said of [
    '整改措施：共 9 项，均已完成，追缴 4,080.50 元',
    '1. 追回多发补贴（已完成，追缴 4,080.50 元，形成《补贴发放办法》）',
    '2. 逐件核对（未完成）',
    '其余 7 项请运行 rectify show 2021-03/3.2 查看',
    '佐证材料：共 3 份，12.3 MiB',
    '第 1 份《退缴凭证》（措施 1，PDF，417 KiB）',
    '第 3 份《<b>清单</b>》（措施 1，其他，1.0 KiB）',
    '其余 1 项请运行 rectify show 2021-03/3.2 查看',
    '坚持情况：坚持期内已报告 4 次',
    'rectify evidence open 2021-03/3.2',
  ])
    expect(text).toContain(said);
  expect(html).toContain('&lt;b&gt;清单&lt;/b&gt;');
  expect(html).not.toContain('<b>清单');
});

test('in English too', () => {
  const { text } = mailOf('leader-review', 'en');
  for (const said of [
    'Measures: 9 of 9 complete, 4,080.50 yuan recovered',
    '1. 追回多发补贴 (complete, 4,080.50 yuan recovered, adopted "补贴发放办法")',
    'Evidence: 3 files, 12.3 MiB',
    'no. 1 "退缴凭证" (measure 1, PDF, 417 KiB)',
    'and 7 more: rectify show 2021-03/3.2',
  ])
    expect(text).toContain(said);
});

test('nothing is listed for somebody whose turn it no longer is', () => {
  const { text } = mailOf('acceptance');
  expect(text).not.toContain('佐证材料：');
  expect(text).not.toContain('evidence open');
});

test('without evidence there is nothing to open', () => {
  const { text } = mailOf('leader-review', 'zh-CN', { ...JUDGED, evidence: { all: 0, size: 0, first: [] } });
  expect(text).toContain('佐证材料：尚无');
  expect(text).not.toContain('evidence open');
});
