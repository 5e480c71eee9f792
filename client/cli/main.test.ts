import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { scratchFolder } from '../../testing/store';
import { run } from './main';
import { cliWords } from './language';
import { Interrupted } from './terminal/interrupted';
import { aScreen, type Screen } from '../../testing/screen';
import { GROUPS, VERBS } from './verbs/table';
import { examplePlan } from '../../examples/plan-path';
import { jsonOf } from '../../testing/json-of';

const PLAN = examplePlan('round-2021');

type Ended = Screen['written'] & { exit: number };

const rectify = async (args: string[], screen: Screen = aScreen()): Promise<Ended> => {
  const exit = await run(args, screen);
  return { ...screen.written, exit };
};

const english = () => aScreen({ environment: { LANG: 'en_US.UTF-8' } });

describe('help', () => {
  test('lists every verb under the people who use it, in both languages', async () => {
    for (const [language, screen] of [
      ['zh-CN', aScreen()],
      ['en', english()],
    ] as const) {
      const { exit, out } = await rectify(['--help'], screen);
      expect(exit).toBe(0);
      for (const verb of Object.keys(VERBS)) expect(out).toMatch(new RegExp(`^ {2}${verb} `, 'm'));
      for (const group of GROUPS) expect(out).toContain(cliWords(language).help.group[group]);
    }
  });

  test('is what is shown when nothing was asked', async () => {
    expect((await rectify([])).out).toBe((await rectify(['--help'])).out);
  });

  test.each(Object.keys(VERBS))('of %s is there in both languages', async (verb) => {
    const chinese = await rectify([verb, '--help']);
    const other = await rectify(['--lang', 'en', verb, '--help']);
    expect([chinese.exit, other.exit]).toEqual([0, 0]);
    expect(chinese.out).toContain('用法：');
    expect(other.out).toContain('Usage:');
  });
});

