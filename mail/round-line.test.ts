import { instant } from '../domain/calendar/zone';
import { ROUND_FACT_KINDS, type RoundFact, type RoundLine } from '../domain/ladder/round-notice';
import { Language } from '../domain/round/roster';
import { PersonId, RoundId } from '../base/ids';
import { aDigest, aFact, SLOT } from '../testing/digest';
import { composeMessage } from './compose';
import { mailWords } from './language';

const KID = 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k';

const line = (more: Partial<RoundFact> = {}): RoundLine => ({
  round: RoundId.parse('2021-03'),
  title: '2021年第三轮巡察整改',
  fact: {
    id: '2021-03#7/key-replaced/yi',
    kind: 'key-replaced',
    slot: SLOT,
    part: 'concerned',
    by: '戊',
    person: { id: PersonId.parse('yi'), name: '乙' },
    kid: KID,
    former: ['old-kid'],
    at: instant(SLOT - 60_000),
    ...more,
  },
});

const compose = (rounds: RoundLine[], language: Language = 'zh-CN', former?: true) => {
  const digest = aDigest([], { language });
  return composeMessage({ ...digest, to: { ...digest.to, ...(former && { former }) }, rounds });
};

describe.each(Language.options)('a mail about a round itself, in %s', (language) => {
  test.each(ROUND_FACT_KINDS)('says of %s what has happened, and names the round in its subject', (kind) => {
    const { subject, text, html } = compose([line({ kind })], language);
    expect(subject).toContain('2021年第三轮巡察整改');
    expect(text).not.toMatch(/undefined/);
    const { tag } = mailWords(language).round;
    expect(subject).toContain(tag[kind]);
    for (const part of [text, html]) expect(part).toContain('2021-03');
  });

  test('tells the owner of a key both keys, since when, and whom to call', () => {
    const { text } = compose([line()], language);
    for (const said of [KID, 'old-kid', '2021-06-25 08:29', '戊']) expect(text).toContain(said);
    expect(text).toMatch(
      language === 'en' ? /call the rectification office or oversight/ : /打电话告知整改办/,
    );
  });

  test('tells those who may stop it how', () => {
    const { text } = compose([line({ kind: 'key-proposed', part: 'signer' })], language);
    expect(text).toContain('rectify countersign 2021-03 --as yi');
    expect(text).toContain(`rectify revoke-key yi ${KID} --round 2021-03 --as yi`);
  });

  test('puts a key last whose name begins with a dash', () => {
    const { text } = compose([line({ kind: 'key-replaced', part: 'signer', kid: '-abc' })], language);
    expect(text).toContain('rectify revoke-key yi --round 2021-03 --as yi -- -abc\n');
  });

  test('says at a former address that it is one', () => {
    const said = language === 'en' ? /registered for you before/ : /此前登记的邮箱/;
    expect(compose([line()], language, true).text).toMatch(said);
    expect(compose([line()], language).text).not.toMatch(said);
  });
});

test('keys come before items, and are what the subject names', () => {
  const digest = { ...aDigest([aFact('returned')]), rounds: [line()] };
  const { subject, text } = composeMessage(digest);
  expect(subject).toBe('【公钥已更换】2021年第三轮巡察整改');
  expect(text.indexOf(KID)).toBeLessThan(text.indexOf('物资采购管理不规范'));
});

test('what somebody wrote cannot break a line', () => {
  const { text } = compose([line({ kind: 'key-revoked', text: 'a\r\nb' })]);
  expect(text).toMatch(/a ?b/);
  expect(text).not.toMatch(/a\r?\nb/);
});
