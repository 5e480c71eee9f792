import { CivilDate } from '../calendar/civil';
import { Language } from '../round/roster';
import { words } from './index';

const date = (text: string) => CivilDate.parse(text);

/** Every text that a table of words holds, however deep. */
const texts = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
};

describe('words', () => {
  it.each(Language.options)('has no empty text in %s', (language) => {
    const { date: dates, ...rest } = words(language);
    expect(texts({ ...rest, none: dates.none }).filter((text) => text.trim() === '')).toEqual([]);
  });

  it('speaks the language that it is asked for', () => {
    expect(Language.options.map((language) => words(language).language)).toEqual(Language.options);
  });

  it('has a name of its own for every status, command and rung', () => {
    for (const language of Language.options) {
      const { status, command, rung } = words(language);
      for (const table of [status, command, rung].map((names) => Object.values(names)))
        expect(new Set(table).size).toBe(table.length);
    }
  });

  it('keeps Chinese typography: no half-width comma, colon or bracket beside a Chinese character', () => {
    expect(
      texts(words('zh-CN')).filter((text) => /\p{Script=Han}[,;:()]|[,;:()]\p{Script=Han}/u.test(text)),
    ).toEqual([]);
  });

  it('uses the words of the office', () => {
    const { status, rung, published } = words('zh-CN');
    expect([status.assigned, status.returned, status.closed]).toEqual(['待签收', '退回补充整改', '已销号']);
    expect([rung.unacknowledged, rung.imminent, rung.accountability]).toEqual(['催签', '临期', '问责建议']);
    expect(published['completed-sustained']).toBe('基本完成并长期坚持');
  });
});

describe('dates', () => {
  it('writes a date as the language does', () => {
    const day = date('2021-06-30');
    expect([words('zh-CN').date.day(day), words('en').date.day(day)]).toEqual([
      '2021年6月30日',
      '30 June 2021',
    ]);
    expect([words('zh-CN').date.short(day), words('en').date.short(day)]).toEqual(['6 月 30 日', '30 June']);
  });

  it('names the weekday', () => {
    expect(words('zh-CN').date.withWeekday(date('2021-06-30'))).toContain('星期三');
    expect(words('zh-CN').date.withWeekday(date('2021-07-04'))).toContain('星期日');
    expect(words('en').date.withWeekday(date('2021-06-30'))).toBe('Wednesday, 30 June 2021');
  });

  it('tells days left, the day itself, and days past', () => {
    const { left } = words('en').date;
    expect([2, 1, 0, -1, -2].map(left)).toEqual([
      '2 days left',
      '1 day left',
      'due today',
      '1 day overdue',
      '2 days overdue',
    ]);
    expect([2, 0, -2].map(words('zh-CN').date.left)).toEqual(['还有 2 天', '今天到期', '已超 2 天']);
  });

  it('says that a date is provisional, and that there is none', () => {
    expect(words('zh-CN').date.provisional).toContain('暂定');
    expect([words('zh-CN').date.none, words('en').date.none]).toEqual(['未设时限', 'no deadline set']);
  });
});
