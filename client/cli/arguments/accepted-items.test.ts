import { Trouble } from '../trouble/trouble';
import { acceptedItems } from './accepted-items';

test.each([
  [undefined, []],
  ['1.3', ['1.3']],
  ['1.3,2.1', ['1.3', '2.1']],
  ['1.1-1.3、2.5', ['1.1', '1.2', '1.3', '2.5']],
  ['2.1-3', ['2.1', '2.2', '2.3']],
])('%s names %j', (given, numbers) => {
  expect([...acceptedItems(given)]).toEqual(numbers);
});

test.each(['all', '1', '1.3-1.1', '1.1-2.2', '*'])('%s names no items', (given) => {
  expect(() => acceptedItems(given)).toThrow(new Trouble({ type: 'bad-item', given }));
});
