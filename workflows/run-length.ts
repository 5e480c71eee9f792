import { condition, workflowInfo } from '@temporalio/workflow';
import { takesPatch } from './patches';

/**
 * From so many commands on a run is to end. They take a second to replay, on a busy machine some, and
 * what takes longer than a workflow task may, 10 s, can never be taken up again.
 */
const MOST_COMMANDS = 250;

/** Beyond so many events a run no longer waits for a quiet moment: each takes half a millisecond to replay. */
const LONG = 8_000;
/** The same in older versions. At 51,200 the server would end the workflow. */
const LONG_BEFORE = 20_000;

/** The same in octets: at 50 MiB the server would end the workflow, and what one command causes can take a quarter of that. */
const LARGE = 16 * 1_048_576;

/** Asked only where a run has become long, so that most have no marker of it. Older versions went on, as they do on replay. */
const isBounded = (): boolean => takesPatch('bounded');

const isLong = (): boolean => {
  const { historyLength, historySize } = workflowInfo();
  return historyLength > LONG_BEFORE || ((historyLength > LONG || historySize > LARGE) && isBounded());
};

/**
 * Whether nothing has come for a second; false as soon as something has, which must be handled first. A signal that
 * arrives when a run ends makes the server return the task, to be replayed from the first event: in a stream of signals
 * a run would do little else.
 */
const isQuiet = async (hasNews: () => boolean): Promise<boolean> =>
  !takesPatch('quiet') || !(await condition(hasNews, '1 second'));

/** How long a run has become, and whether the workflow is to continue as new. */
export class RunLength {
  private commands = 0;

  /**
   * `patience`: how many more commands it takes while it waits for a quiet moment. A command that comes when a run ends
   * is left to the next by the server, so where few signals come there is no need to wait.
   */
  constructor(private readonly patience = 0) {}

  /** A command was carried out. */
  took(): void {
    this.commands += 1;
  }

  private exceeds(most: number): boolean {
    return this.commands >= most && isBounded();
  }

  /** Whether the run is to end now; false where something has come that must be handled first. */
  async isOver(hasNews: () => boolean): Promise<boolean> {
    if (this.exceeds(MOST_COMMANDS + this.patience)) return true;
    const isDue = workflowInfo().continueAsNewSuggested || this.exceeds(MOST_COMMANDS);
    return isDue && (isLong() || isQuiet(hasNews));
  }
}
