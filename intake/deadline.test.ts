import fc from 'fast-check';
import { ofExcelSerial, timeIn, yearIn } from './deadline';

describe('the time for an item, as offices write it', () => {
  test.each([
    ['2021年6月30日', '2021-06-30'],
    ['2021年6月30日前', '2021-06-30'],
    ['２０２１年６月３０日', '2021-06-30'],
    ['2021 年 6 月 30 日', '2021-06-30'],
    ['二〇二一年六月三十日', '2021-06-30'],
    ['2021.6.30', '2021-06-30'],
    ['2021/6/30', '2021-06-30'],
    ['2021-06-30', '2021-06-30'],
    ['20210630', '2021-06-30'],
    ['44377', '2021-06-30'],
    ['44377.5', '2021-06-30'],
    ['2021年6月底', '2021-06-30'],
    ['2021年2月底前', '2021-02-28'],
    ['2020年2月底前', '2020-02-29'],
    ['2021.6', '2021-06-30'],
    ['2021年6月', '2021-06-30'],
    ['2021年6月中旬', '2021-06-20'],
    ['2021年底前', '2021-12-31'],
    ['2021年年底', '2021-12-31'],
    ['2021年第二季度', '2021-06-30'],
    ['2021年上半年', '2021-06-30'],
    ['2021年5月至2021年6月', '2021-06-30'],
    ['2021.5.1-2021.6.30', '2021-06-30'],
    ['2021年5月至6月底', '2021-06-30'],
    ['2021年3-6月', '2021-06-30'],
    ['2021年3月-6月', '2021-06-30'],
    ['2020年11月至2月', '2021-02-28'],
    ['2021.3-2021.6', '2021-06-30'],
    ['二○二一年六月三十日', '2021-06-30'],
    ['2021年6月30号', '2021-06-30'],
    ['2021-6-30 00:00:00', '2021-06-30'],
    ['2021年第二季度末', '2021-06-30'],
    ['2021年下半年', '2021-12-31'],
    ['2021-06-30（暂定）', '2021-06-30'],
    ['2021-06-30 (provisional)', '2021-06-30'],
  ])('%s is %s, whatever other years the source speaks of', (given, date) => {
    expect(timeIn(given, 2019)).toEqual({ date });
  });

  test.each([
    ['2021年二季度', '2021-06-30'],
    ['2021年2季度', '2021-06-30'],
    ['2021年三季度末', '2021-09-30'],
    ['2021年第四季度', '2021-12-31'],
    ['2021年一至三季度', '2021-09-30'],
    ['2021年第1、2季度', '2021-06-30'],
    ['2021年第三季度内完成', '2021-09-30'],
    ['2021年', '2021-12-31'],
    ['2021年度', '2021-12-31'],
    ['21年6月底', '2021-06-30'],
    ['202106', '2021-06-30'],
    ['06/2021', '2021-06-30'],
    ['2021年6月、9月', '2021-09-30'],
    ['截至2021年6月30日', '2021-06-30'],
    ['2021年上半年底', '2021-06-30'],
  ])('the span %s ends on %s', (given, date) => {
    expect(timeIn(given, 2019)).toEqual({ date });
  });

  test.each([
    ['2021年3个月内'],
    ['反馈后3个月内'],
    ['2021年1号文件下发后'],
    ['2021年1次'],
    ['2021年7月以后'],
    ['自2021年7月'],
    ['每季度'],
    ['收到反馈意见之日起30个工作日内'],
  ])('%s names no day', (given) => {
    expect(timeIn(given, 2021)).toEqual({ unclear: true });
  });

  test.each(['2021年7月至长期', '2021年7月—长期坚持', '2021.7-长期', '2021年7月起长期坚持'])(
    '%s has a beginning and goes on',
    (given) => {
      expect(timeIn(given, 2021)).toEqual({ kind: 'sustained', unclear: true });
    },
  );

  test.each([
    ['30 Jun 2026', '2026-06-30'],
    ['30-Jun-26', '2026-06-30'],
    ['June 30, 2026', '2026-06-30'],
    ['Jun. 30 2026', '2026-06-30'],
    ['June 1 2026', '2026-06-01'],
    ['30th of June 2026', '2026-06-30'],
    ['by 30 June 2026', '2026-06-30'],
    ['before June 30, 2026', '2026-06-30'],
    ['2026-Jun-30', '2026-06-30'],
    ['2026-06-30T00:00:00', '2026-06-30'],
    ['June 2026', '2026-06-30'],
    ['end of February 2028', '2028-02-29'],
    ['Q2 2026', '2026-06-30'],
    ['2026 Q3', '2026-09-30'],
    ['2nd quarter of 2026', '2026-06-30'],
    ['H1 2026', '2026-06-30'],
    ['end of 2026', '2026-12-31'],
    ['30/06/2026', '2026-06-30'],
    ['06/30/2026', '2026-06-30'],
    ['5/5/2026', '2026-05-05'],
    ['1 May 2026 to 30 June 2026', '2026-06-30'],
    ['30 Sept 2026', '2026-09-30'],
  ])('the English %s is %s', (given, date) => {
    expect(timeIn(given, 2019)).toEqual({ date });
  });

  test.each(['03/04/2026', '3.4.2026', '03-04-2026', 'Jun-26', 'from 1 June 2026', 'ASAP'])(
    '%s may be several days, or none',
    (given) => {
      expect(timeIn(given, 2026)).toEqual({ unclear: true });
    },
  );

  test.each([
    ['2021年四季度前', '2021-12-31'],
    ['before June 2026', '2026-06-30'],
    ['03/04/2026 - 30/06/2026', '2026-06-30'],
    ['mid June 2026', '2026-06-30'],
  ])('%s is doubtful, and at the latest %s', (given, date) => {
    expect(timeIn(given, 2021)).toEqual({ date, unclear: true });
  });

  test.each(['TBD', 'n/a', 'None'])('%s says nothing', (given) => {
    expect(timeIn(given)).toEqual({});
  });

  test.each([
    ['Ongoing', 'sustained'],
    ['Immediately', 'immediate'],
    ['time-limited', 'time-limited'],
  ])('the English %s is a kind', (given, kind) => {
    expect(timeIn(given)).toEqual({ kind });
  });

  test('an ambiguous day is doubtful beside a kind too', () => {
    expect(timeIn('长期坚持 03/04/2026')).toEqual({ kind: 'sustained', unclear: true });
  });

  test.each(['一'.repeat(100_000), '2021.'.repeat(20_000), '1'.repeat(100_000), '二季'.repeat(50_000)])(
    'a text that is no time is looked at for a moment only',
    (given) => {
      const began = performance.now();
      timeIn(given, 2021);
      expect(performance.now() - began).toBeLessThan(200);
    },
  );

  test('next year is the one after that of the source', () => {
    expect(timeIn('明年1月底前', 2021)).toEqual({ date: '2022-01-31', yearAssumed: true });
  });

  test.each(['2021年10月1日起', '自2021年10月开始'])('%s is a beginning, not a deadline', (given) => {
    expect(timeIn(given, 2021)).toEqual({ unclear: true });
  });

  test.each([
    ['6月底前', '2021-06-30'],
    ['6月30日前', '2021-06-30'],
    ['今年年底前', '2021-12-31'],
    ['三季度', '2021-09-30'],
  ])('%s takes its year from the source, and says so', (given, date) => {
    expect(timeIn(given, 2021)).toMatchObject({ date, yearAssumed: true });
  });

  test('a day without a year anywhere is not guessed', () => {
    expect(timeIn('6月底前')).toEqual({ unclear: true });
  });

  test.each([
    ['立行立改', 'immediate'],
    ['立即整改', 'immediate'],
    ['即行即改', 'immediate'],
    ['边查边改', 'immediate'],
    ['长期坚持', 'sustained'],
    ['限期整改', 'time-limited'],
  ])('%s is a kind, not a date', (given, kind) => {
    expect(timeIn(given, 2021)).toEqual({ kind });
  });

  test('a date may stand beside a kind', () => {
    expect(timeIn('立行立改，2021年5月底前完成', 2021)).toEqual({ kind: 'immediate', date: '2021-05-31' });
    expect(timeIn('2021年6月30日前完成并长期坚持')).toEqual({ kind: 'sustained', date: '2021-06-30' });
  });

  test.each(['2021年2月30日', '尽快', '13月底前', '2021年6月30日（视情况延后）', '6月前', 'abc'])(
    '%s is doubtful',
    (given) => {
      expect(timeIn(given, 2021).unclear).toBe(true);
    },
  );

  test.each(['', ' ', '/', '—', '无', '待定'])('%j says nothing', (given) => {
    expect(timeIn(given, 2021)).toEqual({});
  });

  test('whatever is written, a date that comes out is real', () => {
    const pieces = fc.constantFrom(
      '2021',
      '年',
      '6',
      '月',
      '31',
      '日',
      '底',
      '前',
      '.',
      '/',
      '-',
      '十',
      '长期',
      '季度',
      '第',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const { date } = timeIn(parts.join(''), 2021);
        if (date !== undefined) expect(new Date(date).toISOString().slice(0, 10)).toBe(date);
      }),
    );
  });
});

test('serials of Excel are days since the end of 1899', () => {
  expect([ofExcelSerial(43831), ofExcelSerial(44377), ofExcelSerial(12)]).toEqual([
    '2020-01-01',
    '2021-06-30',
    undefined,
  ]);
});

test.each([
  ['通报于2021年印发，2020-01-05', 2021],
  ['Finding 3, due 2026-06-30', 2026],
  ['1,2021.10', undefined],
])('the year of %s', (text, year) => {
  expect(yearIn(text)).toBe(year);
});