describe('a wrong use ends with 2', () => {
  test('also an argument in another encoding than UTF-8, which is never passed on', async () => {
    const words = Buffer.from([0xd6, 0xd0, 0xb9, 0xfa]).toString('utf8');
    const { exit, err } = await rectify(['comment', '1.1', words, '--as', 'p05'], english());
    expect(exit).toBe(2);
    expect(err).toContain('Argument 3 is not UTF-8');
    expect(err).not.toContain('\ufffd');
  });

  test.each([
    [['shwo', '1.2'], 'show'],
    [['list', '--sttaus', 'x'], '--status'],
    [['show'], '<item>'],
    [['list', '--status'], '--status'],
    [['list', '--status', 'nonsense'], 'in-progress'],
    [['list', '--status', 'in-progres'], 'in-progress'],
    [['list', '--level', 'overdu'], 'overdue'],
    [['return', '1.2', '--as', 'p02'], '--opinion'],
    [['--lang', 'fr', 'list'], 'zh-CN'],
    [['show', 'nonsense'], '1.2'],
    [['ack', '1.2'], '--as'],
    [['ack', '1.2', '--as', 'p05\u0007'], '--as'],
    [['evidence', '1.2', PLAN, '--as', 'p02', '--measure', 'x', '--title', 'y'], '--measure'],
    [['evidence', '1.2', '/nowhere', '--as', 'p02', '--measure', '1', '--title', 'y'], '/nowhere'],
    [['evidence', '1.2', PLAN, '--as', 'p02', '--title', 'y'], '--measure <measure>'],
    [['evidence', '1.2', PLAN, '--as', 'p02', '--measure', '1'], '--title <title>'],
    [['evidence', '1.2', PLAN, '--as', 'p02', '--replaces', 'first'], 'rectify show'],
    [['evidence', 'open', '1.2', 'first'], 'rectify show'],
    [['evidence', 'save', 'nonsense'], '1.2'],
    [['progress', '1.2', 'done', '--as', 'p02', '--recovered', '550'], '--complete <measure>'],
    [['progress', '1.2', 'done', '--as', 'p02', '--regulation', 'x'], '--complete <measure>'],
    [['progress', '1.2', 'done', '--as', 'p02', '--complete', '1', '--recovered', '550.125'], '4080.50'],
    [['reassign', '1.2', '--as', 'p02', '--side', 'boss', '--to', 'p03', '--note', 'x'], 'handler'],
    [
      ['request-extension', '1.2', '--as', 'p02', '--until', '6 月底', '--reason', 'x', '--progress', 'y'],
      '--until',
    ],
    [['request-extension', '1.2', '--as', 'p02', '--until', '2021-07-01', '--reason', 'x'], '--progress'],
    [['refuse-extension', '1.2', '--as', 'p02', '--yes'], '--opinion'],
    [['issue', '1.2', '--as', 'p02', '--rung', 'letter', '--number', '1', '--yes'], 'urging-letter'],
    [['reopen', '1.2', '--as', 'p02', '--reason', 'x', '--deadline', '2021-02-30', '--yes'], '--deadline'],
    [['replace-key', 'p03', '/nowhere', '--as', 'p02'], '/nowhere'],
    [['replace-key', 'p03', PLAN, '--as', 'p02'], 'rectify keygen'],
    [['new-policy', '/nowhere', '--as', 'p02', '--yes'], '/nowhere'],
    [['show', '1.2', '--cycle', '0'], '--cycle'],
    [['rehearse', PLAN, '--from', '2021-02-30'], '--from'],
    [['rehearse', PLAN, '--until', '2021-01-01'], '--until'],
    [['rehearse', PLAN, '--person', 'p5'], 'p05'],
    [['rehearse', PLAN, '--person', '己丑'], 'p06'],
    [['keygen', '--as', '甲'], '--as'],
    [['import', 'plan.pdf', '--dry-run'], 'docx'],
    [['import'], '<file>'],
    [['import', PLAN, '--write', 'x.yaml'], '--write'],
    [['rehearse', 'plan.pdf'], 'yaml'],
    [['verify', '/nowhere'], '/nowhere'],
  ])('%j says what would be right', async (args, said) => {
    for (const screen of [aScreen(), english()]) {
      const { exit, out, err } = await rectify(args, screen);
      expect(exit).toBe(2);
      expect(out).toBe('');
      expect(err).toContain(said);
    }
  });

  test('a word that was nearly right is asked back', async () => {
    const { err } = await rectify(['list', '--status', 'in-progres']);
    expect(err).toContain('是否应为 in-progress');
    expect((await rectify(['list', '--level', '超其'])).err).toContain('是否应为 超期');
    expect((await rectify(['list', '--status', '待签'])).err).toContain('是否应为 待签收');
    expect((await rectify(['reassign', '1.2', '--side', 'handlr'])).err).toContain('是否应为 handler');
    expect((await rectify(['drop', '1.2', '--rung', '督办'])).err).toContain('是否应为 督办函');
    expect((await rectify(['file-document', PLAN, '--kind', 'leter'])).err).toContain('是否应为 letter');
    const other = await rectify(['--lang', 'en', 'list', '--status', 'in-progres']);
    expect(other.err).toContain('Did you mean in-progress?');
  });

  test('with --json it is told to the program too', async () => {
    const { out } = await rectify(['show', 'nonsense', '--json']);
    expect(jsonOf(['show'], out)).toMatchObject({ error: { exit: 2, type: 'bad-item' } });
  });

  test.each([
    [['shwo', '1.2', '--json'], 'show'],
    [['show', '1.2', '--json', '--nonsense'], '--nonsense'],
    [['show', '--json'], '<item>'],
    [['return', '1.2', '--as', 'p02', '--json'], '--opinion'],
  ])('so is a command line that cannot be understood: %j', async (args, said) => {
    const { exit, out } = await rectify(args);
    expect(exit).toBe(2);
    const value = jsonOf(['show'], out);
    expect(value).toMatchObject({ error: { exit: 2, type: 'Misuse' } });
    expect(JSON.stringify(value)).toContain(said);
  });
});

