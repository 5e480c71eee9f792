import { Connection } from '@temporalio/client';
import { temporal } from '@temporalio/proto';

const { IndexedValueType } = temporal.api.enums.v1;

/** What a server calls the types of search attributes. */
export const VALUE_TYPE: Partial<Record<string, number>> = {
  Keyword: IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD,
  Int: IndexedValueType.INDEXED_VALUE_TYPE_INT,
  Bool: IndexedValueType.INDEXED_VALUE_TYPE_BOOL,
  Datetime: IndexedValueType.INDEXED_VALUE_TYPE_DATETIME,
};

/**
 * Adds the search attributes, name → type, that a namespace lacks. A dev server makes those of its command line only
 * together with its database: one that has kept its data lacks new ones.
 */
export const addSearchAttributes = async (
  { address, namespace }: { address: string; namespace: string },
  wanted: Record<string, string>,
): Promise<void> => {
  const connection = await Connection.connect({ address });
  try {
    const { operatorService } = connection;
    const { customAttributes } = await operatorService.listSearchAttributes({ namespace });
    const missing = Object.entries(wanted).filter(([name]) => customAttributes[name] === undefined);
    if (missing.length === 0) return;
    const searchAttributes = Object.fromEntries(missing.map(([name, type]) => [name, VALUE_TYPE[type] ?? 0]));
    await operatorService.addSearchAttributes({ namespace, searchAttributes });
  } finally {
    await connection.close();
  }
};
