import type { PlanFault } from './fault';
import { changed, faultsIn, GOOD_PLAN, withoutColumn } from '../../testing/plan';

/** The single fault that a change of the good plan makes, and the line of the change. */
const faultOf = (from: string, to: string) => {
  const { text, line } = changed(from, to);
  const faults = faultsIn(text);
  expect(faults).toHaveLength(1);
  return { fault: faults[0], line };
};

test('the good plan has no faults', () => {
  expect(faultsIn(GOOD_PLAN)).toEqual([]);
});

describe('a value of the wrong shape is named with its line', () => {
  test.each<[string, string, string, Partial<PlanFault>]>([
    [
      'a number for text',
      'round: 2021-03',
      'round: 2021',
      { type: 'wrong-kind', expected: 'text', given: 'number' },
    ],
    [
      'text for a list',
      'office: [spare]',
      'office: spare',
      { type: 'wrong-kind', expected: 'list', given: 'text' },
    ],
    ['a list for text', '某单位', '[x]', { type: 'wrong-kind', expected: 'text', given: 'list' }],
    [
      'text for a map',
      '- { text: 追回流失资产, kind: loss-recovery, owner: handler }',
      '- x',
      {
        type: 'wrong-kind',
        expected: 'map',
        given: 'text',
      },
    ],
    ['a day that does not exist', '2021-06-30', '2021-06-31', { type: 'not-a-date', given: '2021-06-31' }],
    ['a date written in another way', '2021-06-30', '2021年6月30日', { type: 'not-a-date' }],
    [
      'a date that YAML takes for a number',
      '2021-06-30',
      '20210630',
      { type: 'not-a-date', given: '20210630' },
    ],
    ['an endless date', '2021-08-31', '9999-12-31', { type: 'not-a-date' }],
    ['an unknown kind', '限期整改', '限时整改', { type: 'not-a-choice', given: '限时整改' }],
    ['an unknown kind of measure', 'kind: 其他', 'kind: 其它', { type: 'not-a-choice', meant: '其他' }],
    [
      'an id that is a name',
      'superior: boss',
      'superior: 甲',
      { type: 'wrong-form', form: 'person', given: '甲' },
    ],
    ['a round with a slash', '2021-03', 'a/b', { type: 'wrong-form', form: 'round' }],
    ['a fonds in lower case', 'Z109', 'z109', { type: 'wrong-form', form: 'fonds' }],
    [
      'an address that opens a header',
      'boss@example.org',
      '"a@example.org\\nBcc: b@example.org"',
      {
        type: 'wrong-form',
        form: 'address',
        given: 'a@example.org Bcc: b@example.org',
      },
    ],
    ['a name with a line break', 'name: 甲', 'name: "甲\\n乙"', { type: 'wrong-form', form: 'name' }],
    [
      'an impossible limit',
      'identity: claimed',
      'identity: claimed, evidence: { mostBytes: 0 }',
      { type: 'out-of-range', least: 1 },
    ],
    [
      'a limit in words',
      'identity: claimed',
      'identity: claimed, evidence: { mostBytes: 4 GiB }',
      { type: 'wrong-kind', expected: 'number', given: 'text' },
    ],
    [
      'a suffix for a media type',
      'identity: claimed',
      'identity: claimed, evidence: { mediaTypes: [image/*, .pdf] }',
      { type: 'wrong-form', form: 'media-type', given: '.pdf' },
    ],
    [
      'no media type at all',
      'identity: claimed',
      'identity: claimed, evidence: { mediaTypes: [] }',
      { type: 'blank' },
    ],
    [
      'a mistyped limit',
      'identity: claimed',
      'identity: claimed, evidence: { mostByte: 5 }',
      { type: 'unknown-key', meant: 'mostBytes' },
    ],
    ['a year that is half', 'year: 2021', 'year: 2021.5', { type: 'not-whole', given: '2021.5' }],
    ['a year long gone', 'year: 2021', 'year: 1921', { type: 'out-of-range', least: 1949 }],
    ['a year far ahead', 'year: 2021', 'year: 3021', { type: 'out-of-range', most: 2200 }],
    [
      'a number of zero',
      'problem: 账物不符',
      'no: 0\n        problem: 账物不符',
      { type: 'out-of-range', least: 1 },
    ],
    ['a problem of 501 characters', '账物不符', '字'.repeat(501), { type: 'too-long', most: 500 }],
    ['an empty text', 'body: 某单位', 'body: ""', { type: 'blank' }],
    ['a text of blanks', 'body: 某单位', 'body: "  "', { type: 'blank' }],
    ['a value left out', 'deadline: 2021-06-30', 'deadline:', { type: 'blank' }],
    ['an empty list', 'office: [spare]', 'office: []', { type: 'blank' }],
    [
      'a mistyped field',
      'acceptor: acceptor',
      'aceptor: acceptor\n        acceptor: acceptor',
      {
        type: 'unknown-key',
        key: 'aceptor',
        meant: 'acceptor',
        item: '1.1' as never,
      },
    ],
    [
      'a field in Chinese',
      'title: 资产',
      '经办人: x\n    title: 资产',
      { type: 'unknown-key', key: '经办人' },
    ],
    ['a field of nobody', 'round:', 'colour: red\nround:', { type: 'unknown-key', key: 'colour' }],
    [
      'an unknown setting',
      'identity: claimed',
      'identity: claimed, mail: { open: 08:30 }',
      {
        type: 'unknown-key',
        meant: 'opens',
        path: 'policy.mail.open',
      },
    ],
    [
      'an impossible time of day',
      'identity: claimed',
      'identity: claimed, mail: { opens: 25:00 }',
      {
        type: 'wrong-form',
        form: 'time',
      },
    ],
  ])('%s', (_, from, to, expected) => {
    const { fault, line } = faultOf(from, to);
    expect(fault).toMatchObject({ ...expected, line });
  });

  test('a Chinese word for a field is understood where the field is allowed', () => {
    const { fault } = faultOf('problem: 账物不符', 'problem: 账物不符\n        经办人: x');
    expect(fault).toMatchObject({ type: 'unknown-key', meant: 'handler', line: 25 });
  });

  test('a text that goes on and on is repeated in short', () => {
    const { fault } = faultOf('kind: immediate', `kind: ${'x'.repeat(500)}`);
    expect(fault?.type === 'not-a-choice' && fault.given.length).toBe(40);
  });
});

describe('what is missing is named with the line of what should hold it', () => {
  test.each([
    ['body: 某单位\n', 'body', 1],
    ['  fonds: Z109\n', 'archive.fonds', 6],
    ['  head: boss\n', 'roster.head', 10],
    ['        acceptor: acceptor\n', 'categories[0].items[0].acceptor', 24],
    ['            kind: 专项整治\n', 'categories[0].items[0].measures[0].kind', 32],
  ])('without %j', (line, path, at) => {
    const faults = faultsIn(changed(line, '').text).map(withoutColumn);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({ type: 'missing', path, line: at });
  });

  test.each([
    ['an empty file', ''],
    ['a file of comments', '# 方案\n'],
  ])('%s is empty', (_, text) => {
    expect(faultsIn(text)).toMatchObject([{ type: 'empty-file', path: '' }]);
  });

  test.each([
    ['a list', '- a', 'list'],
    ['a word', 'plan', 'text'],
  ])('%s is no plan', (_, text, given) => {
    expect(faultsIn(text)).toMatchObject([{ type: 'wrong-kind', path: '', expected: 'map', given, line: 1 }]);
  });
});
