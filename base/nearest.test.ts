import { near, nearest, nearestFirst } from './nearest';

test.each([
  ['handlr', ['handler', 'leader'], 'handler'],
  ['aceptor', ['handler', 'acceptor'], 'acceptor'],
  ['Deadline', ['deadline', 'leader'], 'deadline'],
  ['knid', ['kind', 'no'], 'kind'],
  ['其它', ['其他', '专项整治'], '其他'],
])('%s most likely means the nearest of %j', (word, candidates, meant) => {
  expect(nearest(word, candidates)).toBe(meant);
});

test.each([
  ['a word like none of them', 'colour', ['handler', 'leader']],
  ['a word as near to two as to one', 'p03', ['p01', 'p02']],
  ['an empty word', '', ['no']],
  ['nothing to choose from', 'handler', []],
])('%s means none', (_, word, candidates) => {
  expect(nearest(word, candidates)).toBeUndefined();
});

test.each([
  ['李君', ['李军', '王君', '李大军', '赵六'], ['李军', '王君']],
  ['李军军', ['李军'], ['李军']],
  ['王小铭', ['王小明', '王晓铭', '张三'], ['王小明', '王晓铭']],
  ['甲', ['乙', '丙'], []],
])('%s is near of %j to %j', (word, candidates, those) => {
  expect(near(word, candidates)).toEqual(those);
});

describe('what a word could have meant', () => {
  const people = [
    { id: 'p01', name: '甲' },
    { id: 'p15', name: '乙' },
    { id: 'p05', name: '丙' },
    { id: 'office', name: '丁' },
  ];
  const ids = (word: string) => nearestFirst(word, people, ({ id, name }) => [id, name]).map(({ id }) => id);

  test('is all there is, nearest first, and in its own order where equally near', () => {
    expect(ids('p5')).toEqual(['p15', 'p05', 'p01', 'office']);
    expect(ids('ofice')[0]).toBe('office');
  });

  test('counts by the nearest of several names', () => {
    expect(ids('丙丁')).toEqual(['p05', 'office', 'p01', 'p15']);
  });
});
