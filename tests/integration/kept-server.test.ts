import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Connection } from '@temporalio/client';
import { startTemporalServer } from '../../client/local/temporal-server';
import { poll } from '../support/poll';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rectify-kept-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const listed = async (address: string, namespace: string): Promise<string[]> => {
  const connection = await Connection.connect({ address });
  try {
    const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
    return Object.keys(customAttributes).filter((name) => name.startsWith('Rect'));
  } finally {
    await connection.close();
  }
};

test('a server that has kept its data from an older version gets the search attributes that are new', async () => {
  const dbFile = path.join(folder, 'temporal.db');
  const before = await startTemporalServer({ dbFile, searchAttributes: { RectRung: 'Int' } });
  await before.stop();
  for (let starts = 0; starts < 2; starts += 1) {
    const searchAttributes = { RectRung: 'Int', RectLevel: 'Keyword' };
    const server = await startTemporalServer({ dbFile, searchAttributes });
    try {
      const found = await poll('both attributes', async () => {
        const names = await listed(server.address, server.namespace);
        return names.length === 2 && names.sort();
      });
      expect(found).toEqual(['RectLevel', 'RectRung']);
    } finally {
      await server.stop();
    }
  }
});
