import type { Answer } from '../../domain/item/command';
import type { RoundAnswer } from '../../domain/round/command';

/** What came of a command in the end, as whoever gave it knows. */
export type Outcome =
  | { type: 'done'; entries: readonly number[] }
  | { type: 'refused'; reason: string }
  /** Whom it was for had ended. */
  | { type: 'gone' }
  /** Nobody has answered by the end. */
  | { type: 'unanswered' };

/** A command that somebody has given to a workflow, under one id however often it had to be sent. */
export type GivenCommand = {
  workflow: string;
  id: string;
  command: string;
  /** Real time. */
  at: number;
  sendings: number;
  outcome: Outcome;
  answeredAt?: number;
};

export const entriesOf = (answer: Answer | RoundAnswer): readonly number[] =>
  'entries' in answer ? answer.entries : [answer.entry];

/** All commands that people give, with what they were told of each. */
export class Journal {
  private readonly commands = new Map<string, GivenCommand>();

  /** Notes that a command is sent, perhaps again; gives what is noted of it. */
  sends(workflow: string, { id, type }: { id: string; type: string }): GivenCommand {
    const key = `${workflow} ${id}`;
    const noted = this.commands.get(key) ?? {
      workflow,
      id,
      command: type,
      at: Date.now(),
      sendings: 0,
      outcome: { type: 'unanswered' },
    };
    noted.sendings += 1;
    this.commands.set(key, noted);
    return noted;
  }

  /** Notes an answer. The first that says that it was done stands, whatever somebody is told who sends it again otherwise. */
  learns(given: GivenCommand, outcome: Outcome): void {
    if (given.outcome.type === 'done') return;
    given.outcome = outcome;
    given.answeredAt = Date.now();
  }

  get all(): readonly GivenCommand[] {
    return [...this.commands.values()];
  }
}
