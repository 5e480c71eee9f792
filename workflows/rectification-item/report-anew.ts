import { ApplicationFailure } from '@temporalio/common';
import { setHandler } from '@temporalio/workflow';
import type { ItemLife } from '../../domain/item/life';
import { REPORTED_LATELY, reportUpdate } from '../messages';
import { takesPatch } from '../patches';
import type { RunLength } from '../run-length';
import { realNow } from '../time';

/** How long an item is not to be asked again, in milliseconds. */
export const REPORT_PAUSE = 5 * 60_000;

/**
 * Whoever asks says nothing and learns nothing: the item tells its round its own line, sealed as always. It is asked once in
 * five minutes of a run at most, whoever asks; what comes in between is refused by the validator, and so leaves no trace in its history.
 */
export const reportWhenAsked = (life: ItemLife, length: RunLength): void => {
  let until = 0;
  setHandler(
    reportUpdate,
    () => {
      // No history from before has such an update: the mark tells which cannot go back to a build that does not know it.
      if (!takesPatch('reported-anew')) return;
      until = realNow() + REPORT_PAUSE;
      length.took();
      life.reportAnew();
    },
    {
      validator: () => {
        if (realNow() >= until) return;
        const message = '刚刚补报过 · has reported anew a moment ago';
        throw ApplicationFailure.nonRetryable(message, REPORTED_LATELY, until);
      },
      description: '再次报送台账 · report the line of the ledger anew',
    },
  );
};
