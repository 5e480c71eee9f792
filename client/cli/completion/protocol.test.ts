import { lineOf } from './protocol';

test.each([
  ['the verb', ['rectify', ''], 1, { before: [], begun: '' }],
  ['an argument', ['rectify', 'show', '1.'], 2, { before: ['show'], begun: '1.' }],
  ['a word in the middle', ['rectify', 'sh', '1.2'], 1, { before: [], begun: 'sh' }],
  ['nothing at all', [], 0, { before: [], begun: '' }],
])('%s is what is at the cursor', (_, words, index, line) => {
  expect(lineOf(words, index)).toEqual(line);
});

describe('the value of an option that bash has cut off at its sign', () => {
  test.each([
    ['that is begun', ['rectify', '--round', '=', '20'], 3, { before: [], begun: '--round=20' }],
    ['not yet begun', ['rectify', '--round', '='], 2, { before: [], begun: '--round=' }],
    [
      'before the cursor',
      ['rectify', '--round', '=', '2021-03', 'show', ''],
      5,
      { before: ['--round=2021-03', 'show'], begun: '' },
    ],
  ])('%s is given back to it', (_, words, index, line) => {
    expect(lineOf(words, index)).toEqual(line);
  });

  test('is no other text with such a sign', () => {
    const words = ['rectify', 'progress', '1.2', 'a', '=', 'b'];
    expect(lineOf(words, 5)).toEqual({ before: words.slice(1, 5), begun: 'b' });
  });
});
