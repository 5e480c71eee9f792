import { aFile, anItem, give, NOW } from '../../../testing/item';
import { ABOUT, aBirth, planned } from '../../../testing/world';
import { itemJson } from './json';

test('evidence is numbered for programs, and each version names the other', () => {
  const life = anItem('in-progress');
  give(life, 'add-evidence', NOW, { file: aFile('1') });
  give(life, 'add-evidence', NOW, { measure: 2, file: aFile('2') });
  give(life, 'add-evidence', NOW, { file: aFile('3'), replaces: 1 });
  const { measures, evidence } = itemJson(life.view(NOW));
  expect(measures[0]?.evidence).toEqual([
    expect.objectContaining({ no: 3, title: '清点记录3', replaces: 1 }),
    expect.objectContaining({ no: 1, title: '清点记录1', replacedBy: 3 }),
  ]);
  expect(measures[0]?.evidence[0]).not.toHaveProperty('replacedBy');
  expect(measures[1]?.evidence).toMatchObject([{ no: 2, at: new Date(NOW).toISOString() }]);
  expect(evidence).toBe(2);
});

test('what a measure has brought is with its result', () => {
  const life = anItem('in-progress');
  give(life, 'complete-measure', NOW, { measure: 1, recoveredFen: 408_050, regulation: '终端管理办法' });
  expect(itemJson(life.view(NOW)).measures[0]?.completed).toMatchObject({
    recoveredFen: 408_050,
    regulation: '终端管理办法',
  });
});

test('what an item is about is there, and left out where its plan does not say it', () => {
  const life = anItem('assigned', aBirth({ planned: planned(ABOUT) }));
  expect(itemJson(life.view(NOW))).toMatchObject(ABOUT);
  for (const field of Object.keys(ABOUT))
    expect(itemJson(anItem('assigned').view(NOW))).not.toHaveProperty(field);
});
