import { aScreen } from '../../../testing/screen';
import { widthOf } from '../../../base/width';
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

describe('on a screen', () => {
  const sixty = () => aScreen({ columns: 60 });
  const text = `整改中 · ${'核对登记表，'.repeat(9)}SHA-512 ${'a'.repeat(12)}… · application/pdf · 丙（p03）`;

  test('prose is broken where the screen ends, at spaces and between Chinese characters', () => {
    const screen = sixty();
    paperOf(screen).prose(`      ${text}`);
    const lines = screen.written.out.trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) {
      expect(widthOf(line)).toBeLessThanOrEqual(60);
      expect(line.trim()).not.toMatch(/^[，。、；：…]/);
    }
    for (const line of lines.slice(1)) expect(line).toMatch(/^ {8}\S/);
    expect(
      lines
        .map((line) => line.trim())
        .join('')
        .replaceAll(' ', ''),
    ).toBe(text.replaceAll(' ', ''));
  });

  test('each part keeps its own style over the break', () => {
    const screen = aScreen({ columns: 12, colour: true });
    paperOf(screen).prose(['一二三', { text: '四五六七', style: 'red' }]);
    expect(screen.written.out).toBe('一二三\u001b[31m四五六\u001b[39m\n  \u001b[31m七\u001b[39m\n');
  });

  test('what is to be copied stays whole', () => {
    const screen = sixty();
    const hash = 'f'.repeat(64);
    paperOf(screen).prose(`哈希：${hash}`);
    expect(screen.written.out).toContain(hash);
  });

  test('what somebody wrote keeps its lines and its indent', () => {
    const screen = aScreen({ columns: 12 });
    paperOf(screen).paragraphs('一二三四五六\n\n七', '  ');
    expect(screen.written.out).toBe('  一二三四五\n  六\n\n  七\n');
  });
});

test('a bracket stays with what it encloses', () => {
  const screen = aScreen({ columns: 12 });
  paperOf(screen).prose('一二三四五 [建章立制]');
  expect(screen.written.out).toBe('一二三四五\n  [建章立制]\n');
});

test('prose is one line in a pipe', () => {
  const screen = aScreen();
  paperOf(screen).prose('核对'.repeat(90));
  expect(screen.written.out).toBe(`${'核对'.repeat(90)}\n`);
});
