import { nearest } from './nearest';

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
