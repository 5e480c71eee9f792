import { instant } from '../../domain/calendar/zone';
import { RFC_KEY, signed as jwsOf } from '../../testing/keys';
import type { Command, CommandType } from '../../domain/item/command';
import { ItemLife } from '../../domain/item/life';
import type { Proof } from '../../domain/item/log';
import { DEFAULT_POLICY } from '../../domain/round/policy';
import type { Roster } from '../../domain/round/roster';
import { aCommand, aFile, NOW } from '../../testing/item';
import { aBirth, ROSTER } from '../../testing/world';
import { checkRecord } from './check-record';
import { aBag, bytes } from '../../testing/item-record';
import { readRecord, RECORD } from './read-record';
import type { RecordFault } from './record-fault';

const { x, kid } = RFC_KEY;

/** One key for all, which no real roster has: here it is about what was signed, not by whom. */
const roster: Roster = {
  ...ROSTER,
  people: ROSTER.people.map((person) => ({ ...person, keys: [{ kid, x, from: instant(0) }] })),
};
const policy = { ...DEFAULT_POLICY, identity: 'signed' as const };

const SCRIPT: readonly [type: CommandType, more: object][] = [
  ['acknowledge', {}],
  ['report-progress', {}],
  ['add-evidence', { measure: 1, file: aFile('1') }],
  ['complete-measure', { measure: 1 }],
  ['add-evidence', { measure: 2, file: aFile('2') }],
  ['complete-measure', { measure: 2 }],
  ['record-result', { measure: 1, evidence: 1, note: '已入账' }],
  ['record-result', {}],
  ['correct-result', { result: 2 }],
  ['request-closure', {}],
  ['return', {}],
  ['request-closure', {}],
  ['approve', {}],
  ['add-evidence', { measure: 2, file: aFile('3'), replaces: 2 }],
  ['approve', { opinion: undefined }],
  ['accept', {}],
];

/** An item closed by every command there is, each proved as told. */
const closedBy = (prove: (command: Command) => Proof): ItemLife => {
  const life = new ItemLife(aBirth({ roster, policy }));
  SCRIPT.forEach(([type, more], hour) => {
    const now = instant(NOW + hour * 3_600_000);
    const command = aCommand(life, type, now, more);
    const answer = life.carryOut(command, now, prove(command));
    if ('refusal' in answer) throw new Error(`${type}: ${JSON.stringify(answer.refusal)}`);
  });
  return life;
};

const signing = (command: object): Proof => ({ identity: 'signed', jws: jwsOf(command) });

/** The faults of a bag, `change` made to one of its files, that are about signatures. */
const faultsOf = (life: ItemLife, file?: string, change = (text: string) => text): RecordFault[] => {
  const bag = aBag(life);
  const files = new Map(bag.files);
  if (file !== undefined) files.set(file, bytes(change(new TextDecoder().decode(files.get(file)))));
  const { record, faults } = readRecord({ ...bag, files });
  const ours = ['signature-bad', 'signature-differs', 'act-unsigned', 'act-repeated'];
  return [...faults, ...checkRecord(record)].filter(({ type }) => ours.includes(type));
};

test('a record whose every act is signed holds together', () => {
  const { record, faults } = readRecord(aBag(closedBy(signing)));
  expect([...faults, ...checkRecord(record)]).toEqual([]);
});

test('where the policy takes signed commands only, every act without a signature is named', () => {
  const life = closedBy(() => ({ identity: 'claimed' }));
  const acts = life.log.filter(({ author }) => author);
  expect(faultsOf(life)).toEqual(acts.map(({ seq }) => ({ type: 'act-unsigned', file: RECORD.log, seq })));
  expect(faultsOf(life, RECORD.policy, (text) => text.replace('"signed"', '"claimed"'))).toEqual([]);
});

test('an act whose entry was copied, signature and all, is named', () => {
  const copied = (text: string) =>
    text.replace(/^.*progress-reported.*\n/m, (line) => line + line.replace('"seq":3', '"seq":4'));
  expect(faultsOf(closedBy(signing), RECORD.log, copied)).toEqual([
    { type: 'act-repeated', file: RECORD.log, seq: 4 },
  ]);
});

test('an act whose author was taken out is one without a signature', () => {
  const strip = (text: string) => text.replace(/"author":\{[^}]*\},?/, '');
  expect(faultsOf(closedBy(signing), RECORD.log, strip)).toMatchObject([{ type: 'act-unsigned', seq: 2 }]);
});

