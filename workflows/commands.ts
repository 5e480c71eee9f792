import { setHandler } from '@temporalio/workflow';
import type { Instant } from '../domain/calendar/zone';
import type { Trust } from '../domain/identity';
import type { Identified, Submission } from '../domain/item/identify';
import type { Proof } from '../domain/item/log';
import type { Refusal } from '../domain/refusal';
import type { UpdateDefinition } from '@temporalio/common';
import { refuse } from './refuse';
import { realNow } from './time';

/** What takes commands: an item, or a round. */
type Taker<C, A> = {
  timeAt(real: number): Instant;
  objection(command: C, now: Instant): Refusal | undefined;
  carryOut(command: C, now: Instant, proof: Proof): A | { refusal: Refusal };
};

type Taking<C, A> = {
  taker: Taker<C, A>;
  identify: (submission: unknown, now: Instant, trust: Trust) => Identified<C> | { refusal: Refusal };
  description: string;
  /** What is to be done once a command has been carried out. */
  then?: () => void;
};

/**
 * Takes commands by an Update. Its validator refuses, without a trace, whatever there is an objection to, and checks the
 * signature. The handler carries out what was accepted, now and on every replay, which asks no validator again, and
 * computes no signature. Both are synchronous: what one does is done before the next begins.
 */
export const takeCommands = <C, A extends object>(
  update: UpdateDefinition<A, [Submission<C>]>,
  { taker, identify, description, then }: Taking<C, A>,
): void => {
  const now = () => taker.timeAt(realNow());
  const proved = (submission: unknown, trust: Trust): Identified<C> => {
    const found = identify(submission, now(), trust);
    if ('refusal' in found) throw refuse(found.refusal);
    return found;
  };
  setHandler(
    update,
    (submission) => {
      const { command, proof } = proved(submission, 'seen');
      const answer = taker.carryOut(command, now(), proof);
      if ('refusal' in answer) throw refuse(answer.refusal);
      then?.();
      return answer;
    },
    {
      validator: (submission) => {
        const refusal = taker.objection(proved(submission, 'check').command, now());
        if (refusal) throw refuse(refusal);
      },
      description,
    },
  );
};
