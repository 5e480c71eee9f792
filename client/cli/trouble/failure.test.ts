import { itemId, ItemNumber, PersonId, RoundId } from '../../../base/ids';
import { instant } from '../../../domain/calendar/zone';
import { REFUSAL_TYPES } from '../../../domain/refusal';
import { BadSetting, PayloadUnreadable } from '../../../codec/errors';
import { StoreFault } from '../../../store/fault';
import { Forbidden, NotFound, Refused, Unreachable } from '../../api/errors';
import type { Cli } from '../context';
import { failureOf } from './failure';
import { cliWords } from '../language';
import { LANGUAGES } from '../../api/settings';
import { Paper } from '../terminal/paper';
import { aScreen } from '../../../testing/screen';
import { EXIT_OF, Trouble, type TroubleDetail, type TroubleType } from './trouble';

const contextIn = (language: (typeof LANGUAGES)[number], environment = {}): Cli => {
  const terminal = aScreen({ environment });
  const paper = new Paper(terminal.out, terminal);
  return {
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
};

const round = RoundId.parse('2021-03');
const number = ItemNumber.parse('1.9');

/** One of each kind. */
const TROUBLES: { [T in TroubleType]: Extract<TroubleDetail, { type: T }> } = {
  'no-person': { type: 'no-person' },
  'bad-value': { type: 'bad-value', option: '--date', given: 'x', expected: 'date' },
  'bad-choice': { type: 'bad-choice', option: '--status', given: 'x', choices: ['a', 'b'] },
  'bad-item': { type: 'bad-item', given: 'x' },
  'which-round': { type: 'which-round', open: [round] },
  'no-such-round': { type: 'no-such-round', round, open: [] },
  'no-such-item': { type: 'no-such-item', round, number, nearest: [ItemNumber.parse('1.3')] },
  'not-in-roster': {
    type: 'not-in-roster',
    person: 'x',
    people: [{ id: PersonId.parse('p01'), name: '甲' }],
  },
  'ambiguous-person': { type: 'ambiguous-person', person: '甲', people: [PersonId.parse('p01')] },
  'not-opener': { type: 'not-opener', person: PersonId.parse('p05'), people: [PersonId.parse('p01')] },
  'not-countersigner': {
    type: 'not-countersigner',
    person: PersonId.parse('p05'),
    people: [PersonId.parse('p01')],
  },
  'countersigned-before': {
    type: 'countersigned-before',
    person: PersonId.parse('p05'),
    from: instant(0),
  },
  'stray-option': { type: 'stray-option', option: '--deadline', because: 'file' },
  'nothing-to-amend': { type: 'nothing-to-amend' },
  'no-plan-file': { type: 'no-plan-file', path: 'x.docx' },
  'not-to-amend': {
    type: 'not-to-amend',
    path: 'plan.yaml',
    unamendable: [{ item: ItemNumber.parse('1.2'), what: 'people' }],
  },
  'which-key': { type: 'which-key', people: [PersonId.parse('p05'), PersonId.parse('p06')] },
  'bad-trust': { type: 'bad-trust', path: 'trust.yaml', lines: ['not a map'] },
  'nothing-to-pin': { type: 'nothing-to-pin', path: 'plan.yaml' },
  'needs-yes': { type: 'needs-yes' },
  'no-key': { type: 'no-key', person: PersonId.parse('p01'), path: 'p01.json' },
  'bad-key': { type: 'bad-key', path: 'p01.json', fault: 'wrong-passphrase' },
  'passphrases-differ': { type: 'passphrases-differ' },
  'no-passphrase': { type: 'no-passphrase' },
  'bad-file': { type: 'bad-file', path: 'x.pdf', fault: 'missing' },
  'path-exists': { type: 'path-exists', path: 'plan.yaml' },
  'not-yaml': { type: 'not-yaml', path: 'x.docx' },
  faulty: {
    type: 'faulty',
    path: 'x.xlsx',
    faults: [{ type: 'blank', path: 'roster.people[0].address' }],
    people: ['甲'],
  },
  'bad-plan': {
    type: 'bad-plan',
    path: 'x.yaml',
    faults: [
      { type: 'missing', path: 'feedback', line: 3 },
      { type: 'key-twice', path: 'title', line: 7 },
    ],
  },
  'bad-document': { type: 'bad-document', path: 'x.docx', fault: 'damaged' },
  'unknown-format': { type: 'unknown-format', path: 'x.pdf' },
  unfinished: { type: 'unfinished', path: 'x.docx' },
  doubtful: { type: 'doubtful', path: 'plan.xlsx', faults: [] },
  unsettled: { type: 'unsettled', path: 'plan.xlsx', places: ['x'] },
  'bad-evidence': { type: 'bad-evidence', no: 3, title: '清单', fault: 'damaged' },
  'no-evidence': { type: 'no-evidence' },
  'no-such-evidence': { type: 'no-such-evidence', no: 9, files: 3 },
  'which-evidence': { type: 'which-evidence', files: 7 },
  'no-notice': { type: 'no-notice', path: 'x.docx', because: { type: 'of-another', body: '某单位' } },
  'notice-unchecked': { type: 'notice-unchecked', path: 'x.docx', places: ['x'] },
  'argument-not-utf8': { type: 'argument-not-utf8', at: 3 },
  'plan-already': { type: 'plan-already', path: 'x.yaml' },
  'nothing-found': { type: 'nothing-found', path: 'x.txt' },
  'cannot-write': { type: 'cannot-write', path: 'x.yaml' },
  'no-bag': { type: 'no-bag', path: 'x' },
  'not-open': { type: 'not-open', number, status: '已销号' },
  'no-such-life': { type: 'no-such-life', number, cycle: 3, cycles: 2 },
  'nothing-sent': { type: 'nothing-sent', person: PersonId.parse('p01') },
  'bad-content': {
    type: 'bad-content',
    path: 'people.yaml',
    faults: [{ type: 'missing', path: 'people[0].address', line: 2 }],
  },
  'attribute-types': { type: 'attribute-types', namespace: 'default', wrong: ['RectRung=Int (Keyword)'] },
  'namespace-unready': { type: 'namespace-unready', namespace: 'default', wrong: ['RectRung=Int'] },
  'people-conflict': {
    type: 'people-conflict',
    conflicts: [
      {
        id: PersonId.parse('p01'),
        given: { name: '甲', address: 'jia@example.org' },
        known: { name: '乙', address: 'yi@example.org' },
        round,
      },
    ],
  },
  'no-seal-keys': { type: 'no-seal-keys' },
  'not-on-hold': { type: 'not-on-hold', mail: 'p05/20210506T003000Z', mails: ['p06/20210506T003000Z'] },
  'mail-decided': {
    type: 'mail-decided',
    mail: 'p05/20210506T003000Z',
    path: '/store/mail/p05/20210506T003000Z.0123456789ab.decided',
  },
  'mail-changed': {
    type: 'mail-changed',
    mail: 'p05/20210506T003000Z',
    path: '/store/mail/p05/20210506T003000Z.0123456789ab.held',
  },
  'bad-keys-file': { type: 'bad-keys-file', path: 'seal-keys' },
  'bad-public-key': { type: 'bad-public-key', path: 'key.yaml' },
  'private-key': { type: 'private-key', path: 'p03.json' },
  'no-roster': { type: 'no-roster', path: 'plan.yaml' },
  'keys-need-yaml': { type: 'keys-need-yaml', path: 'plan.xlsx' },
  'keys-by-hand': { type: 'keys-by-hand', path: 'plan.yaml' },
  'bad-folder': { type: 'bad-folder', path: 'keys' },
  'no-record': { type: 'no-record', bag: 'bags/2021-03/1.9' },
  'mails-in-bag': { type: 'mails-in-bag', bag: 'bags/2021-03/1.9' },
  'bad-command': { type: 'bad-command', faults: [{ path: 'text', message: 'too long' }] },
  'round-exists': { type: 'round-exists', round, next: RoundId.parse('2021-03-r2') },
  'other-server': { type: 'other-server', address: '127.0.0.1:7233', folder: '/data' },
  'no-worker': { type: 'no-worker', address: 'localhost:7233' },
};

describe.each(LANGUAGES)('in %s', (language) => {
  test.each(Object.values(TROUBLES))('$type has its exit code and a sentence', async (detail) => {
    const { exit, lines } = await failureOf(new Trouble(detail), contextIn(language));
    expect(exit).toBe(EXIT_OF[detail.type]);
    expect(lines[0]).toMatch(/\S.{4,}/);
    expect(lines.join()).not.toContain('undefined');
  });

  test('every fault of a plan has a line of its own, with its place', async () => {
    const { lines, faults } = await failureOf(new Trouble(TROUBLES['bad-plan']), contextIn(language));
    expect(lines).toHaveLength(3);
    expect(lines[1]).toContain('3');
    expect(lines[2]).toContain('7');
    expect(faults?.map(({ line, message }) => [line, `  ${message}`])).toEqual([
      [3, lines[1]],
      [7, lines[2]],
    ]);
  });

  test('an unknown item comes with the nearest numbers', async () => {
    const { lines } = await failureOf(new Trouble(TROUBLES['no-such-item']), contextIn(language));
    expect(lines.join()).toContain('1.3');
  });
});

describe('how the program ends', () => {
  const chinese = contextIn('zh-CN');

  test('a refusal of the item is 3, with the sentence of the domain and the refusal itself', async () => {
    const refusal = { type: 'UnknownPerson' as const, person: PersonId.parse('mou') };
    const failure = await failureOf(new Refused(refusal), chinese);
    expect(failure).toMatchObject({ exit: 3, type: 'UnknownPerson', refusal });
    expect(failure.lines.join()).toContain('mou');
  });

  test.each([
    ['zh-CN', '您可以代乙办理：加 --deputy-for yi。'],
    ['en', 'You may do this as a deputy: add --deputy-for yi (for 乙).'],
  ] as const)('in %s whoever could do it as a deputy is told how', async (language, said) => {
    const refusal = {
      type: 'NotAuthorised',
      command: 'approve',
      by: PersonId.parse('bing'),
      roles: ['leader'],
    } as const;
    const yi = { id: PersonId.parse('yi'), name: '乙' };
    const failure = await failureOf(
      new Refused({ ...refusal, roles: ['leader'] }, [yi]),
      contextIn(language),
    );
    expect(failure).toMatchObject({ exit: 3, type: 'NotAuthorised', deputyFor: ['yi'] });
    expect(failure.lines.at(-1)).toBe(said);
  });

  test('a fault of the server is told with what the server said, and where to look', async () => {
    const cause = new Error('3 INVALID_ARGUMENT: no mapping defined for search attribute RectRound');
    const { exit, lines } = await failureOf(new Error('Failed to start Workflow', { cause }), chinese);
    expect(exit).toBe(1);
    for (const said of ['Failed to start Workflow', 'RectRound', 'rectify doctor'])
      expect(lines.join()).toContain(said);
  });

  test('what a process said in its last lines is told in one', async () => {
    const { lines } = await failureOf(new Error('the worker ended at once:\nSTORE is wrong'), chinese);
    expect(lines.join()).toContain('the worker ended at once: STORE is wrong');
  });

  test('no type of refusal is also the name of a trouble', () => {
    expect(REFUSAL_TYPES.filter((type) => type in EXIT_OF)).toEqual([]);
  });

  test.each([
    [{ TEMPORAL_ADDRESS: 'db1:7233' }, 'db1:7233', '环境变量 TEMPORAL_ADDRESS'],
    [{}, 'localhost:7233', '缺省地址'],
    [{}, 'db1:7233', 'temporal.toml'],
  ])('without a server it is 5, and says how the address was found', async (environment, address, how) => {
    const error = new Unreachable(address, new Error('down'));
    const { exit, lines } = await failureOf(error, contextIn('zh-CN', environment));
    expect(exit).toBe(5);
    for (const said of [address, how, 'rectify doctor', 'rectify dev']) expect(lines.join()).toContain(said);
  });

  test.each([
    [
      'en',
      { role: 'person', method: 'Start' },
      'not allow this (Start) with a certificate of the role person',
    ],
    ['en', {}, 'not allow this with your certificate or API key'],
    ['en', undefined, 'does not know you'],
    ['zh-CN', { role: 'person', method: 'Start' }, '不允许个人的证书进行此项操作（Start）'],
    ['zh-CN', {}, '不允许您的证书或 API 密钥进行此项操作'],
    ['zh-CN', undefined, '不认得您'],
  ] as const)(
    'in %s what the server does not allow (%j) is 3, and says so',
    async (language, denied, said) => {
      const error = new Forbidden('db1:7233', denied, new Error('7 PERMISSION_DENIED'));
      const failure = await failureOf(error, contextIn(language));
      expect(failure).toMatchObject({ exit: 3, type: 'Forbidden' });
      expect(failure.lines.join()).toContain(said);
      expect(failure.lines.join()).toContain('db1:7233');
    },
  );

  test.each([
    ['zh-CN', 'ECONNREFUSED', 5, '存储 s3://bucket/office 无法连接'],
    ['en', 'ENOSPC', 1, 'The store s3://bucket/office is full'],
  ] as const)(
    'in %s a store that does not work (%s) is %i, and is named',
    async (language, code, exit, said) => {
      const fault = new StoreFault('s3://bucket/office', Object.assign(new Error(code), { code }));
      const failure = await failureOf(fault, contextIn(language));
      expect(failure).toMatchObject({ exit, type: 'StoreFault' });
      expect(failure.lines.join()).toContain(said);
    },
  );

  test.each(LANGUAGES)(
    'in %s a setting that holds no secret that can be used is 2, and is named',
    async (language) => {
      const faults = ['twice', 'empty', 'unreadable', 'malformed', 'missing', 'short'] as const;
      for (const fault of faults) {
        const error = new BadSetting('PAYLOAD_KEYS', fault, '/etc/keys', 'EACCES');
        const { exit, type, lines } = await failureOf(error, contextIn(language));
        expect([exit, type]).toEqual([2, 'BadSetting']);
        expect(lines.join()).toContain('PAYLOAD_KEYS');
      }
    },
  );

  test.each(LANGUAGES)('in %s what cannot be opened is 1, with the key and the setting', async (language) => {
    for (const fault of ['no-key', 'damaged'] as const) {
      const error = new PayloadUnreadable(fault, 'k-12');
      const { exit, type, lines } = await failureOf(error, contextIn(language));
      expect([exit, type]).toEqual([1, 'PayloadUnreadable']);
      for (const said of ['k-12', 'PAYLOAD_KEYS_FILE']) expect(lines.join()).toContain(said);
    }
  });

  test('anything else is 1, with its reason', async () => {
    const { exit, lines } = await failureOf(new Error('disk full'), chinese);
    expect(exit).toBe(1);
    expect(lines.join()).toContain('disk full');
    expect((await failureOf(new NotFound('item', itemId(round, number)), chinese)).exit).toBe(1);
  });
});
