import { ItemNumber } from '../../base/ids';
import type { ItemLife } from '../../domain/item/life';
import type { Status } from '../../domain/item/states';
import { aFile, anItem, give } from '../../testing/item';
import { aBirth, at, date, planned } from '../../testing/world';
import { aDossier, asDossierItem } from '../../testing/dossier';
import { textsOf } from '../../testing/paper';
import { noticeOf } from './index';

const NOW = at('2021-06-15');
const item = (
  number: string,
  status: Status = 'in-progress',
  more: Parameters<typeof planned>[0] = {},
): ItemLife =>
  anItem(
    status,
    aBirth({ planned: planned({ number: ItemNumber.parse(number), problem: `${number}号不实`, ...more }) }),
  );
const noticeWith = (lives: readonly ItemLife[], now = NOW) =>
  noticeOf(aDossier(lives.map(asDossierItem), now));
/** What is said of the first item. */
const reportOn = (life: ItemLife, now = NOW): string => textsOf(noticeWith([life], now), 'level3')[0] ?? '';

describe('a notice', () => {
  const paper = noticeWith([item('1.1', 'archived'), item('2.1', 'in-progress', { category: '资金管理' })]);

  test('has the parts of an official paper in their order', () => {
    const parts = paper.paragraphs.map(({ part }) => part);
    expect(parts.slice(0, 4)).toEqual(['title', 'mark', 'body', 'level1']);
    expect(parts.slice(-3)).toEqual(['body', 'signature', 'date']);
    expect(textsOf(paper, 'title')).toEqual(['市应急管理局关于巡察整改进展情况的通报']);
    expect(textsOf(paper, 'mark')).toEqual(['（代拟稿）']);
    expect(textsOf(paper, 'level1')).toEqual([
      '一、整改工作组织情况',
      '二、整改落实情况',
      '三、下一步工作安排',
    ]);
    expect(textsOf(paper, 'level2').slice(0, 2)).toEqual(['（一）应急管理责任落实方面', '（二）资金管理']);
    expect([...textsOf(paper, 'signature'), ...textsOf(paper, 'date')]).toEqual([
      '市应急管理局',
      '2021年6月15日',
    ]);
  });

  test('keeps two categories apart that have one title', () => {
    const title = { category: '其他方面' };
    const lives = [item('1.1', 'withdrawn', title), item('2.1'), item('3.1', 'archived', title)];
    const apart = noticeWith(lives);
    const headings = textsOf(apart, 'level2').slice(0, 3);
    expect(headings).toEqual(['（一）其他方面', '（二）应急管理责任落实方面', '（三）其他方面']);
    expect(textsOf(apart, 'body').join('\n')).toContain('反馈指出的3个方面、3项问题中');
    const [withdrawn] = apart.paragraphs.flatMap(({ text }, index) =>
      text.includes('不予列入，') ? [index] : [],
    );
    expect(apart.paragraphs[(withdrawn ?? 0) - 1]?.text).toBe(headings[0]);
  });

  test('says what the round knows, and leaves blank what it does not', () => {
    const [opening] = textsOf(paper, 'body');
    expect(opening).toContain('【起止日期】，【巡察组名称】对市应急管理局开展了巡察，并于2021年4月29日反馈');
    expect(opening).toContain('本轮集中整改期至2021年8月31日');
    expect(opening).toContain('截至2021年6月15日');
  });

  test('tells how far measures and evidence are', () => {
    expect(textsOf(paper, 'body')).toContain(
      '以上事项共有整改措施4条，截至2021年6月15日完成2条，收到佐证材料2份。',
    );
  });

  test('parts a long title after the name of the body', () => {
    const body = '中共某某市某某某某管理局委员会';
    const dossier = aDossier([asDossierItem(item('1.1'))], NOW);
    const { paragraphs, title } = noticeOf({ ...dossier, head: { ...dossier.head, body } });
    expect(paragraphs[0]?.text).toBe(`${body}\n关于巡察整改进展情况的通报`);
    expect(title).toBe(`${body}关于巡察整改进展情况的通报`);
  });

  test('of a drill says so first', () => {
    const dossier = aDossier([asDossierItem(item('1.1'))], NOW);
    const { title } = noticeOf({ ...dossier, clock: { ...dossier.clock, drill: '演练一' } });
    expect(title).toMatch(/^【演练】/);
  });
});

