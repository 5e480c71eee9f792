import type { NativeConnection } from '@temporalio/worker';
import { SEARCH_ATTRIBUTES } from '../workflows/search-attributes';
import { valueTypeOf } from '../workflows/namespace';
import { failureOf } from '../testing/store';
import { ConfigurationError } from './configuration';
import { checkNamespace } from './namespace';

const customAttributes = Object.fromEntries(
  Object.entries(SEARCH_ATTRIBUTES).map(([name, type]) => [name, valueTypeOf(type)]),
);

/** A server whose answer to what search attributes it has is given; `deadlines`: until when it was asked. */
const aServer = (answer: () => Promise<object>) => {
  const deadlines: number[] = [];
  const connection = {
    workflowService: { describeNamespace: () => Promise.resolve({}) },
    operatorService: { listSearchAttributes: answer },
    withDeadline: (deadline: number, ask: () => Promise<unknown>) => {
      deadlines.push(deadline);
      return ask();
    },
  };
  return { connection: connection as unknown as NativeConnection, deadlines };
};

const failing = (code: number) => () =>
  Promise.reject(Object.assign(new Error(`code ${String(code)}`), { code, details: '', metadata: {} }));

test('a worker starts where all is there, and does not wait for ever to hear so', async () => {
  const { connection, deadlines } = aServer(() => Promise.resolve({ customAttributes }));
  const before = Date.now();
  await expect(checkNamespace(connection, 'default')).resolves.toBe(true);
  const [deadline = 0] = deadlines;
  expect(deadline).toBeGreaterThan(before);
  expect(deadline).toBeLessThanOrEqual(Date.now() + 60_000);
});

test.each([
  ['may not ask', 7],
  ['has a server that does not offer it', 12],
])('it starts, and says that it does not know, where it %s', async (_, code) => {
  await expect(checkNamespace(aServer(failing(code)).connection, 'default')).resolves.toBe(false);
});

test.each([
  ['is not there', 14],
  ['does not answer in time', 4],
])('it does not start where the server %s', async (_, code) => {
  await expect(checkNamespace(aServer(failing(code)).connection, 'default')).rejects.toMatchObject({ code });
});

test('it does not start where a search attribute is missing, and names it in both languages', async () => {
  const { RectRung, ...others } = customAttributes;
  expect(RectRung).toBeDefined();
  const { connection } = aServer(() => Promise.resolve({ customAttributes: others }));
  const error = await failureOf(checkNamespace(connection, 'default'));
  expect(error).toBeInstanceOf(ConfigurationError);
  expect(String(error)).toMatch(/RectRung[^]*\n[^]*RectRung/);
});