test('a key that people.json does not have proves nothing', () => {
  const other = (text: string) => text.replaceAll('"keys"', '"former"');
  const faults = faultsOf(closedBy(signing), RECORD.people, other);
  expect(new Set(faults.map((fault) => 'fault' in fault && fault.fault))).toEqual(new Set(['unknown-key']));
  expect(faults).toHaveLength(SCRIPT.length + 1);
});

test.each<[string, object]>([
  ['id', { id: '6f9619ff-8b86-4d01-b42d-00cf4fc964ff' }],
  ['by', { by: 'ren' }],
  ['onBehalfOf', { onBehalfOf: 'ren' }],
  ['item', { item: '2021-03/9.9' }],
  ['cycle', { cycle: 2 }],
])('a signature for another %s is seen in every entry', (field, change) => {
  const life = closedBy((command) => signing({ ...command, ...change }));
  const faults = faultsOf(life);
  expect(faults).toHaveLength(SCRIPT.length + 1);
  expect(new Set(faults.map((fault) => 'field' in fault && fault.field))).toEqual(new Set([field]));
});

test.each<[CommandType, string, unknown]>([
  ['report-progress', 'text', '另一段话'],
  ['add-evidence', 'file', aFile('9')],
  ['add-evidence', 'replaces', 1],
  ['complete-measure', 'result', '未完成'],
  ['record-result', 'kind', 'trainings'],
  ['record-result', 'figure', 9],
  ['record-result', 'measure', 2],
  ['record-result', 'evidence', undefined],
  ['record-result', 'vouchedBy', 'ren'],
  ['record-result', 'note', '另一段话'],
  ['correct-result', 'figure', undefined],
  ['correct-result', 'reason', '另一段话'],
  ['request-closure', 'summary', '另一段话'],
  ['return', 'missing', '缺少另外的一份原始记录'],
  ['return', 'newDeadline', '2021-12-31'],
  ['approve', 'opinion', '不同意'],
  ['approve', 'evidence', '0'.repeat(64)],
  ['accept', 'opinion', undefined],
])('a signed %s that says another %s than the log is seen', (type, field, value) => {
  const life = closedBy((command) =>
    signing(command.type === type ? { ...command, [field]: value } : command),
  );
  const faults = faultsOf(life);
  expect(faults).not.toEqual([]);
  for (const fault of faults) expect(fault).toMatchObject({ type: 'signature-differs', field });
});

test.each([
  ['changed', (text: string) => text.replace('"replaces":2', '"replaces":1')],
  ['dropped', (text: string) => text.replace(',"replaces":2', '')],
  ['made up', (text: string) => text.replace('"measure":1,', '"measure":1,"replaces":9,')],
])('which version a file replaces, when %s in the log, is seen', (_, change) => {
  const life = closedBy(signing);
  expect(faultsOf(life, RECORD.log, change)).toMatchObject([
    { type: 'signature-differs', field: 'replaces' },
  ]);
});

test('that somebody acted for another, where only the log says so, is seen', () => {
  const change = (text: string) => text.replace('"author":{', '"author":{"onBehalfOf":"ren",');
  expect(faultsOf(closedBy(signing), RECORD.log, change)).toMatchObject([
    { type: 'signature-differs', seq: 2, field: 'onBehalfOf' },
  ]);
});

test('a signature for another kind of act is seen', () => {
  const life = closedBy((command) =>
    signing(command.type === 'accept' ? { ...command, type: 'approve' } : command),
  );
  expect(faultsOf(life)).toMatchObject([{ type: 'signature-differs', field: 'type' }]);
});

test('signed words that are no command prove nothing', () => {
  const life = closedBy(() => ({ identity: 'signed', jws: jwsOf({ type: 'close' }) }));
  expect(faultsOf(life)[0]).toMatchObject({ type: 'signature-differs', field: 'type', seq: 2 });
});

test.each(['constructor', '__proto__', 'toString'])(
  'an event of the type %s is no act of anybody',
  (type) => {
    const rename = (text: string) => text.replace('"type":"acknowledged"', `"type":"${type}"`);
    expect(faultsOf(closedBy(signing), RECORD.log, rename)).toMatchObject([
      { type: 'signature-differs', field: 'type', seq: 2 },
    ]);
  },
);
