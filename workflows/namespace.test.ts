import { temporal } from '@temporalio/proto';
import { attributeFaults, attributeFaultText, valueTypeOf } from './namespace';
import { SEARCH_ATTRIBUTES } from './search-attributes';

const { INDEXED_VALUE_TYPE_KEYWORD_LIST } = temporal.api.enums.v1.IndexedValueType;

const ALL = Object.fromEntries(
  Object.entries(SEARCH_ATTRIBUTES).map(([name, type]) => [name, valueTypeOf(type)]),
);

test('a namespace with all search attributes has no fault, whatever else it has', () => {
  expect(attributeFaults({ ...ALL, Others: 1 })).toEqual([]);
  expect(Object.values(ALL)).not.toContain(0);
});

test('one that is missing and one of another type are both named, with the type that was found', () => {
  const { RectRound: _, ...less } = ALL;
  const faults = attributeFaults({ ...less, RectRung: INDEXED_VALUE_TYPE_KEYWORD_LIST });
  expect(faults.map(attributeFaultText)).toEqual(['RectRound=Keyword', 'RectRung=Int (KeywordList)']);
});
