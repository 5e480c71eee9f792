import type { DigestLine } from '../domain/ladder/notice';
import type { Language } from '../domain/round/roster';
import { composeMessage } from './compose';
import { aBrief, aDigest, aFact, aReminder, date } from '../testing/digest';

const subject = (lines: DigestLine[], language: Language = 'zh-CN') =>
  composeMessage(aDigest(lines, { language })).subject;

describe('the subject', () => {
  it('says the worst, the count and the earliest deadline', () => {
    const lines = [
      aReminder('imminent', aBrief('1.1')),
      aReminder('overdue', aBrief('1.2', { deadline: date('2021-06-18') })),
      aReminder('imminent', aBrief('1.3')),
    ];
    expect(subject(lines)).toMatch(/^【超期】3 项整改事项需要处理.最早时限 6 月 18 日$/);
    expect(subject(lines, 'en')).toBe(
      '[Overdue] 3 rectification items need your action, earliest deadline 18 June',
    );
  });

  it('names the item when there is but one', () => {
    expect(subject([aReminder('imminent')])).toMatch(/^【临期】\(三\)2 物资采购管理不规范.时限 6 月 30 日$/);
    expect(subject([aReminder('imminent'), aFact('returned')])).toContain('(三)2 物资采购管理不规范');
  });

  it('counts an item once and names those to watch apart', () => {
    const lines = [
      aReminder('overdue', aBrief('1.1')),
      aFact('returned', aBrief('1.1', { status: 'returned' })),
      aReminder('warning', aBrief('1.2')),
    ];
    expect(subject(lines, 'en')).toContain('1 rectification item needs your action, 1 more to watch');
  });

  it('has the year of a deadline in another year, and says that it is provisional', () => {
    const brief = aBrief('1.1', { deadline: date('2022-02-15'), provisional: true });
    expect(subject([aReminder('reminder', brief)], 'en')).toContain(
      'deadline 15 February 2022 (provisional)',
    );
  });

  it('gives no deadline to what is only for information', () => {
    const line = aFact('accepted', aBrief('1.1', { status: 'closed' }), { cc: true });
    expect(subject([line])).toBe('【验收通过】(一)1 物资采购管理不规范');
  });

  it.each(['zh-CN', 'en'] as const)('says in %s that it belongs to a drill', (language) => {
    const digest = { ...aDigest([aReminder('overdue')], { language }), drill: '2021' };
    expect(composeMessage(digest).subject).toMatch(language === 'en' ? /^\[DRILL\] / : /^【演练】/);
  });
});
