import { at } from '../../testing/world';
import { unaccounted } from './unaccounted';

const item = '2021-03/1.1' as never;
const fact = { id: 'f', kind: 'fact' as const, slot: at('2021-06-01', '08:30') };
const reminder = { id: 'r', kind: 'reminder' as const, slot: at('2021-06-01', '08:30') };
const mail = (day: string, ...ids: string[]) => ({
  slot: at(day, '08:30'),
  notices: ids.map((id) => ({ id, item })),
});

test('a notice that a receipt names is accounted for', () => {
  expect(unaccounted([fact, reminder], [mail('2021-06-01', 'f', 'r')])).toEqual([]);
});

test('a fact stays unaccounted for until a receipt names it, whatever else has gone out', () => {
  expect(unaccounted([fact], [mail('2021-06-02', 'other')])).toEqual([fact]);
});

test('a reminder that a later mail of the mailbox left out was withdrawn', () => {
  expect(unaccounted([reminder], [mail('2021-05-31', 'other')])).toEqual([reminder]);
  expect(unaccounted([reminder], [mail('2021-06-01', 'other')])).toEqual([]);
});
