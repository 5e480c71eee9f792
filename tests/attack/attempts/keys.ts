import assert from 'node:assert/strict';
import { bindingToItem } from '../../../client/api';
import { generateKey, sign } from '../../../client/keys';
import { PersonId } from '../../../base/ids';
import { smallKey } from '../../../testing/newcomers';
import { itemWorkflowId } from '../../../workflows/messages';
import { commandOf, Hands, roundCommandOf } from '../../support/commands';
import { poll } from '../../support/poll';
import { refusalTo } from '../../support/refused';
import type { Attempt } from '../attempt';
import { refusedFor } from '../rejection';
import { Target } from '../target';

/* Of somebody who has a valid key of one person. */

const FLOOD = 60;

const floods: Attempt = {
  name: 'an item flooded with remarks',
  has: 'a valid key',
  async play(target) {
    const { item, hands } = await target.begin('floods');
    await hands.work();
    const said = await Promise.allSettled(
      Array.from({ length: FLOOD }, (_, no) => hands.tell('oversight', 'comment', { text: `${no}` })),
    );
    const taken = said.filter(({ status }) => status === 'fulfilled').length;
    assert.ok(taken <= 50, `${taken} remarks of one person in a day were taken`);
    assert.equal(await refusedFor(hands.tell('oversight', 'comment', { text: '还有' })), 'QuotaReached');
    await hands.approve();
    await hands.accept();
    const { status } = (await target.world.rectify.item(item)).state;
    assert.equal(status, 'closed', 'others could not decide');
  },
};

const FORGED = 300;

const floodsWithForgeries: Attempt = {
  name: 'an item flooded with forged commands',
  has: 'the server',
  async play(target) {
    const { item, hands } = await target.begin('forgeries');
    const workflow = target.world.client.workflow.getHandle(itemWorkflowId(item, 1));
    const stranger = generateKey();
    const forge = () => ({ jws: sign(commandOf('handler-1', item, 'acknowledge', {}), stranger) });
    for (let no = 0; no < FORGED; no += 10)
      await Promise.all(
        Array.from({ length: 10 }, async () => {
          const { type } = await refusalTo(workflow, forge());
          assert.equal(type, 'BadSignature');
        }),
      );
    await hands.acknowledge();
    const { log } = await target.world.rectify.item(item);
    assert.equal(log.length, 2, 'forged commands left a trace in the log');
  },
};

const takesOthersKey: Attempt = {
  name: 'one key for two people, or one that fits anything',
  has: 'a valid key',
  async play(target) {
    const { signed, plan } = await target.begin('takes-key');
    const register = (key: { kid: string; x: string }) =>
      target.world.rectify.commandRound(
        roundCommandOf('office', plan.round, 'replace-key', {
          person: PersonId.parse('acceptor'),
          key: { kid: key.kid, x: key.x } as never,
        }),
        signed,
      );
    assert.equal(await refusedFor(register(target.keyOf('handler-1'))), 'KeyKnown');
    assert.equal(await refusedFor(register(smallKey())), 'UnusableKey');
  },
};

const replacesKey: Attempt = {
  name: "the office alone replaces the head's key",
  has: 'a valid key',
  async play(target) {
    const { signed, plan } = await target.begin('replaces-key');
    const { rectify, smtp } = target.world;
    const { kid, x } = generateKey();
    const fields = { person: PersonId.parse('head'), key: { kid, x } };
    const give = (type: 'replace-key' | 'propose-key', more: object = {}) => {
      const command = roundCommandOf('office', plan.round, type, { ...fields, ...more });
      return { command, answer: rectify.commandRound(command, signed) };
    };
    assert.equal(await refusedFor(give('replace-key').answer), 'KeyNeedsSecond');
    const endorsed = sign(
      { type: 'renew-key', ...fields.key, person: 'head' },
      target.keyOf('office'),
      'key',
    );
    assert.equal(await refusedFor(give('replace-key', { endorsed }).answer), 'UntrustedKey');
    const { command, answer } = give('propose-key');
    await answer;
    for (const who of ['office', 'leader', 'head'])
      assert.equal(
        await refusedFor(rectify.countersign(plan.round, sign(command, target.keyOf(who)))),
        'UntrustedKey',
      );
    await poll('the head to hear of it', () =>
      smtp.to('head@example.org').some(({ text }) => text?.includes(kid)),
    );
    const revoke = roundCommandOf('head', plan.round, 'revoke-key', {
      person: fields.person,
      kid,
      reason: '不是本人申请',
    });
    await rectify.commandRound(revoke, signed);
    assert.equal((await rectify.round(plan.round)).keys, undefined, 'it still waits');
  },
};

