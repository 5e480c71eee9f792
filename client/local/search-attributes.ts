import { Connection } from '@temporalio/client';
import { type AttributeFault, attributeFaults, valueTypeOf } from '../../workflows/namespace';

/** Search attributes exist under other types. Nothing was added. */
class AttributeTypesDiffer extends Error {
  override readonly name = 'AttributeTypesDiffer';
  constructor(readonly faults: readonly AttributeFault[]) {
    super(faults.map(({ name }) => name).join(' '));
  }
}

/**
 * Adds the search attributes, name → type, that a namespace lacks, and says which these were.
 * @throws AttributeTypesDiffer
 */
const addMissingAttributes = async (
  { operatorService }: Pick<Connection, 'operatorService'>,
  namespace: string,
  wanted: Record<string, string>,
): Promise<string[]> => {
  const { customAttributes } = await operatorService.listSearchAttributes({ namespace });
  const faults = attributeFaults(customAttributes, wanted);
  const different = faults.filter(({ found }) => found !== undefined);
  if (different.length > 0) throw new AttributeTypesDiffer(different);
  if (faults.length === 0) return [];
  const searchAttributes = Object.fromEntries(faults.map(({ name, type }) => [name, valueTypeOf(type)]));
  await operatorService.addSearchAttributes({ namespace, searchAttributes });
  return faults.map(({ name }) => name);
};

/**
 * The same for a server of this machine. A dev server makes those of its command line only together with its database:
 * one that has kept its data lacks new ones.
 */
export const addSearchAttributes = async (
  { address, namespace }: { address: string; namespace: string },
  wanted: Record<string, string>,
): Promise<void> => {
  const connection = await Connection.connect({ address });
  try {
    await addMissingAttributes(connection, namespace, wanted);
  } finally {
    await connection.close();
  }
};
