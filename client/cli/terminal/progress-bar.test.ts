import { aScreen } from '../../../testing/screen';
import { progressBar } from './progress-bar';

const MEBIBYTE = 1 << 20;

/** A bar by a clock of its own, and the screen that it is drawn on. */
const aBar = (interactive: boolean, label = 'video.mp4') => {
  const screen = aScreen({ interactive });
  let time = 0;
  const bar = progressBar(screen, label, 100 * MEBIBYTE, () => time);
  const at = (ms: number, octets: number): string => {
    const before = screen.written.err.length;
    time = ms;
    bar.at(octets);
    return screen.written.err.slice(before);
  };
  return { bar, screen, at };
};

test('a bar shows how far a long work is, and is gone when it ends', () => {
  const { bar, screen, at } = aBar(true);
  expect(at(999, 10 * MEBIBYTE)).toBe('');
  expect(at(1000, 25 * MEBIBYTE)).toBe(
    `\r\u001b[2K${'█'.repeat(6)}${'░'.repeat(18)}  25 %  25.0 MiB / 100 MiB  video.mp4`,
  );
  expect(at(1050, 30 * MEBIBYTE)).toBe('');
  expect(at(1100, 100 * MEBIBYTE)).toContain(`${'█'.repeat(24)} 100 %`);
  bar.end();
  expect(screen.written.err.endsWith('\r\u001b[2K')).toBe(true);
  expect(screen.written.out).toBe('');
});

test('short work, and work that nobody watches, is not drawn', () => {
  for (const interactive of [true, false]) {
    const { bar, screen, at } = aBar(interactive);
    at(interactive ? 900 : 5000, 50 * MEBIBYTE);
    bar.end();
    expect(screen.written.err).toBe('');
  }
});

test('a file that has grown is never more than done, and its name brings no control characters', () => {
  const drawn = aBar(true, 'a\u001b[31m\nb').at(2000, 300 * MEBIBYTE);
  expect(drawn).toContain('100 %');
  expect(drawn.slice('\r\u001b[2K'.length)).not.toMatch(/[\u001b\n]/);
});
