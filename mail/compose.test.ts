import fc from 'fast-check';
import { type DigestLine, FACT_KINDS } from '../domain/ladder/notice';
import { RUNGS } from '../domain/ladder/rung';
import { words } from '../domain/language';
import { type Language, Language as Languages } from '../domain/round/roster';
import { composeMessage, type Message } from './compose';
import { mailWords } from './language';
import { Sha256 } from '../base/ids';
import { aBrief, aDigest, aFact, aReminder, date } from '../testing/digest';

const compose = (lines: DigestLine[], language: Language = 'zh-CN') =>
  composeMessage(aDigest(lines, { language }));

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" };

/** What a reader sees of the page. */
const seen = (html: string) =>
  html
    .slice(html.indexOf('<body'))
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(lt|gt|amp|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? '');

/** The words alone: neither white space nor what the plain text draws lines and labels with. */
const bare = (text: string) => text.replace(/[\s■─*|:\uFF1A【】[\]-]/g, '');

const tags = (html: string) => html.match(/<[^>]*>/g)?.map((tag) => tag.split(' ')[0]);

const expectTwins = ({ text, html }: Message) => {
  expect(bare(seen(html))).toBe(bare(text));
};

const NINE: DigestLine[] = [
  aReminder('overdue', aBrief('3.7', { deadline: date('2021-06-18') })),
  aReminder('imminent'),
  aFact('returned', aBrief('5.2', { status: 'returned' }), {
    by: '甲',
    text: '请核对',
    missing: '审批单复印件',
  }),
  aFact('assigned', aBrief('1.2', { status: 'assigned' })),
  aReminder('warning', aBrief('2.1')),
  aReminder('talk', aBrief('2.2')),
  aFact('accepted', aBrief('6.1', { status: 'closed' }), { cc: true, text: '同意' }),
  aReminder('review-overdue', aBrief('6.2', { status: 'acceptance', reviewDeadline: date('2021-06-24') })),
  aFact('undeliverable', aBrief('7.1'), { text: '丙 <bing@example.org>: 550 no such user' }),
];

describe.each(Languages.options)('a mail in %s', (language) => {
  const lines = [...RUNGS.map((rung) => aReminder(rung)), ...FACT_KINDS.map((kind) => aFact(kind))];

  it.each(lines.map((line) => ['fact' in line ? line.fact.kind : line.reminder.rung, line] as const))(
    'says of %s the number, the problem and the deadline',
    (_, line) => {
      const mail = compose([line], language);
      for (const part of [mail.text, seen(mail.html)]) {
        expect(part).toContain('(三)2 物资采购管理不规范');
        expect(part).toContain(words(language).date.day(date('2021-06-30')));
      }
      expectTwins(mail);
    },
  );

  it('has the same words in the text and in the page', () => {
    expectTwins(compose(NINE, language));
    expectTwins(composeMessage({ ...aDigest(NINE, { language }), drill: '2021' }));
  });

  it('says in a banner that it belongs to a drill', () => {
    const { text, html } = composeMessage({ ...aDigest(NINE, { language }), drill: '2021-fast' });
    const banner = mailWords(language).banner('2021-fast');
    expect(text).toContain(banner);
    expect(seen(html)).toContain(banner);
  });

  it.each(['urging-letter', 'talk', 'accountability'] as const)(
    'leaves the decision on %s to a person',
    (rung) => {
      const { text } = compose([aReminder(rung)], language);
      expect(text).toMatch(
        language === 'en' ? /The system suggests .* your decision/ : /系统建议.*由您决定是否签发/,
      );
    },
  );
});

