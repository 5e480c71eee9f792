import { unreadIn } from '../../workflows/readable';
import { RECORDINGS, recording } from '../support/histories';

/** What the signals of workflows to one another bring. */
const KINDS = {
  row: 'rows',
  rows: 'rows',
  post: 'posts',
  posts: 'posts',
  undeliverable: 'refused-mail',
} as const;
type Signal = keyof typeof KINDS;

type Signaled = { signalName: string; input: { payloads: { data: string }[] } };

/** All that recorded histories were told by such a signal, by its name. */
const told = (signal: Signal): unknown[] =>
  RECORDINGS.flatMap((name) => recording(name).events).flatMap(
    ({ workflowExecutionSignaledEventAttributes: attributes }) => {
      const { signalName, input } = (attributes ?? {}) as Partial<Signaled>;
      const [first] = input?.payloads ?? [];
      return signalName === signal && first
        ? [JSON.parse(Buffer.from(first.data, 'base64').toString()) as unknown]
        : [];
    },
  );

test.each(['row', 'rows', 'post', 'posts'] as const)(
  'whatever older versions have sent by the signal %s can still be read',
  (signal) => {
    const all = told(signal);
    expect(all.length).toBeGreaterThan(3);
    expect(all.filter((brought) => unreadIn(KINDS[signal], brought).length > 0)).toEqual([]);
  },
);
