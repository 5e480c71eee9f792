import fc from 'fast-check';
import { ItemNumber } from '../../../base/ids';
import { officeNumber } from '../../../domain/plan/plan';
import { nearestNumbers, parseItem } from './item-argument';
import { Trouble } from '../trouble/trouble';

const number = (text: string) => ItemNumber.parse(text);

const anyNumber = fc
  .tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 999 }))
  .map(([category, item]) => number(`${category}.${item}`));

describe('the number of an item as people write it', () => {
  test.each([
    ['1.2', '1.2'],
    ['(一)2', '1.2'],
    ['（一）2', '1.2'],
    ['一.2', '1.2'],
    ['一、2', '1.2'],
    ['(1)2', '1.2'],
    ['（十二）3', '12.3'],
    ['（二十）3', '20.3'],
    ['（ 一 ） 2', '1.2'],
    ['１．２', '1.2'],
    ['1.02', '1.2'],
  ])('%s is %s', (given, expected) => {
    expect(parseItem(given)).toEqual({ number: expected });
  });

  test('may have its round before it', () => {
    expect(parseItem('2021-03/1.2')).toEqual({ round: '2021-03', number: '1.2' });
    expect(parseItem('2021-03/（一）2')).toEqual({ round: '2021-03', number: '1.2' });
  });

  test('is read back from the form in which the office prints it', () => {
    fc.assert(
      fc.property(anyNumber, (number) => {
        expect(parseItem(officeNumber(number))).toEqual({ number });
        expect(parseItem(`r/${number}`)).toEqual({ round: 'r', number });
      }),
    );
  });

  test.each([
    '',
    '1',
    '1.',
    '.2',
    '0.1',
    '1.0',
    '1.2.3',
    '()2',
    '十',
    '二三.1',
    '一百.2',
    'X/1.2',
    '../1.2',
    '1.2\u001b[31m',
  ])('%j is not one', (given) => {
    expect(() => parseItem(given)).toThrow(Trouble);
  });

  test('anything at all is either an item or a trouble', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (given) => {
        try {
          expect(ItemNumber.safeParse(parseItem(given).number).success).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(Trouble);
        }
      }),
    );
  });
});

describe('the numbers that come nearest', () => {
  const known = ['1.1', '1.2', '1.3', '2.1', '2.2', '3.1', '3.2'].map(number);

  test('are of the same category first, in the order of the plan', () => {
    expect(nearestNumbers(number('2.9'), known)).toEqual(['1.3', '2.1', '2.2', '3.1', '3.2']);
    expect(nearestNumbers(number('9.9'), known.slice(0, 2))).toEqual(['1.1', '1.2']);
  });

  test('are none in an empty round', () => {
    expect(nearestNumbers(number('1.1'), [])).toEqual([]);
  });
});
