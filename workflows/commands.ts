import { log, setHandler } from '@temporalio/workflow';
import type { Instant } from '../domain/calendar/zone';
import type { Trust } from '../domain/identity';
import type { Identified, Submission } from '../domain/item/identify';
import type { Proof } from '../domain/item/log';
import type { Refusal } from '../domain/refusal';
import type { UpdateDefinition } from '@temporalio/common';
import { refuse } from './refuse';
import { realNow } from './time';

/** What takes commands: an item, or a round. */
type Taker<C, A, L> = {
  timeAt(real: number): Instant;
  objection(command: C, now: Instant): Refusal | undefined;
  carryOut(command: C, now: Instant, proof: Proof, learned?: L): A | { refusal: Refusal };
};

type Taking<C, A, L> = {
  taker: Taker<C, A, L>;
  identify: (submission: unknown, now: Instant, trust: Trust) => Identified<C> | { refusal: Refusal };
  description: string;
  /** Asks what has to be known of the world before a command can be decided; nothing for most. */
  learn?: (command: C) => Promise<L> | undefined;
  /** What is to be done once a command has been carried out. */
  then?: () => void;
};

/**
 * Takes commands by an Update. Its validator refuses, without a trace, whatever there is an objection to, and checks the
 * signature. The handler carries out what was accepted, now and on every replay, which asks no validator again, and
 * computes no signature. Both are synchronous: what one does is done before the next begins. A command for which
 * something has to be learned first is identified and decided once that is known, by what the taker is then.
 */
export const takeCommands = <C extends { id: string; type: string }, A extends object, L = never>(
  update: UpdateDefinition<A, [Submission<C>]>,
  { taker, identify, description, learn, then }: Taking<C, A, L>,
): void => {
  const now = () => taker.timeAt(realNow());
  const proved = (submission: unknown, trust: Trust): Identified<C> => {
    const found = identify(submission, now(), trust);
    if ('refusal' in found) throw refuse(found.refusal);
    return found;
  };
  const act = ({ command, proof }: Identified<C>, learned?: L): A => {
    const answer = taker.carryOut(command, now(), proof, learned);
    if ('refusal' in answer) throw refuse(answer.refusal);
    log.info('took a command', { command: command.id, type: command.type });
    then?.();
    return answer;
  };
  setHandler(
    update,
    (submission) => {
      const found = proved(submission, 'seen');
      const learning = learn?.(found.command);
      return learning ? learning.then((learned) => act(proved(submission, 'seen'), learned)) : act(found);
    },
    {
      validator: (submission) => {
        const { command } = proved(submission, 'check');
        const refusal = taker.objection(command, now());
        if (!refusal) return;
        log.info('refused a command', { command: command.id, type: command.type, refusal: refusal.type });
        throw refuse(refusal);
      },
      description,
    },
  );
};
