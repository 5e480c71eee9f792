import { aScreen } from '../../../testing/screen';
import { Paper } from './paper';

const paperOf = (screen: ReturnType<typeof aScreen>) => new Paper(screen.out, screen);

test('only styles of our own reach a terminal', () => {
  const screen = aScreen({ colour: true });
  paperOf(screen).line(['a', { text: 'b\u001b[2J', style: 'red' }]);
  expect(screen.written.out).toBe('a\u001b[31mb␛[2J\u001b[39m\n');
});

test('nothing is coloured where no colour is wanted', () => {
  const screen = aScreen();
  paperOf(screen).table({ head: ['一'], rows: [[{ text: '二', style: 'green' }]] });
  expect(screen.written.out).toBe('一\n二\n');
});

test('a text from outside cannot make a line of its own in a line or a cell', () => {
  const screen = aScreen();
  const paper = paperOf(screen);
  paper.line('意见：\n✓ 已销号');
  paper.table({ head: ['一'], rows: [['二\n三']] });
  expect(screen.written.out.split('\n')).toHaveLength(4);
});

test('a long text keeps its lines, indented', () => {
  const screen = aScreen();
  paperOf(screen).text('一\n\n二', '  ');
  expect(screen.written.out).toBe('  一\n\n  二\n');
});

test('a result is one line for a pipe, and several on a screen', () => {
  const pipe = aScreen();
  paperOf(pipe).json('init', { plan: 'plan.yaml' });
  expect(pipe.written.out).toBe('{"plan":"plan.yaml"}\n');
  const screen = aScreen({ columns: 80 });
  paperOf(screen).json('init', { plan: 'plan.yaml' });
  expect(screen.written.out).toBe('{\n  "plan": "plan.yaml"\n}\n');
});