describe('Ctrl-C at a question', () => {
  const interrupting = (): Screen => {
    const stop = () => Promise.reject(new Interrupted());
    return { ...aScreen({ interactive: true }), ask: stop, askSecret: stop };
  };

  test.each([[['return', '1.2', '--as', 'p02']], [['keygen', '--as', 'p02', '--key', '/nowhere/key.json']]])(
    'of %j ends the program with 130 and says nothing',
    async (args) => {
      const { exit, out, err } = await rectify(args, interrupting());
      expect({ exit, out, err }).toEqual({ exit: 130, out: '', err: '' });
    },
  );

  test('is told to a program that reads the results', async () => {
    const { exit, out } = await rectify(['keygen', '--as', 'p02', '--json'], interrupting());
    expect(exit).toBe(130);
    expect(jsonOf(['keygen'], out)).toMatchObject({ error: { exit: 130, type: 'Interrupted' } });
  });
});

describe('import', () => {
  test('of a dry run shows what was understood, and starts nothing', async () => {
    const claimed = join(await scratchFolder(), 'plan.yaml');
    await writeFile(claimed, (await readFile(PLAN, 'utf8')).replace('identity: signed', 'identity: claimed'));
    const { exit, out } = await rectify(['import', claimed, '--dry-run']);
    expect(exit).toBe(0);
    for (const number of ['(一)1', '(三)7', '(七)3']) expect(out).toContain(number);
    expect(out).toContain('28 项');
  });

  test('of a dry run of a plan that lacks only keys shows it too, and who has none', async () => {
    const { exit, out, err } = await rectify(['import', PLAN, '--dry-run']);
    expect(exit).toBe(2);
    for (const number of ['(一)1', '(三)7', '(七)3']) expect(out).toContain(number);
    expect(err).toMatch(/而 \d+ 人没有公钥：p\d\d、/);
  });

  test('lists every fault of a plan with its line, and ends with 2', async () => {
    const path = join(await scratchFolder(), 'plan.yaml');
    await writeFile(path, 'round: 2021-03\nfeedback: 2021-02-30\nroster: []\n');
    const { exit, err } = await rectify(['import', path]);
    expect(exit).toBe(2);
    expect(err).toMatch(/^ {2}第 2 行 .*2021-02-30/m);
    expect(err).toMatch(/^ {2}第 3 行 /m);
  });
});

describe('rehearse', () => {
  test('tells every mail of the round in order of its instant, without a server', async () => {
    const { exit, out } = await rectify(['rehearse', PLAN, '--json']);
    expect(exit).toBe(0);
    const { from, mails } = jsonOf(['rehearse'], out) as {
      from: string;
      mails: { at: string; subject: string }[];
    };
    expect(from).toBe('2021-04-30');
    expect(mails.length).toBeGreaterThan(100);
    expect(mails.map(({ at }) => at)).toEqual(mails.map(({ at }) => at).sort());
    expect(new Set(mails.map(({ subject }) => subject.slice(0, 4)))).toContain('【超期】');
  });

  test('lists the reports that the plan asks for, and reminders of measures, by date like the rest', async () => {
    const { out } = await rectify(['rehearse', PLAN, '--json', '--mail']);
    const { mails } = jsonOf(['rehearse'], out) as {
      mails: { day: string; person: string; subject: string; text: string }[];
    };
    const reports = mails.filter(({ text }) => text.includes('整改周报'));
    expect(new Set(reports.map(({ person }) => person))).toEqual(new Set(['p01', 'p13']));
    expect(reports.map(({ day }) => day).slice(0, 4)).toEqual([
      '2021-05-06',
      '2021-05-06',
      '2021-05-10',
      '2021-05-10',
    ]);
    // Of a measure that is due on 2021-05-31.
    expect(
      mails.some(
        ({ day, person, text }) => day === '2021-05-24' && person === 'p06' && text.includes('550元'),
      ),
    ).toBe(true);
  });

  test('is the same for one person, in full', async () => {
    const { out } = await rectify(['rehearse', PLAN, '--person', 'p05', '--mail', '--until', '2021-05-10']);
    expect(out).toContain('<p05@example.org>');
    expect(out).not.toContain('<p06@example.org>');
    expect(out).toContain('rectify ack');
  });
});
