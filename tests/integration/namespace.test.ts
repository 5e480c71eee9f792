import { temporal } from '@temporalio/proto';
import { msToTs } from '@temporalio/common/lib/time';
import { valueTypeOf } from '../../workflows/namespace';
import { SEARCH_ATTRIBUTES } from '../../workflows/search-attributes';
import { poll } from '../support/poll';
import { RealWorld } from '../support/real-world';

const { INDEXED_VALUE_TYPE_KEYWORD } = temporal.api.enums.v1.IndexedValueType;

let world: RealWorld;
beforeAll(async () => {
  world = await RealWorld.create();
});
afterAll(() => world.close());

const makeNamespace = async (namespace: string, types: Record<string, number>): Promise<void> => {
  const { workflowService, operatorService } = world.connection;
  await workflowService.registerNamespace({
    namespace,
    workflowExecutionRetentionPeriod: msToTs('1 day'),
  });
  await poll('the namespace', async () => {
    await operatorService.addSearchAttributes({ namespace, searchAttributes: types });
    return true;
  });
};

test('a worker does not start in a namespace that is not there', async () => {
  await expect(world.startWorker({ TEMPORAL_NAMESPACE: 'nowhere' })).rejects.toThrow(
    /没有命名空间 nowhere[^]*no namespace nowhere/,
  );
}, 60_000);

test('nor where search attributes are missing or of another type: it names them', async () => {
  const { RectRound: _, ...others } = SEARCH_ATTRIBUTES;
  const types = Object.fromEntries(Object.entries(others).map(([name, type]) => [name, valueTypeOf(type)]));
  await makeNamespace('amiss', { ...types, RectRung: INDEXED_VALUE_TYPE_KEYWORD });
  await expect(world.startWorker({ TEMPORAL_NAMESPACE: 'amiss' })).rejects.toThrow(
    /RectRound=Keyword RectRung=Int \(Keyword\)/,
  );
}, 60_000);
