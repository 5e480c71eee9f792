import fc from 'fast-check';
import { ofExcelSerial, timeIn } from './deadline';

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
  ])('%s is %s, whatever other years the source speaks of', (given, date) => {
    expect(timeIn(given, 2019)).toEqual({ date });
  });

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
