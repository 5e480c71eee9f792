import { type PublicKey } from '../../../domain/identity';
import { RFC_KEY, signed } from '../../../testing/keys';
import { instant } from '../../../domain/calendar/zone';
import { aFile, NOW } from '../../../testing/item';
import { closed, ENDED, endItem, figuresOf, published, withAllArchived } from '../../../testing/ended-round';
import { aRoundCommand, FIRST, WholeRound } from '../../../testing/round';
import { PEOPLE, ROSTER } from '../../../testing/world';
import { expectInert, HOSTILE, linksIn, seen } from '../../../testing/seen-page';
import { aRoundRecord } from '../../../testing/round-record';
import type { RoundRecord } from '../record';
import { roundPage } from './page';

const pageOf = (round?: WholeRound, more?: Partial<RoundRecord>): string =>
  roundPage(aRoundRecord(round, more));

/** A round with a document of an item, a notice, an item that was reopened, and a new policy. */
const eventful = (): WholeRound => {
  const people = ROSTER.people.map((one) =>
    one.id === PEOPLE.office ? { ...one, deputies: [PEOPLE.deputy] } : one,
  );
  const round = withAllArchived(new WholeRound({ roster: { ...ROSTER, people } }));
  round.give('file-document', NOW, {
    kind: 'letter',
    number: '整改办〔2021〕3号',
    item: FIRST,
    file: aFile('c'),
  });
  round.give('publish-notice', NOW, {
    file: { ...aFile('d'), title: '进展通报' },
    figures: figuresOf(round, NOW),
  });
  round.give('reopen', NOW);
  endItem(round, FIRST, ENDED);
  round.give('new-policy', ENDED, { by: PEOPLE.deputy, onBehalfOf: PEOPLE.office });
  return closed(published(round));
};

describe('the page of a closed round', () => {
  test('says what it is, whose it is, and how it ended', () => {
    const page = seen(pageOf());
    for (const fact of [
      '2021年第三轮巡察整改',
      '档号 | Z109-WS·2021-D30-JGDW-0003',
      '轮次 | 2021-03',
      '被巡察单位 | 市应急管理局',
      '反馈日期 | 2021-04-29',
      '事项 | 2 项',
      '办结说明 | 全部事项均已归档',
    ])
      expect(page).toContain(fact);
  });

  test('has the figures of each moment at which the ledger was kept, and says which that was', () => {
    const page = seen(pageOf(eventful()));
    expect(page).toContain('2021-05-06 09:00 | 1 | 交办 | 0 | 0 | 2 | 0 | 0 | 2');
    expect(page).toContain('| 3 | 通报《进展通报》 | 0 | 0 | 0 | 0 | 2 | 2');
    expect(page).toMatch(/\| 7 \| 办结 \| 0 \| 0 \| 0 \| 0 \| 2 \| 2/);
  });

  test('has the states of the items at these moments, and leaves out those in which none ever was', () => {
    const page = seen(pageOf(eventful()));
    expect(page).toContain('台账 | 条 | 事由 | 待签收 | 不予列入或并案');
    expect(page).toContain('| 1 | 交办 | 2 | 0');
    expect(page).toContain('| 7 | 办结 | 0 | 2');
  });

  test('has every document with its number, its item, and who filed it', () => {
    const page = seen(pageOf(eventful()));
    expect(page).toContain(
      '1 | 【函件】清点记录c文号：整改办〔2021〕3号 | 2021-05-20 | (一)2 | 2021-05-10 16:00戊（wu） | ',
    );
    expect(page).toContain('2 | 【整改情况通报】进展通报 | 2021-05-20 | | 2021-05-10 16:00戊（wu） | ');
    expect(page).toContain('c'.repeat(128));
  });

  test('leads to its own files and to the bag of every life beside it, and nowhere else', () => {
    expect([...new Set(linksIn(pageOf(eventful())))].sort()).toEqual([
      '../../1.2-cycle-2/data/index.html',
      '../../1.2/data/index.html',
      '../../2.1/data/index.html',
      'documents/letter-001-cccccccccccc.pdf',
      'documents/notice-002-dddddddddddd.pdf',
      'documents/notice-003-eeeeeeeeeeee.pdf',
      'ledger/ledger-1.json',
      'ledger/ledger-3.json',
      'ledger/ledger-6.json',
      'ledger/ledger-7.json',
    ]);
  });

  test('has the items by category, in the order of the plan', () => {
    const page = seen(pageOf(eventful()));
    expect(page).toMatch(/应急管理责任落实方面[^]*\(一\)2 \|[^]*-0001[^]*-0003[^]*\(二\)1 \|[^]*-0002/);
  });

  test('says for whom a deputy acted, and with which policy the round began', () => {
    const page = seen(pageOf(eventful()));
    expect(page).toMatch(/5 \| \S+ \S+ \| 辛.*戊.*启用规则 next/);
    expect(page).toContain('规则版本 | next（开始时为 default-1）');
    expect(page).toContain('节假日安排 | chinese-days-1.5.7\n');
  });
});

describe('who acted in a round', () => {
  const key: PublicKey = { kid: RFC_KEY.kid, x: RFC_KEY.x, from: instant(0) };
  const people = ROSTER.people.map((person) => ({ ...person, keys: [key] }));

  test('is marked where it is only claimed, above all the rest', () => {
    expect(seen(pageOf())).toContain('有 2 条办理没有本人签名');
  });

  test('is known by a key whose words are in the annex', () => {
    const round = new WholeRound({ roster: { ...ROSTER, people } });
    withAllArchived(round);
    const command = aRoundCommand('publish-notice', ENDED, { figures: figuresOf(round, ENDED) });
    round.life.carryOut(command, ENDED, { identity: 'signed', jws: signed(command) });
    const page = seen(pageOf(closed(round)));
    expect(page).toContain(`钥1 | 戊（wu） | ${key.kid} | ${key.x}`);
    expect(page).toContain('openssl pkeyutl -verify');
    expect(page).toContain('有 1 条办理没有本人签名');
  });
});

describe('what people write about a round', () => {
  const everywhere = (): string => {
    const round = withAllArchived(new WholeRound({ title: HOSTILE, body: HOSTILE }));
    const file = { ...aFile('c'), title: HOSTILE };
    round.give('file-document', NOW, { file });
    round.give('publish-notice', ENDED, { file, figures: figuresOf(round, ENDED) });
    round.give('close-round', ENDED, { note: HOSTILE });
    const { ledgers } = aRoundRecord(round);
    const rows = ledgers.map((ledger) => ({
      ...ledger,
      rows: ledger.rows.map((row) => ({ ...row, problem: HOSTILE, category: HOSTILE })),
    }));
    return pageOf(round, { ledgers: rows, drill: HOSTILE });
  };

  test('is never markup, and nothing in it is hidden', () => {
    const page = everywhere();
    expectInert(page);
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(linksIn(page).filter((link) => !/^(ledger|documents|\.\.\/\.\.)\/[\w./-]+$/.test(link))).toEqual(
      [],
    );
  });

  test('of a drill says so under its name', () => {
    expect(seen(pageOf(undefined, { drill: '演练一' }))).toContain('【演练】演练一');
  });
});
