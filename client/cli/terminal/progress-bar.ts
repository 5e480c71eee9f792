import { sizeText } from '../../../base/size';
import { safe } from '../../../base/printable';
import type { Terminal } from './terminal';

/** When the bar is first drawn, and how often after that, in milliseconds. */
const PATIENCE = 1000;
const PACE = 100;

const WIDTH = 24;
const ERASE_LINE = '\r\u001b[2K';

/** The progress of long work; `end` removes it from the screen. */
export type ProgressBar = { at: (octets: number) => void; end: () => void };

/** A bar for the work on `total` octets. It is drawn only for a person who waits for over a second. */
export const progressBar = (
  { interactive, err }: Pick<Terminal, 'interactive' | 'err'>,
  label: string,
  total: number,
  now: () => number = Date.now,
): ProgressBar => {
  let next = now() + PATIENCE;
  let isDrawn = false;
  return {
    at: (octets) => {
      if (!interactive || now() < next) return;
      next = now() + PACE;
      isDrawn = true;
      const part = total === 0 ? 1 : Math.min(1, octets / total);
      const done = '█'.repeat(Math.floor(part * WIDTH)).padEnd(WIDTH, '░');
      const percent = String(Math.floor(part * 100)).padStart(3);
      err(`${ERASE_LINE}${done} ${percent} %  ${sizeText(octets)} / ${sizeText(total)}  ${safe(label)}`);
    },
    end: () => {
      if (isDrawn) err(ERASE_LINE);
      isDrawn = false;
    },
  };
};