describe('an item in a notice', () => {
  test('that is done has its measures with what came of them', () => {
    const life = item('1.1', 'in-progress', { problem: '“终端”管理不到位的问题' });
    for (const measure of [1, 2]) give(life, 'add-evidence', NOW, { measure, file: aFile(String(measure)) });
    give(life, 'complete-measure', NOW, { measure: 1, result: '收回99台。', recoveredFen: 163_050 });
    give(life, 'complete-measure', NOW, { measure: 2, result: '已印发', regulation: '终端管理办法' });
    give(life, 'request-closure', NOW);
    give(life, 'approve', NOW);
    give(life, 'accept', NOW);
    expect(reportOn(life)).toBe(
      '1.针对“‘终端’管理不到位”问题。已完成。一是逐台清点执法终端：收回99台，追缴、挽回资金1,630.50元；二是制定终端管理办法：已印发，形成《终端管理办法》。',
    );
    const [totals] = noticeWith([life]).paragraphs.filter(({ about }) => about === 'totals');
    expect(totals?.text).toMatch(/。共追缴、挽回资金1,630.50元。$/);
    expect(textsOf(noticeWith([life]), 'body')).toContain('共形成制度成果1项：《终端管理办法》。');
  });

  test('that goes on says what is open, what was last reported, and until when', () => {
    const life = item('1.1', 'in-progress', {
      measures: [
        { no: 1, text: '盘点', kind: 'other', deadline: date('2021-06-20') },
        { no: 2, text: '调账', kind: 'other', deadline: date('2021-06-01') },
        { no: 3, text: '追查', kind: 'other' },
      ],
    });
    give(life, 'report-progress', NOW, { text: '盘点过半。' });
    expect(reportOn(life)).toBe(
      '1.针对“1.1号不实”问题。持续推进。一是盘点（正在办理，2021年6月20日前完成）；二是调账（尚未完成，应于2021年6月1日前完成）；三是追查（正在办理）。最近进展：盘点过半。整改时限为2021年6月30日。',
    );
  });

  test.each([
    ['leader-review', '持续推进', '责任领导正在审核'],
    ['acceptance', '持续推进', '正在验收'],
    ['returned', '未完成', '经审核退回，正在补充整改。整改时限为2021年6月9日（原定2021年6月30日），已超期。'],
  ] as const)('that is in %s is published as %s', (status, published, more) => {
    const text = reportOn(item('1.1', status));
    expect(text).toContain(`问题。${published}。`);
    expect(text).toContain(more);
  });

  test('that is overdue says so', () => {
    expect(reportOn(item('1.1'), at('2021-07-05'))).toMatch(/。未完成。.*整改时限为2021年6月30日，已超期。$/);
  });

  test('without a deadline is never called overdue', () => {
    const life = anItem('in-progress', aBirth({ planned: planned({ deadline: null }) }));
    expect(reportOn(life, at('2022-07-05'))).toMatch(/。持续推进。.*未设时限。$/);
  });

  test('that is sustained says until when, and after that that it was accepted', () => {
    const life = item('1.1', 'sustained', { kind: 'sustained' });
    expect(reportOn(life)).toMatch(/。基本完成并长期坚持。.*长期坚持至2022年5月10日。$/);
    life.passTime(at('2022-05-11', '00:00'));
    give(life, 'accept', at('2022-05-12'));
    expect(reportOn(life, at('2022-05-12'))).toMatch(/坚持至2022年5月10日，期满验收通过。$/);
  });
});

