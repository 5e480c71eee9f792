import { addDays } from '../../domain/calendar/civil';
import { instant } from '../../domain/calendar/zone';
import { itemId, ItemNumber, RoundId } from '../../base/ids';
import { ItemLife } from '../../domain/item/life';
import { aFile, anItem, archiveIt, doTheWork, give } from '../../testing/item';
import { ABOUT, aBirth, at, date, PEOPLE, planned } from '../../testing/world';
import type { Cell } from './cell';
import { COLUMN_KEYS } from './columns';
import { aDossier, asDossierItem } from '../../testing/dossier';
import { type LedgerDocument, ledgerOf } from './ledger';
import { spansOf } from './spans';
import { ledgerWords } from './language';

const NOW = at('2021-07-12');
const number = (text: string) => ItemNumber.parse(text);

const born = (no: string, more: Parameters<typeof planned>[0] = {}): ItemLife =>
  new ItemLife(
    aBirth(
      { planned: planned({ number: number(no), ...more }) },
      { item: itemId(RoundId.parse('2021-03'), number(no)) },
    ),
  );

const show = (cell: Cell | undefined): unknown => {
  if (cell === undefined) return undefined;
  if (cell.type === 'text') return cell.text;
  if (cell.type === 'date') return `${cell.date}${cell.provisional ? ' ?' : ''}`;
  return cell.type === 'money' ? `${cell.fen} fen` : cell.number;
};

/** A line as somebody reads it; empty cells are left out. */
const shown = ({ lines }: LedgerDocument, index = 0) => {
  const cells = lines[index]?.cells ?? {};
  return Object.fromEntries(COLUMN_KEYS.flatMap((key) => (cells[key] ? [[key, show(cells[key])]] : [])));
};

const ledgerWith = (lives: readonly ItemLife[], more: Parameters<typeof aDossier>[2] = {}) =>
  ledgerOf(aDossier(lives.map(asDossierItem), NOW, more), 'zh-CN');

/** An item that is extended, returned by its leader, approved by the leader's deputy, accepted and archived. */
const aLongLife = (): ItemLife => {
  const life = born('1.2');
  const day = (text: string) => at(text);
  give(life, 'acknowledge', day('2021-05-07'));
  give(life, 'request-extension', day('2021-06-01'), { newDeadline: date('2021-07-15') });
  give(life, 'grant-extension', day('2021-06-02'), { newDeadline: date('2021-07-15') });
  give(life, 'report-progress', day('2021-06-08'));
  give(life, 'add-evidence', day('2021-06-09'));
  give(life, 'complete-measure', day('2021-06-09'), { measure: 1, recoveredFen: 623_050 });
  give(life, 'complete-measure', day('2021-06-10'), { measure: 2, regulation: '终端管理办法' });
  doTheWork(life, day('2021-06-10'));
  give(life, 'request-closure', day('2021-06-10'));
  give(life, 'return', day('2021-06-11'), { newDeadline: date('2021-07-20') });
  give(life, 'request-closure', day('2021-06-15'));
  give(life, 'approve', day('2021-06-16'), { by: PEOPLE.deputy, onBehalfOf: PEOPLE.leader });
  give(life, 'accept', day('2021-06-18'));
  archiveIt(life, day('2021-06-18'));
  return life;
};

