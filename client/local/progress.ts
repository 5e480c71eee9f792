/**
 * Tells a person what is going on. A `passing` line is a sign of life that the next line may replace;
 * any other line stays.
 */
export type Report = (line: string, kind?: 'passing') => void;

/** What `reportOn` needs of a stream; process.stderr has it. */
export interface Screen {
  write(text: string): unknown;
  isTTY?: boolean;
}

const ERASE_LINE = '\r\u001b[2K';
/** Without a terminal every sign of life is its own line, so there are few. */
const QUIET_MS = 10_000;

/** Reports on a stream: on a terminal one line that is overwritten, else a line now and then. */
export function reportOn(screen: Screen, now: () => number = Date.now): Report {
  let open = false;
  let lastPassing = -Infinity;
  return (line, kind) => {
    if (kind !== 'passing') {
      screen.write(`${open ? ERASE_LINE : ''}${line}\n`);
      open = false;
    } else if (screen.isTTY === true) {
      screen.write(`${ERASE_LINE}${line}`);
      open = true;
    } else if (now() - lastPassing >= QUIET_MS) {
      screen.write(`${line}\n`);
      lastPassing = now();
    }
  };
}

/** Reports every second, with the time gone by, for as long as `work` lasts. */
export async function withSignsOfLife<T>(report: Report, what: string, work: Promise<T>): Promise<T> {
  const start = Date.now();
  const tick = () => {
    report(`${what} … ${String(Math.round((Date.now() - start) / 1000))} s`, 'passing');
  };
  const timer = setInterval(tick, 1000);
  try {
    return await work;
  } finally {
    clearInterval(timer);
  }
}
