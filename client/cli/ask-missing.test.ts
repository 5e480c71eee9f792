import { aBrief, aDigest } from '../../testing/digest';
import { aScreen } from '../../testing/screen';
import { commandsFor } from '../../mail/commands';
import { run } from './main';

const told = async (command: string, answers: string[], interactive = true) => {
  const screen = aScreen({ interactive, answers });
  const exit = await run(command.split(' ').slice(1), screen);
  return { exit, ...screen };
};

const RETURN = 'rectify return 2021-03/1.2';

/** A command that is whole but for who gives it goes no further: no server is needed. */
const IS_WHOLE = /--as/;

test('on a terminal a return as the mail prints it asks for opinion, what is missing and date, then goes on', async () => {
  const { written, questions } = await told(RETURN, [
    '佐证材料不全',
    '--缺第二项措施的佐证材料',
    '2021-07-30',
  ]);
  expect(questions).toEqual(['意见：', '尚缺的内容：', '新的时限（YYYY-MM-DD）：']);
  expect(written.err).toMatch(IS_WHOLE);
});

test('a date that is none is asked for again', async () => {
  const answers = ['佐证材料不全', '缺第二项措施的佐证材料', '7月30日', '2021-07-30'];
  const { questions, written } = await told(RETURN, answers);
  expect(questions.slice(2)).toEqual(['新的时限（YYYY-MM-DD）：', '新的时限（YYYY-MM-DD）：']);
  expect(written.err).toContain('7月30日');
  expect(written.err).toMatch(IS_WHOLE);
});

test.each<[string, string[]]>([
  ['refuse-extension 1.2', ['不同意']],
  ['request-extension 1.2', ['2021-07-30', '设备未到', '已完成一半']],
  ['progress 1.2', ['-x 已印发']],
  ['evidence 1.2 --measure 1', [__filename, '会议纪要']],
  ['issue 1.2 --rung urging-letter', ['督〔2021〕1号']],
  ['drop 1.2 --rung talk', ['已当面提醒']],
  ['comment 1.2', ['已电话联系']],
])('so does %s', async (command, answers) => {
  const { questions, written } = await told(`rectify ${command}`, [...answers]);
  expect(questions).toHaveLength(answers.length);
  expect(written.err).toMatch(IS_WHOLE);
});

test('off a terminal, or without an answer, the fault names the option', async () => {
  for (const [answers, interactive] of [
    [['x'], false],
    [[''], true],
    [[], true],
  ] as const) {
    const { exit, written } = await told(RETURN, [...answers], interactive);
    expect(exit).toBe(2);
    expect(written.err).toContain('--opinion');
  }
});

test('an item that was not named, and what another verb lacks, is told, not asked', async () => {
  for (const command of ['rectify return', 'rectify verify']) {
    const { exit, questions } = await told(command, ['x', 'x', 'x', 'x']);
    expect([exit, questions]).toEqual([2, []]);
  }
});

test('every command that a mail prints is whole, or asks for what it lacks', async () => {
  const { to } = aDigest([]);
  for (const status of ['assigned', 'in-progress', 'leader-review', 'acceptance', 'sustained'] as const)
    for (const command of commandsFor(aBrief('1.2', { status }), to)) {
      expect(command).toMatch(/ --as yi$/);
      const answers = command.includes('evidence') ? [__filename, '1', 'x'] : ['x', 'x', '2021-07-30'];
      const { written } = await told(command.replace(/ --as yi$/, ''), answers);
      expect(written.err).toMatch(IS_WHOLE);
    }
});
