import { ItemNumber } from '../../../../base/ids';
import { ItemLife } from '../../../../domain/item/life';
import type { LedgerRow } from '../../../../domain/round/row';
import { aLedger } from '../../../../testing/ledger';
import { aBirth, at, date, PEOPLE } from '../../../../testing/world';
import { listed, testsOf } from './list';

const NOW = at('2021-06-28');

const first = new ItemLife(aBirth()).firstRow();

const aRow = (number: string, more: Partial<LedgerRow>): LedgerRow => ({
  ...first,
  number: ItemNumber.parse(number),
  status: 'in-progress',
  deadline: date('2021-12-31'),
  ...more,
});

/** In the order of the list: the worst first. */
const ROWS = [
  aRow('1.1', { deadline: date('2021-06-25') }),
  aRow('1.2', { deadline: date('2021-06-28') }),
  aRow('1.3', {
    section: '财务科',
    priority: 'high',
    tags: ['三公经费', 'Assets'],
    people: { ...first.people, leader: PEOPLE.head },
  }),
  aRow('1.4', {
    status: 'closed',
    priority: 'low',
    tags: ['三公经费'],
    people: { ...first.people, handler: PEOPLE.deputy },
  }),
];
const LEDGER = aLedger(ROWS, NOW);

const ALL = ['1.1', '1.2', '1.3', '1.4'];

type Options = Parameters<typeof testsOf>[1];

const found = (options: Options, person?: string): string[] => {
  const tests = testsOf({ person }, options, LEDGER);
  return listed(LEDGER, (row) => tests.every((test) => test(row))).map(({ number }) => number);
};

test.each<[what: string, options: Options, numbers: string[]]>([
  ['everything, where nothing is asked for', {}, ALL],
  ['what is overdue, not what is due today', { overdue: true }, ['1.1']],
  ['one status', { status: 'closed' }, ['1.4']],
  ['what is on one rung', { level: 'overdue' }, ['1.1']],
  ['a part of the name of a section', { section: '财务' }, ['1.3']],
  ['a leader', { leader: PEOPLE.head }, ['1.3']],
  ['a handler', { handler: PEOPLE.deputy }, ['1.4']],
  ['a priority', { priority: 'high' }, ['1.3']],
  ['a tag', { tag: '三公经费' }, ['1.3', '1.4']],
  ['a tag however it is typed', { tag: 'ａｓｓｅｔｓ' }, ['1.3']],
  ['what has all of several tags', { tag: '三公经费、assets' }, ['1.3']],
  ['nothing for a part of a tag', { tag: '三公' }, []],
  ['nothing for a text without a tag', { tag: '#' }, []],
  ['what meets all of several conditions', { overdue: true, leader: PEOPLE.head }, []],
])('the list shows %s', (_, options, numbers) => {
  expect(found(options)).toEqual(numbers);
});

test('the list shows a person what they have a side of', () => {
  expect(found({ mine: true }, PEOPLE.handler)).toEqual(['1.1', '1.2', '1.3']);
  expect(found({ mine: true }, PEOPLE.acceptor)).toEqual(ALL);
  expect(found({ mine: true }, PEOPLE.head)).toEqual(['1.3']);
});
