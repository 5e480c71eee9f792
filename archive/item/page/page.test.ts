import { addDays } from '../../../domain/calendar/civil';
import { civilOf, instant } from '../../../domain/calendar/zone';
import { type PublicKey } from '../../../domain/identity';
import { RFC_KEY, signed } from '../../../testing/keys';
import { ItemNumber } from '../../../base/ids';
import type { Command, CommandType } from '../../../domain/item/command';
import { ItemLife } from '../../../domain/item/life';
import type { Roster } from '../../../domain/round/roster';
import { aCommand, aFile, anItem, doTheWork, give, NOW } from '../../../testing/item';
import { ABOUT, aBirth, at, PEOPLE, planned, ROSTER } from '../../../testing/world';
import { aReceipt, aRecord } from '../../../testing/item-record';
import type { ItemRecord } from '../record';
import { recordPage } from './page';
import { expectInert, HOSTILE, linksIn, seen } from '../../../testing/seen-page';

const pageOf = (life: ItemLife, more: Partial<ItemRecord> = {}): string =>
  seen(recordPage(aRecord(life, more)));

const hours = (count: number) => instant(NOW + count * 3_600_000);

describe('the page of an archived item', () => {
  test('says what it is, whose it is, and how it ended', () => {
    const page = pageOf(anItem('closed'));
    for (const fact of [
      '(一)2 执法终端管理不到位',
      '档号 | Z109-WS·2021-D30-JGDW-0002',
      '轮次 | 2021年第三轮巡察整改（2021-03）',
      '被巡察单位 | 市应急管理局',
      '问题方面 | 应急管理责任落实方面',
      '整改类型 | 限期整改',
      '经办人 | 乙（yi）',
      '责任领导 | 甲（jia）',
      '原定时限 | 2021-06-30',
      '状态 | 已销号',
    ])
      expect(page).toContain(fact);
  });

  test('says what it was about, as far as its plan did', () => {
    const page = pageOf(anItem('closed', aBirth({ planned: planned(ABOUT) })));
    for (const fact of [
      '原因分析 | 台账多年未核对',
      '整改目标 | 账实相符',
      '优先级 | 高',
      '标签 | 固定资产、台账',
      '来源 | 巡察反馈意见，第 3-5 页',
    ])
      expect(page).toContain(fact);
    expect(pageOf(anItem('closed'))).not.toMatch(/原因分析|整改目标|优先级|标签|来源/);
  });

  test('shows each measure with what came of it, and its evidence', () => {
    const life = anItem('in-progress');
    const file = { ...aFile('7'), title: '清点表', size: 427_000 };
    give(life, 'add-evidence', NOW, { measure: 1, file });
    const outcome = { result: '已追回', recoveredFen: 408_000, regulation: '终端管理办法' };
    give(life, 'complete-measure', NOW, { measure: 1, ...outcome });
    const page = recordPage(aRecord(life));
    expect(page).toContain('href="evidence/measure-1/001-777777777777.pdf"');
    const text = seen(page);
    expect(text).toContain('追缴金额 | 4,080 元');
    expect(text).toContain('制度成果 | 终端管理办法');
    expect(text).toContain('追缴金额合计 | 4,080 元');
    expect(text).toContain(
      `1 | 清点表 | 2021-05-20 | 2021-05-10 16:00 乙（yi） | 417 KiB\napplication/pdf | ${'7'.repeat(128)}`,
    );
    expect(text).toContain('没有佐证材料。');
  });

  test('shows each result with who vouches for it, corrected and withdrawn ones too', () => {
    const life = anItem('in-progress');
    give(life, 'add-evidence', NOW);
    give(life, 'record-result', NOW, { kind: 'money-collected', figure: 408_050, measure: 1, evidence: 1 });
    give(life, 'record-result', NOW, { kind: 'people-first-form', figure: 3, note: '均已谈话' });
    give(life, 'correct-result', NOW, { result: 1, figure: 463_050, reason: '漏计一笔' });
    give(life, 'correct-result', NOW, { result: 2, figure: undefined, reason: '重复登记' });
    const text = seen(recordPage(aRecord(life)));
    expect(text).toContain('追缴金额合计 | 4,630.50 元');
    expect(text).toMatch(/1 \| 收缴资金 4,630\.50 元 \| 1 \| 1 \| 甲（jia）[^]*更正原因：漏计一笔/);
    expect(text).toMatch(/2 \| 第一种形态处理 3 人 [^]*均已谈话[^]*撤销原因：重复登记/);
    expect(seen(recordPage(aRecord(anItem('closed'))))).not.toContain('整改成效');
  });

  test('keeps an older version of a file, and says which one replaces it', () => {
    const life = anItem('in-progress');
    give(life, 'add-evidence', NOW, { measure: 1, file: aFile('1') });
    give(life, 'add-evidence', hours(1), { measure: 1, file: aFile('2'), replaces: 1 });
    const page = pageOf(life);
    expect(page).toContain('1 | 清点记录1 旧版，已由 2 号替换 |');
    expect(page).toContain('2 | 清点记录2 新版，替换 1 号 |');
  });

  test('shows requests for closure, returns with what was missing, and the decisions after them', () => {
    const life = anItem('returned');
    give(life, 'request-closure', NOW, { summary: '第一行\n第二行' });
    give(life, 'approve', hours(1));
    give(life, 'accept', hours(2), { by: PEOPLE.deputy, onBehalfOf: PEOPLE.acceptor });
    const page = pageOf(life);
    expect(page).toContain('退回意见：不予通过\n尚缺：缺少终端遗失的处理结果及依据\n新的时限：2021-06-09');
    expect(page).toContain('销号说明：第一行\n第二行');
    expect(page).toContain('审批轮次 | 2');
    expect(page).toMatch(/验收通过 \| 辛（xin）\n代 丙（bing） \| 验收意见：予以销号 \| [0-9a-f]{16}\n/);
  });

  test('shows each request for an extension with its outcome', () => {
    const life = anItem('in-progress');
    give(life, 'request-extension', NOW);
    give(life, 'grant-extension', hours(1));
    give(life, 'request-extension', hours(2));
    give(life, 'refuse-extension', hours(3));
    const page = pageOf(life);
    expect(page).toContain('2021-05-10 16:00 乙（yi） | 2021-06-30 | 2021-07-10 | 原因：采购流程未走完');
    expect(page).toContain('2021-05-10 17:00 甲（jia） 同意：同意延期');
    expect(page).toContain('2021-05-10 19:00 甲（jia） 不同意：请按期完成');
    expect(page).toContain('现行时限 | 2021-07-10');
  });

  test('shows how it was sustained', () => {
    const life = anItem('sustained');
    const { checkIn } = life.state.sustaining ?? {};
    give(life, 'check-in', checkIn ? at(addDays(checkIn, -1)) : NOW);
    const page = pageOf(life);
    expect(page).toContain('起止 | 2021-05-10 至 2022-05-10');
    expect(page).toContain('乙（yi） | 制度执行良好,抽查无遗失');
  });

  test('shows into which item it was merged, and why', () => {
    const life = anItem('in-progress');
    give(life, 'withdraw', NOW, { into: ItemNumber.parse('2.1') });
    const page = pageOf(life);
    expect(page).toContain('决定 | 并入事项 (二)1');
    expect(page).toContain('原因 | 与另一事项重复');
    expect(page).toContain('决定人 | 2021-05-10 16:00 丁（ding）');
  });

  test('shows what the system proposed, and what a person made of it', () => {
    const life = anItem('in-progress');
    const day = at('2021-07-07');
    life.passTime(day);
    const { rung } = life.state.proposals[0] ?? {};
    const author = { by: PEOPLE.office, command: 'x', identity: 'claimed' as const };
    const issued = { rung: rung ?? 'talk', day: civilOf(day), number: '整改办〔2021〕3号' };
    life.happen({ type: 'proposal-issued', ...issued }, day, author);
    expect(pageOf(life)).toContain(
      '督办函 | 2021-07-07 | 签发，文号：整改办〔2021〕3号 | 2021-07-07 10:00 戊（wu）',
    );
  });

  test('names the life before it, and its archive', () => {
    const previous = { cycle: 1, bag: 'bags/2021-03/1.2', archiveNumber: 'Z109-WS·2021-D30-JGDW-0002' };
    const author = { by: PEOPLE.oversight, command: 'x', identity: 'claimed' as const };
    const reopening = { reason: '回头看发现仍有遗失', author, previous, heard: [] };
    const archiveNumber = 'Z109-WS·2021-D30-JGDW-0029';
    const page = pageOf(new ItemLife(aBirth({ archiveNumber }, { cycle: 2, reopening })));
    expect(page).toContain('反弹重开（第 2 次办理）');
    expect(page).toContain(`档号 | ${archiveNumber}`);
    expect(page).toContain(`原档号 | ${previous.archiveNumber}`);
    expect(page).toContain('原归档包 | bags/2021-03/1.2');
    expect(page).toContain('重开原因 | 回头看发现仍有遗失');
  });

  test('links every mail, says what it told, and names those without a receipt', () => {
    const life = anItem('closed');
    const refused = aReceipt(life, { part: 2, outcome: 'refused', response: '550 no such user' });
    const missing = [{ mailbox: 'jia@drill', id: '2021-03/1.2/c1@warning/2021-06-20' }];
    const record = aRecord(life, { receipts: [refused, aReceipt(life)], missing });
    const page = recordPage(record);
    expect(page).toContain('href="mail/yi/20210506T010000Z.eml"');
    const text = seen(page);
    expect(text).toContain('乙（yi） yi@example.org | 【交办】 | 交办 | 2021-05-10 16:00 已收下 回执');
    expect(text).toContain('拒收：550 no such user');
    expect(text.indexOf('已收下')).toBeLessThan(text.indexOf('拒收'));
    expect(text).toContain('甲（jia） | 预警 | 2021-03/1.2/c1@warning/2021-06-20');
  });

  test('tells only what a mail said of this life of the item', () => {
    const life = anItem('closed');
    const { item } = life.state;
    const notices = [`${item}/c1#1`, '2021-03/1.3/c1#1', `${item}/c11@overdue/2021-07-01`];
    const receipt = aReceipt(life, { notices: notices.map((id) => ({ id, item })) });
    expect(pageOf(life, { receipts: [receipt] })).toContain('【交办】 | 交办 |');
  });

  test('has the versions of what it was done by, and the hashes that hold it together', () => {
    const life = anItem('closed');
    const page = pageOf(life);
    expect(page).toContain('规则版本 | default-1');
    expect(page).toContain(`节假日安排 | ${life.context.calendar.version}`);
    expect(page).toContain(`经过末条 | ${life.log.at(-1)?.hash ?? ''}`);
  });

  test('says that it is of a drill', () => {
    expect(pageOf(anItem('closed'), { drill: '春季演练' })).toContain('【演练】春季演练');
    expect(pageOf(anItem('closed'))).not.toContain('演练');
  });
});

