import { connectionIn } from './connection';

const HERE = { TEMPORAL_ADDRESS: 'db1:7233', TEMPORAL_CONFIG_FILE: '/nowhere/temporal.toml' };

test('a worker connects as the environment says', () => {
  const { connectionOptions, namespace } = connectionIn({ ...HERE, TEMPORAL_NAMESPACE: 'office' });
  expect([connectionOptions.address, namespace]).toEqual(['db1:7233', 'office']);
});

test('an empty variable counts as unset', () => {
  const empty = {
    TEMPORAL_NAMESPACE: '',
    TEMPORAL_API_KEY: '',
    TEMPORAL_TLS: '',
    TEMPORAL_TLS_CLIENT_CERT_PATH: '',
  };
  expect(connectionIn({ ...HERE, ...empty })).toEqual(connectionIn(HERE));
  expect(connectionIn({ ...HERE, TEMPORAL_ADDRESS: '' }).connectionOptions.address).not.toBe('');
});
