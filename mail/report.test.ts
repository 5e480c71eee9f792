import { instant } from '../domain/calendar/zone';
import type { RoundLine } from '../domain/ladder/round-notice';
import { REPORT_KINDS, type Report } from '../domain/round/report/report';
import { Language } from '../domain/round/roster';
import { ItemNumber, RoundId } from '../base/ids';
import { aDigest, aReminder, date, SLOT } from '../testing/digest';
import { composeMessage } from './compose';
import { mailWords } from './language';

const line = (no: string, problem = '物资采购管理不规范') => ({ number: ItemNumber.parse(no), problem });
const FIGURES = {
  items: 28,
  open: 20,
  inReview: 3,
  overdue: 2,
  closed: 7,
  withdrawn: 1,
  returns: 4,
  extensions: 3,
};

const REPORT: Report = {
  kind: 'weekly',
  from: date('2021-06-14'),
  to: date('2021-06-20'),
  today: date('2021-06-25'),
  figures: FIGURES,
  last: {
    from: date('2021-06-07'),
    to: date('2021-06-13'),
    figures: { ...FIGURES, open: 22, closed: 5, overdue: 1 },
  },
  done: { all: 1, first: [{ ...line('1.1'), how: 'closed', on: date('2021-06-17'), late: true }] },
  moved: {
    all: 1,
    first: [
      {
        ...line('1.3'),
        status: 'returned',
        moves: [{ what: 'returned', on: date('2021-06-18') }],
        deadline: date('2022-01-15'),
        original: date('2021-06-30'),
        extensions: 1,
        returns: 2,
      },
    ],
  },
  late: {
    all: 17,
    first: [
      {
        ...line('3.2', '执法终端\r\n管理不到位'),
        status: 'in-progress',
        due: date('2021-06-20'),
        days: 5,
        waitsFor: [
          { name: '乙', task: 'rectify' },
          { name: '丁', task: 'decide-extension' },
        ],
        asksUntil: date('2021-07-20'),
        returns: 1,
        undeliverable: true,
        progress: '已清点过半',
      },
    ],
  },
  due: {
    all: 1,
    first: [
      {
        ...line('2.1'),
        status: 'sustained',
        due: date('2021-06-27'),
        waitsFor: [{ name: '戊', task: 'check-in' }],
      },
    ],
  },
  dueUntil: date('2021-06-27'),
  provisional: [date('2022-01-15')],
};

const EMPTY: Report = {
  ...REPORT,
  done: { all: 0, first: [] },
  moved: { all: 0, first: [] },
  late: { all: 0, first: [] },
  due: { all: 0, first: [] },
};

const round = (report: Report): RoundLine => ({
  round: RoundId.parse('2021-03'),
  title: '2021年第三轮巡察整改',
  fact: { id: '2021-03#7/report', kind: 'report', slot: instant(SLOT), part: 'copy', report },
});

const compose = (report: Report, language: Language, lines = [] as ReturnType<typeof aReminder>[]) =>
  composeMessage({ ...aDigest(lines, { language }), rounds: [round(report)] });

describe.each(Language.options)('a report by mail, in %s', (language) => {
  const { report: say } = mailWords(language);

  test.each(REPORT_KINDS)('is named by its kind (%s) and its round in the subject', (kind) => {
    const { subject } = compose({ ...REPORT, kind }, language);
    expect(subject).toContain(say.kind[kind]);
    expect(subject).toContain('2021年第三轮巡察整改');
  });

  test('says what was done, what moved, what is late and why, and what falls due, in text and HTML', () => {
    const { text, html } = compose(REPORT, language);
    for (const part of [text, html]) {
      for (const said of ['28', '物资采购管理不规范', '已清点过半', '乙', '丁', '戊', '(三)2', '(二)1'])
        expect(part).toContain(said);
      expect(part).not.toMatch(/undefined|\[object/);
    }
    expect(text).toContain(say.more(16));
    expect(text).toContain(say.group);
    expect(text).not.toContain(mailWords(language).round.group);
  });

  test('is compared with the last, figure by figure', () => {
    const { text } = compose(REPORT, language);
    for (const change of [
      { figure: 'open', by: -2 },
      { figure: 'closed', by: 2 },
      { figure: 'overdue', by: 1 },
    ] as const)
      expect(text).toContain(say.change(change));
    const { last: _, ...first } = REPORT;
    expect(compose(first, language).text).toContain(say.first);
  });

  test('of a time in which nothing happened says so', () => {
    const still = { ...EMPTY, last: { from: EMPTY.from, to: EMPTY.to, figures: FIGURES } };
    const { text } = compose(still, language);
    expect(text.split(say.none).length - 1).toBeGreaterThanOrEqual(4);
    expect(text).toContain(language === 'en' ? 'no figure has changed' : '没有变化');
  });

  test('gives the year of dates that are not of this one, and marks those that may change', () => {
    expect(compose(REPORT, language).text).toMatch(
      language === 'en' ? /15 January 2022 \(provisional\)/ : /2022年1月15日（暂定）/,
    );
  });

  test('has what somebody wrote on one line', () => {
    expect(compose(REPORT, language).text).toContain('执法终端 管理不到位');
  });

  test('leaves the subject to what has to be done, where the mail speaks of that, too', () => {
    const { subject, text } = compose(REPORT, language, [aReminder('overdue')]);
    expect(subject).not.toContain(say.kind.weekly);
    expect(text).toContain(say.kind.weekly);
  });
});

test('a report reads as an office would write it', () => {
  const { text } = compose(REPORT, 'zh-CN');
  expect(text).toContain('整改周报');
  expect(text).toContain('在办减少 2，超期增加 1，已销号增加 2');
});
