import fc from 'fast-check';
import { ItemLife } from '../../domain/item/life';
import { anItem, give, NOW } from '../../testing/item';
import { ABOUT, aBirth, planned as plannedWith } from '../../testing/world';
import { checkRecord } from './check-record';
import { told } from './check-told';
import { aBag } from '../../testing/item-record';
import { readRecord, RECORD, type RecordContent } from './read-record';
import type { RecordFault } from './record-fault';

const recordOf = (life: ItemLife): RecordContent => readRecord(aBag(life)).record;
const WHOLE = recordOf(anItem('closed'));

const item = (more: object): RecordContent => ({ ...WHOLE, item: WHOLE.item && { ...WHOLE.item, ...more } });
const planned = (more: object): RecordContent =>
  item({ planned: { ...(WHOLE.item?.planned as object), ...more } });
const info = (label: string, value: string): RecordContent => ({
  ...WHOLE,
  info: WHOLE.info.map(([one, was]) => [one, one === label ? value : was]),
});

/** The faults without the page, which shows also what no log tells. */
const faultsOf = (record: RecordContent): RecordFault[] =>
  told(record).filter(({ type }) => type !== 'page-differs');

const inItem = (field: string) => ({ type: 'item-differs', file: RECORD.item, field });

const PLANNED_ABOUT = plannedWith(ABOUT);

const LIVES: Record<string, () => ItemLife> = {
  'that was closed': () => anItem('closed'),
  'whose plan says what it is about': () => anItem('closed', aBirth({ planned: PLANNED_ABOUT })),
  'that was withdrawn': () => anItem('withdrawn'),
  'that is sustained': () => anItem('sustained'),
  'that was returned': () => anItem('returned'),
  'without a deadline that was set later': () => {
    const { deadline, ...rest } = aBirth().context.planned;
    const life = anItem('in-progress', aBirth({ planned: rest }));
    give(life, 'set-deadline', NOW);
    return life;
  },
  'that was given to somebody else': () => {
    const life = anItem('in-progress');
    give(life, 'reassign', NOW);
    return life;
  },
  'that lives again': () => {
    const { context } = aBirth();
    const previous = { cycle: 1, bag: 'bags/2021-03/1.2', archiveNumber: context.archiveNumber };
    const author = { by: context.roster.head, command: 'x', identity: 'claimed' as const };
    const reopening = { reason: '反弹', author, previous, heard: [] };
    return new ItemLife(aBirth({ archiveNumber: 'Z109-WS·2021-D30-JGDW-0029' }, { cycle: 2, reopening }));
  },
};

test.each(Object.entries(LIVES))('of an item %s the log tells all that is said', (_, live) => {
  expect(told(recordOf(live()))).toEqual([]);
});

test('so it does of one of a drill, of which mails have no receipt', () => {
  const missing = [1, 2].map((seq) => ({ mailbox: 'yi@drill', id: `2021-03/1.2/c1#${seq}` }));
  const bag = aBag(anItem('closed'), { drill: 'drill', missing });
  expect(told(readRecord(bag).record)).toEqual([]);
  const info = bag.info.filter(([label]) => label !== 'Rectify-Missing-Mail');
  expect(told(readRecord({ ...bag, info }).record)).toMatchObject([{ type: 'page-differs' }]);
});

describe('what the log does not tell is found in item.json', () => {
  test.each([
    ['status', 'returned'],
    ['deadline', '2022-06-30'],
    ['originalDeadline', undefined],
    ['people', { handler: 'yi', leader: 'jia', acceptor: 'jia' }],
    ['returns', [{ side: 'leader', by: 'jia', at: NOW, opinion: '不予通过', missing: '缺少处理依据' }]],
    ['acceptance', undefined],
    ['sustaining', {}],
    ['anything', 'else'],
  ])('as another %s', (field, value) => {
    expect(told(item({ [field]: value }))).toEqual([inItem(field)]);
  });

  test('as other evidence or another result of a measure, even where the manifest was mended', () => {
    const measures = (WHOLE.item?.measures as object[]).map((one) => ({ ...one, text: '另一项措施' }));
    expect(faultsOf(item({ measures }))).toEqual([inItem('measures')]);
    const evidence = WHOLE.item?.evidence.slice(1) ?? [];
    expect(faultsOf(item({ evidence }))).toContainEqual(inItem('evidence'));
  });

  test('as a plan of other people, or for another day', () => {
    expect(faultsOf(planned({ leader: 'bing' }))).toEqual([inItem('planned')]);
    expect(faultsOf(planned({ deadline: undefined }))).toEqual([inItem('planned')]);
  });

  test('as an archive number that is not the one of bag-info.txt', () => {
    const other = 'Z109-WS·2021-D30-JGDW-0099';
    const was = WHOLE.item?.archiveNumber;
    const fault = { type: 'info-differs', file: 'bag-info.txt', label: 'External-Identifier' };
    expect(faultsOf(item({ archiveNumber: other }))).toEqual([{ ...fault, expected: other, found: was }]);
    expect(faultsOf(info('External-Identifier', other))).toEqual([{ ...fault, expected: was, found: other }]);
  });
});

test.each([
  ['Source-Organization', '另一单位'],
  ['Internal-Sender-Identifier', '2021-03/1.3'],
  ['Rectify-Policy', 'another'],
])('a bag-info.txt with another %s is found', (label, found) => {
  expect(faultsOf(info(label, found))).toMatchObject([{ type: 'info-differs', label, found }]);
});

describe('a page that was changed is found', () => {
  const page = WHOLE.page ?? '';

  test('wherever it was', () => {
    fc.assert(
      fc.property(fc.nat(page.length - 1), (at) => {
        const changed = `${page.slice(0, at)}\u{2603}${page.slice(at + 1)}`;
        const line = page.slice(0, at).split('\n').length;
        expect(told({ ...WHOLE, page: changed })).toEqual([
          { type: 'page-differs', file: RECORD.page, line },
        ]);
      }),
    );
  });

  test('also by something put at its end', () => {
    expect(told({ ...WHOLE, page: `${page}<p>` })).toMatchObject([{ type: 'page-differs' }]);
  });
});

test.each(['data/说明.txt', 'data/.hidden', 'data/mail/note.txt'])(
  'a file that no record has is found: %s',
  (file) => {
    const payload = new Map(WHOLE.payload).set(file, 'd'.repeat(128));
    expect(checkRecord({ ...WHOLE, payload })).toEqual([{ type: 'file-unnamed', file }]);
    expect(checkRecord({ ...info('Rectify-Record', '2'), payload })).toEqual([]);
  },
);

test('of a record of another form nothing is said', () => {
  expect(told({ ...info('Rectify-Record', '2'), page: '' })).toEqual([]);
});

test('whatever is in the place of a record, nothing is thrown, and it is not taken for one', () => {
  const anyObject = fc.dictionary(fc.string(), fc.jsonValue());
  const anything = fc.record({ item: anyObject, event: anyObject, at: fc.constantFrom(0, 3) });
  fc.assert(
    fc.property(anything, ({ item: more, event, at }) => {
      const log = WHOLE.log?.map((entry, index) =>
        index === at ? { ...entry, event: { ...entry.event, ...event, type: 'returned' as never } } : entry,
      );
      expect(told({ ...item(more), log, policy: { version: 'x' }, people: { people: [] } })).not.toEqual([]);
      expect(() => checkRecord({ ...WHOLE, log })).not.toThrow();
    }),
  );
});