describe('what is withdrawn', () => {
  const into = (life: ItemLife, target?: string) => {
    give(life, 'withdraw', NOW, target === undefined ? {} : { into: target });
    return life;
  };

  test('is with the item it was merged into, and the numbers go on without it', () => {
    const paper = noticeWith([item('1.1'), into(item('1.2'), '1.3'), item('1.3')]);
    expect(textsOf(paper, 'level3').map((text) => text.slice(0, 11))).toEqual([
      '1.针对“1.1号不实',
      '2.针对“1.3号不实',
    ]);
    const [, second, merged] = paper.paragraphs.filter(({ about }) => about?.startsWith('2021-03/'));
    expect(second?.about).toBe('2021-03/1.3');
    expect(merged).toMatchObject({ part: 'body', about: '2021-03/1.2' });
    expect(merged?.text).toBe('另外，“1.2号不实”问题并入本项一并整改，不再单列。');
  });

  test('is counted apart from what the plan has beside it', () => {
    const organised = (...lives: ItemLife[]) => textsOf(noticeWith(lives), 'body').join('\n');
    expect(organised(item('1.1'), into(item('1.2'), '1.1'))).toContain(
      '整改方案共列2项，其中不予列入、并案1项，其余1项由',
    );
    expect(organised(item('1.1'), item('1.2'))).toContain('整改方案共列2项，由');
  });

  test('follows what it was merged into when that was merged again', () => {
    const paper = noticeWith([into(item('1.1'), '1.2'), into(item('1.2'), '2.1'), item('2.1')]);
    expect(paper.paragraphs.map(({ about }) => about).filter(Boolean)).toEqual([
      'totals',
      '2021-03/2.1',
      '2021-03/1.1',
      '2021-03/1.2',
    ]);
  });

  test('into nothing is named at the end of its own category', () => {
    const paper = noticeWith([into(item('1.1')), item('1.2')]);
    expect(textsOf(paper, 'body')).toContain('另外，“1.1号不实”问题经研究不予列入，不再单列。');
  });
});

describe('the next steps', () => {
  test('name what is open, the most pressing first, with dates and sections', () => {
    const sustained = item('1.3', 'sustained', { kind: 'sustained' });
    const paper = noticeWith(
      [item('1.1', 'in-progress', { deadline: date('2021-08-31') }), item('1.2'), sustained],
      at('2021-07-05'),
    );
    expect(textsOf(paper, 'level2').slice(1)).toEqual([
      '（一）抓紧办结超期事项。共1项：“1.2号不实”问题（执法监督科，2021年6月30日）。',
      '（二）按时限办结在办事项。共1项：“1.1号不实”问题（执法监督科，2021年8月31日）。',
      '（三）坚持巩固阶段成果。共1项：“1.3号不实”问题（坚持至2022年5月10日）。',
    ]);
  });

  test('hold nobody to a deadline where there is none', () => {
    const paper = noticeWith([item('1.1', 'in-progress', { deadline: null }), item('1.2')]);
    expect(textsOf(paper, 'level2').slice(1)).toEqual([
      '（一）按时限办结在办事项。共1项：“1.2号不实”问题（执法监督科，2021年6月30日）。',
      '（二）持续推进未设时限事项。共1项：“1.1号不实”问题（执法监督科）。',
    ]);
  });

  test('of a round in which everything was withdrawn claim nothing, nor does what was organised', () => {
    const body = textsOf(noticeWith([item('1.1', 'withdrawn'), item('1.2', 'withdrawn')]), 'body');
    expect(body).toContain('整改方案共列2项，均已不予列入或并案。');
    expect(body.join('')).not.toMatch(/0名|措施0条|均已办结/);
  });

  test('are left to the clerk where nothing is open', () => {
    expect(textsOf(noticeWith([item('1.1', 'archived')]), 'body')).toContain(
      '列入整改的事项均已办结。【巩固整改成果、开展回头看的安排】',
    );
  });
});