describe('a mail', () => {
  it('has the worst first', () => {
    const { text } = compose(NINE);
    const places = ['(二)2', '(三)7', '(三)2', '(五)2', '(二)1', '(六)1'].map((number) =>
      text.indexOf(number),
    );
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  it('tells the days left or past, and marks a provisional date', () => {
    const past = aReminder('overdue', aBrief('1.1', { deadline: date('2021-06-18') }));
    const coming = aReminder('reminder', aBrief('1.2', { deadline: date('2021-07-15'), provisional: true }));
    const { text } = compose([past, coming]);
    expect(text).toContain('2021年6月18日 · 已超 7 天');
    expect(text).toContain('还有 20 天');
    expect(text).toContain('暂定');
  });

  it('never calls an item without a deadline late', () => {
    const { deadline: _, ...undated } = aBrief('1.1', { status: 'assigned' });
    const { text, subject } = compose([aFact('assigned', undated)]);
    expect(text).toContain('未设时限');
    expect(`${subject}${text}`).not.toContain('超');
  });

  it('gives the commands to type to the one whose turn it is', () => {
    const { text } = compose([aFact('assigned', aBrief('1.2', { status: 'assigned' }))]);
    expect(text).toContain('rectify ack 2021-03/1.2 --as yi\n');
  });

  it('names the other who must act to one who only watches', () => {
    const digest = aDigest([aReminder('overdue')], { name: '甲' });
    expect(composeMessage(digest).text).toMatch(/督促经办人乙.执法监督科.尽快办理/);
  });

  it('has the opinion and the missing of a return', () => {
    const { text } = compose(NINE);
    expect(text).toMatch(/退回意见.请核对/);
    expect(text).toMatch(/尚缺.审批单复印件/);
  });

  it('cuts a very long opinion and says where the rest is', () => {
    const line = aFact('returned', aBrief('1.2', { status: 'returned' }), { text: '甲'.repeat(10_000) });
    const mail = compose([line]);
    expect(mail.text.match(/甲+/g)?.map((run) => run.length)).toContain(599);
    expect(mail.text).toContain('rectify show 2021-03/1.2');
    expect(mail.html.length).toBeLessThan(10_000);
    expectTwins(mail);
  });

  it('names the round of each item when it has several', () => {
    const other = aBrief('1.1', { round: 'r2' as never, roundTitle: '第四轮', workflow: 'item/r2/1.1' });
    expect(compose([aReminder('overdue'), aReminder('overdue', other)]).text.match(/第四轮/g)).toHaveLength(
      2,
    );
  });

  it('stays readable with 300 lines: the first fifty of a group in full, the rest in a table', () => {
    const lines = Array.from({ length: 300 }, (_, i) => aReminder('overdue', aBrief(`1.${i + 1}`)));
    const mail = compose(lines);
    for (const { brief } of lines)
      expect(mail.text).toContain(`rectify progress ${brief.item}\n`.slice(0, -1));
    expect(mail.text.match(/^■/gm)).toHaveLength(50);
    expect(mail.text.match(/^- /gm)).toHaveLength(250);
    expectTwins(mail);
  });

  it('is the same for the same digest, in whatever order its lines came', () => {
    expect(compose([...NINE].reverse())).toEqual(compose(NINE));
  });
});

describe('text from outside', () => {
  const HOSTILE = [
    '<script>alert(1)</script>',
    'x\r\nBcc: all@example.org\r\n\r\n<b>',
    '\u202Egpj.exe\u202C',
    'a\u0000b',
    '"><img src=x onerror=alert(1)>',
    '甲'.repeat(10_000),
  ];

  const { leader, handler } = aBrief().people;
  const everywhere = (text: string, language: Language = 'zh-CN') => {
    const brief = aBrief('3.2', {
      problem: text,
      roundTitle: text,
      people: { ...aBrief().people, leader: { ...leader, name: text }, handler: { ...handler, name: text } },
      section: text,
    });
    const lines = [
      aReminder('overdue', brief),
      aFact('returned', { ...brief, status: 'returned' }, { by: text, text, missing: text }),
      aFact('undeliverable', brief, { text }),
    ];
    return composeMessage({ ...aDigest(lines, { name: `r${text}`, language }), drill: `d${text}` });
  };

  const expectHarmless = (text: string, language?: Language) => {
    const mail = everywhere(`x${text}x`, language);
    expect(tags(mail.html)).toEqual(tags(everywhere('x', language).html));
    expect(mail.text.split('\n')).toHaveLength(everywhere('x', language).text.split('\n').length);
    expect(mail.subject.length).toBeLessThanOrEqual(120);
    expect(mail.subject).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(mail.text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expectTwins(mail);
  };

  it.each(HOSTILE)('adds no tag, no line and no header (%#)', (text) => {
    expectHarmless(text);
  });

  it('adds none, whatever it is', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...Array.from('<>&"\'\r\n;:/a甲\u202E')) }),
    );
    fc.assert(
      fc.property(texts, fc.constantFrom(...Languages.options), (text, language) => {
        expectHarmless(text, language);
      }),
    );
  });
});

test('only the date that rests on a year without a schedule is provisional, in text and subject', () => {
  const dates = { deadline: date('2022-01-31'), reviewDeadline: date('2021-07-02') };
  const status = 'leader-review' as const;
  const more = { status, provisional: true, provisionalDates: [dates.deadline] };
  const digest = aDigest([aFact('closure-requested', aBrief('1.1', { ...dates, ...more }))], { name: '甲' });
  const { text, subject } = composeMessage(digest);
  expect(text).toContain('2022年1月31日（暂定）');
  expect(text).not.toMatch(/7月2日（暂定）/);
  expect(subject).not.toContain('暂定');
});

describe('the log of each item that a mail speaks of', () => {
  const head = Sha256.parse('ab'.repeat(32));
  const brief = aBrief('3.2', { log: { entries: 14, head } });

  test('is evidenced by its length and the hash of its last entry, once', () => {
    const { text, html } = composeMessage(aDigest([aFact('returned', brief), aReminder('overdue', brief)]));
    for (const said of [text, html]) expect(said.split(head)).toHaveLength(2);
    expect(text).toContain(`2021-03/3.2 共 14 条 ${head}`);
    expect(composeMessage(aDigest([aFact('returned', brief)], { language: 'en' })).text).toContain(
      `2021-03/3.2 14 entries ${head}`,
    );
  });

  test('is not spoken of where the item has not told it', () => {
    expect(composeMessage(aDigest([aFact('returned')])).text).not.toContain('校验值');
  });
});
