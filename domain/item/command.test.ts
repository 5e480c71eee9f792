import { aCommand, aFile, anItem, NOW } from '../../testing/item';
import { Command, COMMAND_TYPES, type CommandType } from './command';

const life = anItem();
const good = (type: CommandType): object => aCommand(life, type, NOW);
const faultsOf = (given: unknown): string[] => [
  ...new Set((Command.safeParse(given).error?.issues ?? []).map(({ path }) => path.join('.'))),
];

describe('the form of a command', () => {
  test.each(COMMAND_TYPES)('of %s is taken when whole', (type) => {
    expect(faultsOf(good(type))).toEqual([]);
  });

  test.each([
    ['id', { id: 'seven' }],
    ['item', { item: '2021-03/0.2' }],
    ['cycle', { cycle: 0 }],
    ['by', { by: '乙' }],
    ['onBehalfOf', { onBehalfOf: '' }],
    ['at', { at: '2021-05-10T09:00:00' }],
    ['type', { type: 'close' }],
    ['', { decide: true }],
  ])('is refused for a wrong %s', (path, wrong) => {
    expect(faultsOf({ ...good('acknowledge'), ...wrong })).toEqual([path]);
  });

  test.each<[string, CommandType, object]>([
    ['text', 'report-progress', { text: '  ' }],
    ['text', 'report-progress', { text: '进'.repeat(10_001) }],
    ['measure', 'complete-measure', { measure: 0 }],
    ['result', 'complete-measure', { result: '' }],
    ['summary', 'request-closure', { summary: '' }],
    ['evidence', 'approve', { evidence: 'A'.repeat(64) }],
    ['evidence', 'accept', { evidence: undefined }],
    ['opinion', 'return', { opinion: '' }],
    ['newDeadline', 'return', { newDeadline: '9999-12-31' }],
    ['replaces', 'add-evidence', { replaces: 0 }],
    ['replaces', 'add-evidence', { replaces: 1.5 }],
    ['file.sha512', 'add-evidence', { file: { ...aFile(), sha512: 'a' } }],
    ['file.size', 'add-evidence', { file: { ...aFile(), size: -1 } }],
    ['file.mediaType', 'add-evidence', { file: { ...aFile(), mediaType: 'pdf' } }],
    ['file.title', 'add-evidence', { file: { ...aFile(), title: ' ' } }],
    ['file.effectiveDate', 'add-evidence', { file: { ...aFile(), effectiveDate: '2021-2-3' } }],
  ])('is refused for a wrong %s of %s', (path, type, wrong) => {
    expect(faultsOf({ ...good(type), ...wrong })).toEqual([path]);
  });

  test('loses the blanks around what people write', () => {
    const parsed = Command.parse({ ...good('return'), missing: `  ${'缺'.repeat(9)}  ` });
    expect(parsed).toMatchObject({ missing: '缺'.repeat(9) });
  });

  test.each([undefined, null, 7, 'acknowledge', []])('is none at all: %p', (given) => {
    expect(Command.safeParse(given).success).toBe(false);
  });
});
