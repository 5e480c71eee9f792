import assert from 'node:assert/strict';
import { cp, mkdir, rename, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { verifyBag } from '../../../archive/bag';
import { openStore } from '../../../store/open';
import { forgeReceipts } from '../../../testing/forgeries';
import { itemWorkflowId } from '../../../workflows/messages';
import { untilStatus } from '../../support/life';
import { caughtIn } from '../../support/mails';
import { poll } from '../../support/poll';
import type { Attempt } from '../attempt';
import type { Target } from '../target';

/* Of somebody who may write to the store, with none of the workers' keys. */

/** A day of the round in under a minute, so that mails and bags come. */
const RATE = 2000;

const mailFolder = ({ world }: Target, mailbox: string): string =>
  path.join(world.folder, 'store/mail', mailbox);

const untilTold = (target: Target, round: string, who: string) =>
  poll(`a mail to ${who}`, () =>
    caughtIn(target.world.smtp.mails, round).some(({ recipient }) => recipient === `${who}@example.org`),
  );

const silences: Attempt = {
  name: 'receipts of mails that were never sent, and one that is rubbish',
  has: 'the store',
  async play(target) {
    const round = 'silences';
    await forgeReceipts(path.join(target.world.folder, 'store'), round);
    await target.begin(round, {}, RATE);
    for (const who of ['handler-1', 'leader']) await untilTold(target, round, who);
  },
};

const leadsAway: Attempt = {
  name: 'a link in the place of a person’s folder of mails',
  has: 'the store',
  async play(target) {
    const round = 'leads-away';
    const elsewhere = path.join(target.world.folder, 'elsewhere');
    const place = mailFolder(target, `handler-1@${round}`);
    await mkdir(elsewhere, { recursive: true });
    await mkdir(path.dirname(place), { recursive: true });
    await symlink(elsewhere, place);
    await target.begin(round, {}, RATE);
    await untilTold(target, round, 'leader');
    await rm(place);
    await untilTold(target, round, 'handler-1');
  },
};

const takesPlace: Attempt = {
  name: 'the valid bag of one item under the name of another',
  has: 'the store',
  async play(target) {
    const { world } = target;
    const { hands: first, other: second } = await target.beginTwo('takes-place', RATE);
    await first.close();
    const { state } = await untilStatus(world.rectify, first.item, 'archived');
    const bag = path.join(world.folder, 'store', state.archive?.bag ?? '');
    const place = path.join(path.dirname(bag), '1.2');
    await cp(bag, place, { recursive: true });
    await second.close();
    const workflow = world.client.workflow.getHandle(itemWorkflowId(second.item, 1));
    await poll('the refusal of the foreign bag', async () => {
      const { raw } = await workflow.describe();
      return raw.pendingActivities?.some(
        ({ lastFailure }) => lastFailure?.applicationFailureInfo?.type === 'BagOfOther',
      );
    });
    await rename(place, path.join(world.folder, 'moved-away'));
    const ended = await untilStatus(world.rectify, second.item, 'archived');
    const own = await (await openStore(world.storeUrl)).folder(ended.state.archive?.bag ?? '');
    assert.ok((await verifyBag(own)).valid, 'its own bag is not valid');
  },
};

export const STORE: readonly Attempt[] = [silences, leadsAway, takesPlace];