describe('how it is known who did something', () => {
  const key: PublicKey = { kid: RFC_KEY.kid, x: RFC_KEY.x, from: instant(0) };
  const roster: Roster = {
    ...ROSTER,
    people: ROSTER.people.map((one) => (one.id === PEOPLE.handler ? { ...one, keys: [key] } : one)),
  };
  const sign = (life: ItemLife, type: CommandType): void => {
    const command: Command = aCommand(life, type, NOW);
    life.carryOut(command, NOW, { identity: 'signed', jws: signed(command) });
  };

  test('is shown at every act and nothing else, and at the top where it is only claimed', () => {
    const life = anItem('assigned', aBirth({ roster }));
    sign(life, 'acknowledge');
    give(life, 'report-progress', NOW);
    const page = pageOf(life);
    expect([...page.matchAll(/\| (自称|签名 钥\d|) ?\| [0-9a-f]{16}\n/g)].map(([, mark]) => mark)).toEqual([
      '',
      '签名 钥1',
      '自称',
    ]);
    expect(page).toContain('有 1 条办理没有本人签名');
  });

  test('is shown with the key that signed, whose words are in an annex', () => {
    const life = anItem('assigned', aBirth({ roster }));
    sign(life, 'acknowledge');
    sign(life, 'report-progress');
    const page = pageOf(life);
    expect(page).not.toContain('自称');
    expect(page).toContain(`钥1 | 乙（yi） | ${key.kid} | ${key.x} | 启用：1970-01-01 08:00 | 2、3`);
    expect(page).toContain('openssl pkeyutl -verify');
  });

  test('says so where the roster does not have the key', () => {
    const life = anItem('assigned');
    sign(life, 'acknowledge');
    expect(pageOf(life)).toContain(`乙（yi） | ${key.kid} | 名册中没有这个公钥`);
  });

  test('is shown at every decision, with the key', () => {
    const life = anItem('leader-review');
    sign(life, 'approve');
    expect(pageOf(life)).toContain(`审核同意 | 甲（jia） | 签名 钥1 | ${key.kid}`);
  });
});

