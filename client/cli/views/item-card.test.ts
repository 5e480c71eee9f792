import { ItemLife } from '../../../domain/item/life';
import { Policy } from '../../../domain/round/policy';
import { aFile, anItem, birthFor, give, NOW } from '../../../testing/item';
import { ABOUT, aBirth, at, date, planned } from '../../../testing/world';
import type { Cli } from '../context';
import { cliWords } from '../language';
import { Paper } from '../terminal/paper';
import { aScreen } from '../../../testing/screen';
import { printCard } from './item-card';

/** An item's card as it is printed. */
const cardOf = (life: ItemLife, now = NOW, language: Cli['language'] = 'zh-CN'): string => {
  const terminal = aScreen();
  const paper = new Paper(terminal.out, terminal);
  const cli: Cli = {
    terminal,
    language,
    say: cliWords(language),
    out: paper,
    err: paper,
    round: undefined,
    person: undefined,
    key: undefined,
    exitCode: 0,
  };
  printCard(cli, paper, life.view(now));
  return terminal.written.out;
};

test('a request for an extension is shown with everything that its decision needs', () => {
  const life = anItem('in-progress');
  give(life, 'request-extension', NOW, { newDeadline: date('2021-07-10') });
  give(life, 'refuse-extension', NOW, { opinion: '理由不足' });
  give(life, 'request-extension', NOW, { newDeadline: date('2021-09-10'), reason: '招标流标' });
  const card = cardOf(life);
  expect(card).toContain('延期（已同意 0 次，最多 2 次）');
  expect(card).toMatch(/2021-06-30 → 2021-07-10[^]*不同意延期：甲[^]*理由不足[^]*2021-06-30 → 2021-09-10/);
  expect(card).toMatch(/原因：招标流标\n +进展：已完成九成\n +待主要负责人审批/);
});

test('a granted extension keeps the first deadline in sight', () => {
  const life = anItem('in-progress');
  give(life, 'request-extension', NOW, { newDeadline: date('2021-07-10') });
  give(life, 'grant-extension', NOW);
  expect(cardOf(life)).toMatch(/时限：2021-07-10.*\n原定时限：2021-06-30\n/);
});

test('a sustained item shows its period, its check-ins and the next one', () => {
  const life = anItem('sustained', birthFor('sustained'));
  expect(cardOf(life)).toContain('下次报告：2021-08-10');
  give(life, 'check-in', at('2021-08-01'), { text: '抽查无遗失' });
  const card = cardOf(life, at('2021-08-02'));
  expect(card).toMatch(/报告坚持情况：乙 2021-08-01 10:00（应于 2021-08-10 报告）\n +抽查无遗失/);
  expect(card).toMatch(/坚持期：2021-05-10 → 2022-05-10\n下次报告：2021-11-10/);
});

test('results are shown with who vouches for them, corrected and withdrawn ones too', () => {
  const life = anItem('in-progress');
  expect(cardOf(life)).not.toContain('整改成效');
  give(life, 'record-result', NOW, { kind: 'money-collected', figure: 408_050, measure: 1 });
  give(life, 'record-result', NOW, { kind: 'meetings', figure: 2, note: '专题研究' });
  give(life, 'correct-result', NOW, { result: 1, figure: 463_050, reason: '漏计一笔' });
  give(life, 'correct-result', NOW, { result: 2, figure: undefined, reason: '重复登记' });
  expect(cardOf(life)).toMatch(
    /整改成效\n 1\. 收缴资金 4,630\.50 元 措施 1 · 核实人 甲 · 乙 .*\n +更正成效：乙 .*\n +漏计一笔\n 2\. 召开会议 2 次 核实人 甲 .*\n +专题研究\n +撤销：乙 .*\n +重复登记/,
  );
  expect(cardOf(life, NOW, 'en')).toMatch(
    /Results\n 1\. money collected: 4,630\.50 yuan measure 1 · vouched for by 甲/,
  );
});

test('an item shows what it is about, as far as its plan says', () => {
  const about = (more: object) => anItem('assigned', aBirth({ planned: planned(more) }));
  const whole = about(ABOUT);
  expect(cardOf(whole)).toContain(
    '优先级：高\n标签：固定资产 · 台账\n原因分析：台账多年未核对\n整改目标：账实相符\n来源：巡察反馈意见，第 3-5 页\n',
  );
  expect(cardOf(whole, NOW, 'en')).toMatch(/Priority: high\n[^]*Source: 巡察反馈意见, pp\. 3-5\n/);
  expect(cardOf(about({ cause: '无人管\n无台账' }))).toMatch(/原因分析：\n 无人管\n 无台账\n/);
  expect(cardOf(anItem('assigned'))).not.toMatch(/优先级|标签|原因|目标|来源/);
});

