import { aBrief, aDigest, aFact } from '../testing/digest';
import { seen } from '../testing/seen-page';
import { at } from '../testing/world';
import type { Decided } from '../domain/ladder/notice';
import type { Language } from '../domain/round/roster';
import { composeMessage } from '.';

const DECIDED: Decided = { command: 'approve', at: at('2021-06-15', '10:05'), key: 'AbCd-123' };

const confirmed = (language: Language, decided: Partial<Decided> = {}, more: object = {}) =>
  composeMessage(
    aDigest(
      [
        aFact('you-decided', aBrief('1.2', { status: 'acceptance' }), {
          cc: true,
          by: '甲',
          text: '材料齐全',
          decided: { ...DECIDED, ...decided },
          ...more,
        }),
      ],
      { language },
    ),
  );

test.each([
  [
    'zh-CN',
    ['您作出决定：审核同意', '2021年6月15日 10:05', 'AbCd-123', '如非您本人所为', 'rectify revoke-key'],
  ],
  [
    'en',
    ['you decided: approve', '15 June 2021 10:05', 'AbCd-123', 'If this was not you', 'rectify revoke-key'],
  ],
] as const)('a confirmation in %s says what, when and by which key, and what to do', (language, said) => {
  const { text, html, subject } = confirmed(language);
  for (const words of [...said, '材料齐全', '1.2']) {
    expect(text).toContain(words);
    expect(seen(html)).toContain(words);
  }
  expect(subject).toContain(language === 'en' ? 'Decision confirmed' : '决定确认');
});

test.each([
  ['zh-CN', '未经签名', 'rectify revoke-key'],
  ['en', 'not signed', 'rectify revoke-key'],
] as const)('where nobody signed, it says so in %s, and speaks of no key', (language, said, key) => {
  const { text } = composeMessage(
    aDigest([aFact('you-decided', aBrief(), { cc: true, decided: { command: 'accept', at: DECIDED.at } })], {
      language,
    }),
  );
  expect(text).toContain(said);
  expect(text).not.toContain(key);
});

test.each([
  ['zh-CN', '您代丁作出决定', '辛代您作出决定'],
  ['en', 'you decided on behalf of 丁', '辛 decided on your behalf'],
] as const)(
  'of what a deputy has decided, both are told whose decision it is, in %s',
  (language, own, others) => {
    expect(confirmed(language, { principal: '丁' }).text).toContain(own);
    expect(confirmed(language, { deputy: '辛' }).text).toContain(others);
  },
);

test('of an extension it says to when, of a letter which', () => {
  expect(confirmed('zh-CN', { command: 'grant-extension' }, { date: '2021-07-10' }).text).toContain(
    '同意延期：2021年7月10日',
  );
  expect(confirmed('en', { command: 'issue-proposal' }, { rung: 'talk' }).text).toMatch(/issue: Talk/i);
});

test('a name breaks no line of it', () => {
  const { text } = confirmed('zh-CN', { deputy: '辛\n■ 假' });
  expect(text).toContain('■ 假');
  expect(text).not.toContain('\n■ 假');
});
