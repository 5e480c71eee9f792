import { run } from '../main';
import { freePorts } from '../../local/free-ports';
import { aScreen } from '../../../testing/screen';
import { VERBS } from '../verbs/table';
import { COMPLETE } from './protocol';

/** What is answered for a line whose last word is at the cursor: words with what they mean. */
const answersTo = async (
  line: string[],
  LANG = 'zh_CN.UTF-8',
  server: { TEMPORAL_ADDRESS?: string } = {},
): Promise<Map<string, string | undefined>> => {
  const screen = aScreen({ environment: { LANG, ...server } });
  const exit = await run([COMPLETE, 'bash', String(line.length), 'rectify', ...line], screen);
  expect(exit).toBe(0);
  expect(screen.written.err).toBe('');
  const lines = screen.written.out.split('\n').slice(0, -1);
  return new Map(
    lines.map((text) => {
      const [word = '', means] = text.split('\t');
      return [word, means] as const;
    }),
  );
};

const wordsFor = async (...line: string[]): Promise<string[]> => [...(await answersTo(line)).keys()];

describe('a verb', () => {
  test('is any of the program, with what it does in the language of the person', async () => {
    const answers = await answersTo(['']);
    expect([...answers.keys()].sort()).toEqual([...Object.keys(VERBS), 'help'].sort());
    expect(answers.get('ack')).toBe('签收事项');
    expect((await answersTo([''], 'en_US.UTF-8')).get('ack')).toBe('acknowledge items');
  });

  test('begins as what was typed, also after options and after help', async () => {
    expect(await wordsFor('ack', '')).not.toContain('accept');
    expect(await wordsFor('ac')).toEqual(['ack', 'accept', 'accept-stage']);
    expect(await wordsFor('--as', 'p05', 'ac')).toEqual(['ack', 'accept', 'accept-stage']);
    expect(await wordsFor('--as=p05', 'ac')).toEqual(['ack', 'accept', 'accept-stage']);
    expect(await wordsFor('help', 'ac')).toEqual(['ack', 'accept', 'accept-stage']);
  });
});

describe('an option', () => {
  test('is one of the verb or of the program, and not one that is there already', async () => {
    const options = await wordsFor('evidence', '--measure', '1', '--');
    expect(options).toEqual(expect.arrayContaining(['--title', '--date', '--deputy-for', '--as', '--round']));
    expect(options).not.toContain('--measure');
    expect(new Set(options).size).toBe(options.length);
  });

  test('is none after a double dash', async () => {
    expect(await wordsFor('progress', '--', '1.2', '--')).toEqual([]);
  });
});

describe('a value', () => {
  test('of few choices is one of them, with its word', async () => {
    expect((await answersTo(['list', '--status', 'in'])).get('in-progress')).toBe('整改中');
    expect((await answersTo(['reassign', '1.2', '--side', 'h'])).get('handler')).toBe('经办人');
    expect((await answersTo(['issue', '1.2', '--rung', 'ta'])).get('talk')).toBe('约谈');
    expect(await wordsFor('list', '--level', '')).toContain('overdue');
    expect(await wordsFor('--lang', '')).toEqual(['zh-CN', 'en']);
    expect(await wordsFor('completion', '')).toEqual(['bash', 'zsh']);
  });

  test('may be begun as the word', async () => {
    expect((await answersTo(['list', '--status', '整'])).get('整改中')).toBe('in-progress');
  });

  test('behind the sign of its option is the value alone, however the shell cuts', async () => {
    expect(await wordsFor('list', '--status=in')).toEqual(['in-progress']);
    expect(await wordsFor('list', '--status', '=', 'in')).toEqual(['in-progress']);
  });

  test('that is a file or a folder is left to the shell', async () => {
    expect(await wordsFor('import', '')).toEqual([':files']);
    expect(await wordsFor('evidence', '1.2', 'pla')).toEqual([':files']);
    expect(await wordsFor('show', '--key', '')).toEqual([':files']);
    expect(await wordsFor('init', '')).toEqual([':folders']);
    expect(await wordsFor('verify', 'one', 'two', '')).toEqual([':folders']);
  });

  test('that anybody can write is not guessed', async () => {
    expect(await wordsFor('list', '--section', '')).toEqual([]);
    expect(await wordsFor('show', '1.2', '')).toEqual([]);
    expect(await wordsFor('nonsense', '')).toEqual([]);
  });
});

test('what only a server knows is nothing where there is none, and nothing is said', async () => {
  const [port = 0] = await freePorts(1);
  const nobody = { TEMPORAL_ADDRESS: `127.0.0.1:${port}` };
  for (const line of [
    ['--round', ''],
    ['show', ''],
    ['--as', ''],
    ['ack', '1.2', '--deputy-for', ''],
  ])
    expect(await answersTo(line, 'zh_CN.UTF-8', nobody)).toEqual(new Map());
});

test.each([[[]], [['bash']], [['bash', 'x', 'rectify']], [['bash', '-1', 'rectify', '']], [['fish', '9']]])(
  'a question that makes no sense (%j) is no error',
  async (args) => {
    const screen = aScreen();
    expect(await run([COMPLETE, ...args], screen)).toBe(0);
    expect(screen.written.err).toBe('');
  },
);
