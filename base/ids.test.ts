import fc from 'fast-check';
import { ItemId, itemId, ItemNumber, numberOf, PersonId, RoundId, roundOf, Sha256, Sha512 } from './ids';

const anyRound = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,31}$/).map((text) => RoundId.parse(text));
const anyNumber = fc
  .tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 999 }))
  .map(([category, number]) => ItemNumber.parse(`${category}.${number}`));

test('the id of an item is made of its round and its number, and gives both back', () => {
  fc.assert(
    fc.property(anyRound, anyNumber, (round, number) => {
      const id = itemId(round, number);
      expect(ItemId.parse(id)).toBe(id);
      expect([roundOf(id), numberOf(id)]).toEqual([round, number]);
    }),
  );
});

test.each([
  ['a person', PersonId, ['甲', 'Yi', '1yi', '', 'a'.repeat(33), 'yi ', 'yi/bing', 'yi\n']],
  ['a round', RoundId, ['', '-1', '2021/03', '2021 03', '2021-03\n', 'Ａ1']],
  ['a number', ItemNumber, ['1', '0.1', '1.0', '100.1', '1.1000', '1.2.3', '01.2', '1.2\n']],
  ['an item', ItemId, ['1.2', '2021-03/', '/1.2', '2021-03/1.2/', '2021-03/../1.2', '2021-03\\1.2']],
  ['a file', Sha512, ['a'.repeat(127), 'A'.repeat(128), 'g'.repeat(128)]],
  ['a hash', Sha256, ['a'.repeat(63), 'A'.repeat(64), `${'a'.repeat(64)}\n`]],
])('%s cannot be named by what could be mistaken for something else', (_, schema, wrong) => {
  for (const text of wrong) expect([text, schema.safeParse(text).success]).toEqual([text, false]);
});