test('an item that was merged says into which, by whom and why', () => {
  const life = anItem('assigned');
  give(life, 'withdraw', NOW, { into: '2.3', reason: '与另一事项重复' });
  expect(cardOf(life)).toMatch(/不予列入或并案：丁 .*\n并入：\(二\)3\n +与另一事项重复/);
});

test('a proposal of an item that has ended undecided is not told as waiting', () => {
  const life = anItem('in-progress');
  const late = at('2021-07-07');
  life.passTime(late);
  expect(cardOf(life, late)).toContain('督办函 · 2021-07-07 提出 · 待签发');
  give(life, 'withdraw', late);
  expect(cardOf(life, late)).not.toContain('待签发');
});

test('a reopened item names the archive that it goes on from', () => {
  const previous = { cycle: 1, bag: 'bags/2021-03/1.2', archiveNumber: 'Z109-WS·2021-D30-JGDW-0002' };
  const author = { by: anItem().context.roster.head, command: 'x', identity: 'claimed' as const };
  const birth = aBirth({}, { cycle: 2, reopening: { reason: '反弹', author, previous, heard: [] } });
  expect(cardOf(new ItemLife(birth))).toContain('重开：第 2 次办理，原档号 Z109-WS·2021-D30-JGDW-0002');
});

test('a restored item names the life that was lost', () => {
  const author = { by: anItem().context.roster.head, command: 'x', identity: 'claimed' as const };
  const lost = {
    cycle: 1,
    ended: 'removed',
    status: 'returned',
    archiveNumber: 'n',
    extensions: 1,
  } as const;
  const card = cardOf(
    new ItemLife(aBirth({}, { cycle: 2, restoring: { reason: '误删', author, lost, heard: [] } })),
  );
  expect(card).toContain('恢复办理：第 2 次办理，此前的流程在服务器上已不存在，经过未归档');
});

test('where people are taken at their word, the card says so; where all is signed, it does not', () => {
  expect(cardOf(anItem())).toContain('接受未签名的指令');
  const signed = aBirth({ policy: Policy.parse({ identity: 'signed' }) });
  expect(cardOf(new ItemLife(signed))).not.toContain('未签名');
});

test('of evidence with versions, what is current comes first, and what it replaced is told', () => {
  const life = anItem('in-progress');
  give(life, 'add-evidence', NOW, { file: aFile('1') });
  give(life, 'add-evidence', NOW, { file: aFile('2') });
  give(life, 'add-evidence', NOW, { file: aFile('3'), replaces: 1 });
  expect(cardOf(life)).toMatch(
    /第 2 份 《清点记录2》.*\n +第 3 份 《清点记录3》.* · 替换第 1 份\n +另有 1 份已被替换.*\n +第 1 份 《清点记录1》.* · 已由第 3 份替换\n/,
  );
});

test('what a measure brought back is told to the fen, and the rule that came of it', () => {
  const life = anItem('in-progress');
  const outcome = { recoveredFen: 408_050, regulation: '终端管理办法' };
  give(life, 'complete-measure', NOW, { measure: 1, ...outcome });
  expect(cardOf(life)).toMatch(/清点完毕\n +追缴金额：4,080\.50 元\n +制度成果：《终端管理办法》\n/);
});

test('in English what stands at the beginning of a line begins as a line does', () => {
  const life = anItem('in-progress');
  expect(cardOf(life, NOW, 'en')).toContain('No evidence yet');
  const reviewed = cardOf(anItem('acceptance'), NOW, 'en');
  expect(reviewed).toMatch(/\n Request closure: 乙.*[^]*\n Approve: 甲/);
  expect(reviewed).toContain('No. 1 "清点记录1"');
});

test('a withdrawn file is told with who took it back and why, and counts no more', () => {
  const life = anItem('in-progress');
  give(life, 'add-evidence', NOW, { file: aFile('1') });
  give(life, 'withdraw-evidence', NOW, { evidence: 1, reason: '扫描件缺页' });
  expect(cardOf(life)).toMatch(
    /尚无佐证材料\n +另有 1 份已被替换或撤回.*\n +第 1 份 《清点记录1》.* · 乙 .* 撤回，原因：扫描件缺页\n/,
  );
});