describe('what people write', () => {
  const everywhere = (): string => {
    const birth = aBirth({
      planned: planned({ problem: HOSTILE, category: HOSTILE, section: HOSTILE.slice(0, 60) }),
      round: { ...aBirth().context.round, title: HOSTILE, body: HOSTILE },
    });
    const life = anItem('in-progress', birth);
    give(life, 'report-progress', NOW, { text: HOSTILE });
    give(life, 'add-evidence', NOW, { measure: 1, file: { ...aFile(), title: HOSTILE } });
    doTheWork(life, NOW);
    give(life, 'request-closure', NOW, { summary: HOSTILE });
    give(life, 'return', NOW, { opinion: HOSTILE, missing: HOSTILE });
    give(life, 'request-extension', NOW, { reason: HOSTILE, progress: HOSTILE });
    give(life, 'comment', NOW, { text: HOSTILE });
    give(life, 'withdraw', NOW, { reason: HOSTILE });
    const receipts = [
      aReceipt(life, { subject: HOSTILE, to: HOSTILE, response: HOSTILE, outcome: 'refused' }),
    ];
    const missing = [{ mailbox: HOSTILE, id: HOSTILE }];
    return recordPage(aRecord(life, { receipts, missing, drill: HOSTILE }));
  };

  test('is never markup, and nothing in it is hidden', () => {
    const page = everywhere();
    expectInert(page);
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  test('leads nowhere: no page loads or links anything but the files of its bag', () => {
    for (const page of [everywhere(), recordPage(aRecord(anItem('closed')))]) {
      expect(linksIn(page).filter((link) => !/^(evidence|mail)\/[\w./~-]+$/.test(link))).toEqual([]);
      expectInert(page);
    }
  });
});
