import { ServiceError } from '@temporalio/client';
import { Forbidden, Unreachable } from './errors';
import { serverFault } from './fault';

/** What the SDK throws when the server answers with a gRPC status. */
const answered = (code: number, details: string): ServiceError =>
  new ServiceError('it failed', {
    cause: Object.assign(new Error(`${code}: ${details}`), { code, details, metadata: {} }),
  });

test('a call that the proxy refuses says which role may not call what', () => {
  const error = serverFault(answered(7, 'role person may not call /some.v1.Service/Start'), 'db1:7233');
  expect(error).toBeInstanceOf(Forbidden);
  expect(error).toMatchObject({ address: 'db1:7233', denied: { role: 'person', method: 'Start' } });
});

test('one that the server itself refuses says no more', () => {
  expect(serverFault(answered(7, 'Request unauthorized.'), 'db1:7233')).toMatchObject({ denied: {} });
});

test('a client without a certificate may do nothing', () => {
  const error = serverFault(answered(16, 'no client certificate'), 'db1:7233');
  expect(error).toBeInstanceOf(Forbidden);
  expect(error).toMatchObject({ denied: undefined });
});

test('where no server is, it is unreachable, and all else stays what it was', () => {
  expect(serverFault(answered(14, 'away'), 'db1:7233')).toBeInstanceOf(Unreachable);
  const other = answered(3, 'bad');
  expect(serverFault(other, 'db1:7233')).toBe(other);
});
