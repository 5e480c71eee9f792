import { inherited } from './worker-process';

test('a worker of a local server is not led elsewhere by the environment of its user', () => {
  const own = { PATH: '/usr/bin', HOME: '/home/jia', LOG_LEVEL: 'DEBUG' };
  const elsewhere = {
    TEMPORAL_ADDRESS: 'cloud:7233',
    TEMPORAL_API_KEY: 'secret',
    TEMPORAL_TLS: 'true',
    TASK_QUEUE: 'other',
  };
  expect(inherited({ ...own, ...elsewhere })).toEqual(own);
});
