import { jsonLine } from './logger';

const entry = (meta: Record<string, unknown>) => ({
  level: 'WARN' as const,
  message: '一行\n两行',
  timestampNanos: 1_796_032_385_779_000_000n,
  meta,
});

test('an entry is one line, with its time and the ids of what it is about', () => {
  const line = jsonLine(entry({ workflowId: 'item/2021-03/1.2', attempt: 2 }));
  expect(line).not.toContain('\n');
  expect(JSON.parse(line)).toEqual({
    time: '2026-11-30T09:53:05.779Z',
    level: 'WARN',
    message: '一行\n两行',
    workflowId: 'item/2021-03/1.2',
    attempt: 2,
  });
});

test('what an error says is not lost, and a large number fails nothing', () => {
  const { error, size } = JSON.parse(jsonLine(entry({ error: new TypeError('no'), size: 9n }))) as {
    error: { name: string; message: string };
    size: string;
  };
  expect(error).toMatchObject({ name: 'TypeError', message: 'no' });
  expect(size).toBe('9');
});
