import type { Outcome } from '../../../demo/outcome';
import type { Totals } from '../../../../domain/round/totals';

/** The drill, and the system on one's own machine. */
export interface DemoWords {
  starting: string;
  started: (ui: string, web: string) => string;
  drill: (title: string, items: number, seconds: number) => string;
  /** How the drill stands; `bar` shows how many items have ended. */
  line: (at: string, bar: string, totals: Totals, mails: number) => string;
  done: (outcome: Outcome) => string;
  bags: string;
  documents: string;
  tryNext: string;
  /** What `--keep` does, beside the command. */
  keep: string;
  keeping: string;
  dev: string;
  /** A second `dev` starts nothing: which server runs, since when, with the data of which folder. */
  running: (address: string, since: string, folder: string, pid: number) => string;
  workerDied: string;
}