const deprivesHead: Attempt = {
  name: 'the office alone takes the keys and the places of head and oversight',
  has: 'a valid key',
  async play(target) {
    const { signed, plan } = await target.begin('deprives-head');
    const order = (type: 'revoke-key' | 'replace-person', fields: object) =>
      target.world.rectify.commandRound(roundCommandOf('office', plan.round, type, fields as never), signed);
    for (const who of ['head', 'oversight']) {
      const person = PersonId.parse(who);
      const { kid } = target.keyOf(who);
      assert.equal(await refusedFor(order('revoke-key', { person, kid, reason: '遗失' })), 'NotForOffice');
      const successor = PersonId.parse('leader');
      const people = plan.roster.people.filter(({ id }) => id === 'leader' || id === 'deputy');
      const replaced = order('replace-person', { person, successor, people, note: '调任' });
      assert.equal(await refusedFor(replaced), 'NotForOffice');
    }
    const { head } = await target.world.rectify.round(plan.round);
    assert.equal(head.roster.head, 'head', 'the head was replaced');
  },
};

const decidesForOthers: Attempt = {
  name: 'a decision by somebody who may not, and a command of another item',
  has: 'a valid key',
  async play(target) {
    const { hands, item, signed } = await target.begin('decides', { items: 2 });
    await hands.work();
    const evidence = (await target.world.rectify.item(item)).evidenceHash;
    assert.equal(await refusedFor(hands.tell('handler-1', 'approve', { evidence })), 'NotAuthorised');
    assert.equal(await refusedFor(hands.tell('acceptor', 'approve', { evidence })), 'NotAuthorised');
    const elsewhere = item.replace(/1\.1$/, '1.2') as typeof item;
    await poll('the other item', () => target.world.rectify.item(elsewhere));
    const workflow = target.world.client.workflow.getHandle(itemWorkflowId(elsewhere, 1));
    const { type } = await refusalTo(workflow, {
      jws: signed(commandOf('leader', item, 'approve', { evidence })),
    });
    assert.equal(type, 'WrongItem');
  },
};

const usesDrill: Attempt = {
  name: 'a command signed in a drill of the same round, by the same people',
  has: 'the server',
  async play(target) {
    const drill = await Target.create(target.keys);
    try {
      const played = await drill.begin('used-drill');
      const { item } = await target.begin('used-drill');
      let jws = '';
      const kept = (command: { by: string }) => (jws = played.signed(command));
      const hands = new Hands(drill.world.rectify, drill.world.storeUrl, played.item, 'handler-1', kept);
      await hands.acknowledge();
      const workflow = target.world.client.workflow.getHandle(itemWorkflowId(item, 1));
      const { type } = await refusalTo(workflow, { jws });
      assert.equal(type, 'OtherOpening');
      const { status } = (await target.world.rectify.item(item)).state;
      assert.equal(status, 'assigned', 'the item took it');
    } finally {
      await drill.close();
    }
  },
};

const decidesUnseen: Attempt = {
  name: 'a decision kept back until what it is about has changed',
  has: 'the server',
  async play(target) {
    const { hands, item, signed } = await target.begin('decides-unseen');
    await hands.work();
    const view = await target.world.rectify.item(item);
    const decision = commandOf('leader', item, 'approve', { evidence: view.evidenceHash });
    const jws = signed({ ...decision, ...bindingToItem(view) });
    await hands.tell('handler-1', 'withdraw-closure', { reason: '说明有误' });
    await hands.tell('handler-1', 'request-closure', { summary: '另一种说明' });
    const workflow = target.world.client.workflow.getHandle(itemWorkflowId(item, 1));
    assert.equal((await refusalTo(workflow, { jws })).type, 'SeenTooOld');
  },
};

export const KEYS: readonly Attempt[] = [
  floods,
  floodsWithForgeries,
  takesOthersKey,
  replacesKey,
  deprivesHead,
  decidesForOthers,
  usesDrill,
  decidesUnseen,
];
