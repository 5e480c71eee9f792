import { anItem } from '../../testing/item';
import { ABOUT, aBirth, at, date, planned } from '../../testing/world';
import { aDossier, asDossierItem } from '../../testing/dossier';
import { ledgerJson } from './json';
import { ledgerOf } from './ledger';

const item = asDossierItem(anItem('archived'));
const measures = item.state.measures.map(({ completed, ...measure }) => ({
  ...measure,
  ...(completed && { completed: { ...completed, recoveredFen: 163_001 } }),
}));
const dossier = aDossier([{ ...item, state: { ...item.state, measures } }], at('2021-07-12'));

describe('the ledger for programs', () => {
  test('has codes, ids, dates and fen under the names of the columns', () => {
    const { rows, ...round } = ledgerJson(ledgerOf(dossier, 'zh-CN'));
    expect(round).toEqual({
      round: '2021-03',
      title: '2021年第三轮巡察整改',
      body: '市应急管理局',
      identity: 'claimed',
      now: '2021-07-12T02:00:00.000Z',
      provisionalYears: [],
      totals: dossier.totals,
    });
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({
      number: '1.2',
      kind: 'time-limited',
      status: 'archived',
      published: 'completed',
      measure: { no: 1, text: '逐台清点执法终端' },
      measureStatus: 'complete',
      leader: 'jia',
      handler: 'yi',
      acceptor: 'bing',
      deadline: '2021-06-30',
      extensions: 0,
      reviewRound: 1,
      recoveredFen: 163_001,
      acceptorOpinion: { decision: 'accept', by: 'bing', opinion: '予以销号' },
      evidence: [{ title: '清点记录1', effectiveDate: '2021-05-20', sha512: '1'.repeat(128) }],
    });
  });

  test('is the same in every language', () => {
    const [chinese, english] = (['zh-CN', 'en'] as const).map((one) => ledgerJson(ledgerOf(dossier, one)));
    expect(english).toEqual(chinese);
  });

  test('leaves out what is absent, also the deadline of an item that has none', () => {
    const { deadline, originalDeadline, ...row } = item.row;
    expect([deadline, originalDeadline]).toEqual([date('2021-06-30'), date('2021-06-30')]);
    const [line] = ledgerJson(ledgerOf(aDossier([{ ...item, row }], at('2021-07-12')), 'en')).rows;
    for (const key of ['deadline', 'originalDeadline', 'urgingLetters', 'level', 'extensionGrounds'])
      expect(line).not.toHaveProperty(key);
  });

  test('says what an item is about in codes and parts', () => {
    const life = anItem('in-progress', aBirth({ planned: planned(ABOUT) }));
    const about = aDossier([asDossierItem(life)], at('2021-07-12'));
    expect(ledgerJson(ledgerOf(about, 'zh-CN')).rows[0]).toMatchObject(ABOUT);
  });
});