describe('the ledger', () => {
  test('has a line for each measure, and in it everything that the form asks for', () => {
    const ledger = ledgerWith([aLongLife()]);
    expect(ledger.lines).toHaveLength(2);
    expect(shown(ledger)).toEqual({
      number: '(一)2',
      category: '应急管理责任落实方面',
      problem: '执法终端管理不到位',
      kind: '限期整改',
      measure: '1. 逐台清点执法终端',
      measureKind: '挽回损失',
      measureStatus: '已完成',
      leader: '甲',
      section: '执法监督科',
      handler: '乙',
      originalDeadline: '2021-06-30',
      deadline: '2021-07-20',
      extensions: 1,
      extensionGrounds: '2021-06-30 延至 2021-07-15，采购流程未走完；同意延期：同意延期',
      progress: '2021-06-08 已清点过半\n措施1（2021-06-09）：清点完毕\n措施2（2021-06-10）：清点完毕',
      evidence: '清点记录a（2021-05-20）',
      requestedOn: '2021-06-15',
      leaderOpinion: '同意（辛代甲）',
      leaderDecidedOn: '2021-06-16',
      acceptor: '丙',
      acceptorOpinion: '予以销号',
      acceptorDecidedOn: '2021-06-18',
      reviewRound: 2,
      status: '已归档',
      published: '已完成',
      recoveredFen: '623050 fen',
      archiveNumber: 'Z109-WS·2021-D30-JGDW-0002',
    });
    expect(shown(ledger, 1)).toMatchObject({ number: '(一)2', regulation: '终端管理办法' });
  });

  test('says of a returned item what is still missing, until the leader approves', () => {
    expect(shown(ledgerWith([anItem('returned')]))).toMatchObject({
      leaderOpinion: '退回补充整改：不予通过；尚缺：缺少终端遗失的处理结果及依据',
      status: '退回补充整改',
      reviewRound: 2,
    });
  });

  test('has columns for what items are about only where one of them says it', () => {
    const keys = ['cause', 'goal', 'source', 'priority', 'tags'];
    const columns = (lives: readonly ItemLife[]) =>
      ledgerWith(lives).columns.flatMap(({ key }) => (keys.includes(key) ? [key] : []));
    expect(columns([born('1.1'), born('1.2')])).toEqual([]);
    expect(columns([born('1.1'), born('1.2', { tags: ['台账'] })])).toEqual(['tags']);
    const lives = [born('1.1'), born('1.2', ABOUT)];
    expect(columns(lives)).toEqual(keys);
    expect(shown(ledgerWith(lives), 2)).toMatchObject({
      cause: '台账多年未核对',
      goal: '账实相符',
      source: '巡察反馈意见，第 3-5 页',
      priority: '高',
      tags: '固定资产、台账',
    });
  });

  test('names the current evidence, not the versions before it', () => {
    const life = anItem('in-progress');
    give(life, 'add-evidence', NOW);
    give(life, 'add-evidence', NOW, { file: aFile('b'), replaces: 1 });
    expect(shown(ledgerWith([life])).evidence).toBe('清点记录b（2021-05-20）');
  });

  test('marks dates of years without a published schedule, and says where there is no deadline', () => {
    const measures = [{ no: 1, text: '逐年抽查', kind: 'other' as const, deadline: date('2027-06-30') }];
    const ledger = ledgerWith([
      born('1.1', { deadline: date('2027-12-30'), measures }),
      born('1.2', { deadline: null }),
    ]);
    expect(shown(ledger)).toMatchObject({ measureDeadline: '2027-06-30 ?', deadline: '2027-12-30 ?' });
    expect(ledger.provisionalYears).toEqual([2027]);
    expect(shown(ledger, 1)).toMatchObject({ originalDeadline: '未设时限', deadline: '未设时限' });
  });

  test('remarks what is provisional in its texts too', () => {
    const life = anItem('sustained');
    give(life, 'check-in', at('2021-07-01'));
    const until = addDays(date('2021-05-10'), 365);
    const calendar = { ...life.context.calendar, published: [2021] };
    expect(shown(ledgerWith([life], { calendar })).remarks).toContain(`长期坚持至${until}（暂定）`);
  });

  test('joins the numbers of several urging letters, and remarks other letters', () => {
    const item = asDossierItem(anItem());
    const issued = (rung: 'urging-letter' | 'talk', letter: string) =>
      ({ rung, day: date('2021-07-07'), outcome: 'issued', number: letter }) as const;
    const proposals = [
      issued('urging-letter', '整改办〔2021〕3号'),
      issued('urging-letter', '整改办〔2021〕5号'),
      issued('talk', '整改办〔2021〕6号'),
    ];
    const row = { ...item.row, proposals };
    expect(shown(ledgerOf(aDossier([{ ...item, row }], NOW), 'zh-CN'))).toMatchObject({
      urgingLetters: '整改办〔2021〕3号、整改办〔2021〕5号',
      remarks: '超期\n约谈：整改办〔2021〕6号',
    });
  });

  test('says in its preface and in every line that a drill is one', () => {
    const clock = { real: instant(0), domain: instant(0), rate: 1, drill: '预演' };
    const ledger = ledgerWith([anItem(), born('2.1')], { clock });
    expect(ledger.preface[0]).toContain('【演练】预演');
    expect(ledger.fileName).toBe('演练-台账-2021-03-2021-07-12');
    for (const index of ledger.lines.keys()) expect(shown(ledger, index).remarks).toMatch(/^演练/);
  });

  test('says that people were taken at their word where they were', () => {
    const { head } = aDossier([], NOW);
    const signed = { ...head, policy: { ...head.policy, identity: 'signed' as const } };
    expect(ledgerWith([]).preface).toContain(ledgerWords('zh-CN').claimed);
    expect(ledgerWith([], { head: signed }).preface).not.toContain(ledgerWords('zh-CN').claimed);
  });
});

describe('lines that have a cell in common', () => {
  const lives = ['1.1', '1.2', '2.1'].map((no) => born(no));
  const ledger = ledgerWith(lives);

  test('are those of an item, and the items of a category, also where two categories have one name', () => {
    expect(spansOf(ledger.lines, 'item')).toEqual([
      { from: 0, lines: 2 },
      { from: 2, lines: 2 },
      { from: 4, lines: 2 },
    ]);
    expect(spansOf(ledger.lines, 'category')).toEqual([
      { from: 0, lines: 4 },
      { from: 4, lines: 2 },
    ]);
  });

  test('say the same in it', () => {
    for (const { key, level } of ledger.columns)
      for (const { from, lines } of spansOf(ledger.lines, level))
        for (let line = from; line < from + lines; line += 1)
          expect(ledger.lines[line]?.cells[key]).toEqual(ledger.lines[from]?.cells[key]);
  });
});
