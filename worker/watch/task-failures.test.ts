import { TaskFailures } from './task-failures';

const MINUTE = 60_000;
const line = (reason: string, count: number, type = 'rectificationItem') =>
  `temporal_workflow_task_execution_failed{failure_reason="${reason}",namespace="default",service_name="temporal-core-sdk",task_queue="rectify",workflow_type="${type}"} ${String(count)}`;

test('what failed is told by its reason, over all types of workflows', () => {
  const failures = new TaskFailures();
  failures.note(
    [
      '# TYPE temporal_workflow_task_execution_failed counter',
      line('NonDeterminismError', 2),
      line('NonDeterminismError', 1, 'mailbox'),
      line('GrpcMessageTooLarge', 4),
      'temporal_workflow_task_execution_latency_count{failure_reason="no"} 9',
    ].join('\n'),
    0,
  );
  expect(failures.lately(0)).toEqual([
    ['NonDeterminismError', 3],
    ['GrpcMessageTooLarge', 4],
  ]);
});

test('a reason for which nothing failed in a quarter of an hour is told no more, until something does', () => {
  const failures = new TaskFailures();
  failures.note(line('GrpcMessageTooLarge', 1), 0);
  failures.note(line('GrpcMessageTooLarge', 1), 15 * MINUTE);
  expect(failures.lately(15 * MINUTE)).toEqual([['GrpcMessageTooLarge', 1]]);
  failures.note(line('GrpcMessageTooLarge', 1), 16 * MINUTE);
  expect(failures.lately(16 * MINUTE)).toEqual([]);
  failures.note(line('GrpcMessageTooLarge', 2), 17 * MINUTE);
  expect(failures.lately(17 * MINUTE)).toEqual([['GrpcMessageTooLarge', 2]]);
});

test('a question that was refused once is no fault of the build; what goes on failing is', () => {
  const failures = new TaskFailures();
  failures.note(line('WorkflowError', 3), 0);
  expect(failures.lately(0)).toEqual([]);
  failures.note(line('WorkflowError', 3), MINUTE);
  expect(failures.lately(MINUTE)).toEqual([]);
  failures.note(line('WorkflowError', 4), 2 * MINUTE);
  expect(failures.lately(2 * MINUTE)).toEqual([['WorkflowError', 4]]);
});
