import { REAL_TIME } from '../../../domain/calendar/clock';
import { aCommand, anItem, give, NOW } from '../../../testing/item';
import { aNewcomer } from '../../../testing/newcomers';
import { aRoundCommand, WholeRound } from '../../../testing/round';
import { aBirth, PEOPLE, POLICY } from '../../../testing/world';
import { Policy } from '../../../domain/round/policy';
import type { ItemLife } from '../../../domain/item/life';
import { Refused } from '../../api/errors';
import { refuseEarly } from './commands';
import { refuseRoundEarly, type RoundSeen } from './round-commands';

const LONG = '话'.repeat(10_000);

const refusalIn = (action: () => void): unknown => {
  try {
    action();
  } catch (error) {
    return error instanceof Refused ? error.refusal : error;
  }
  return undefined;
};

/** An item of which so much has been said that its log takes short texts only. */
const talkedOver = (): ItemLife => {
  const policy = Policy.parse({ ...POLICY, daily: { talk: 10_000 } });
  const life = anItem('in-progress', aBirth({ policy }));
  while (!life.objection(aCommand(life, 'comment', NOW, { text: LONG }), NOW))
    give(life, 'comment', NOW, { text: LONG });
  return life;
};

test('what the rules refuse is refused before it is sent', () => {
  const life = anItem('in-progress');
  const command = aCommand(life, 'approve', NOW);
  expect(
    refusalIn(() => {
      refuseEarly(command, life.view(NOW));
    }),
  ).toEqual(life.objection(command, NOW));
});

test('so is what the log has no room for, and nothing that is short', () => {
  const life = talkedOver();
  const refused = (text: string) =>
    refusalIn(() => {
      refuseEarly(aCommand(life, 'report-progress', NOW, { text }), life.view(NOW));
    });
  expect(refused(LONG)).toMatchObject({ type: 'LogFull', given: LONG.length });
  expect(refused('已清点过半')).toBeUndefined();
});

test('which notices have gone out is for the item to say', () => {
  const life = anItem('in-progress');
  const command = aCommand(life, 'resend', NOW, { to: PEOPLE.handler, notice: '2021-03/1.2/c1#99' });
  expect(
    refusalIn(() => {
      refuseEarly(command, life.view(NOW));
    }),
  ).toBeUndefined();
  expect(life.objection(command, NOW)).toMatchObject({ type: 'UnknownNotice' });
});

test('a round with a full log refuses long texts in the same way', () => {
  const { life } = new WholeRound();
  const remark = (length: number) =>
    aRoundCommand('register-people', NOW, {
      people: [aNewcomer({ section: `科室${length}` })],
      reason: LONG.slice(0, length),
    });
  for (let length = 9_900; !life.objection(remark(length), NOW); length -= 1)
    life.carryOut(remark(length), NOW, { identity: 'claimed' });
  const { head, calendar, log } = life;
  const { rows } = life.ledger;
  const seen: RoundSeen = {
    ledger: { head, calendar, clock: REAL_TIME, now: NOW, rows, totals: life.ledger.totals(NOW) },
    log,
  };
  expect(
    refusalIn(() => {
      refuseRoundEarly(remark(9_999), seen);
    }),
  ).toMatchObject({ type: 'LogFull' });
  expect(
    refusalIn(() => {
      refuseRoundEarly(remark(300), seen);
    }),
  ).toBeUndefined();
});

describe('what a deputy may do only for another', () => {
  const caught = (action: () => void): Refused => {
    try {
      action();
    } catch (error) {
      if (error instanceof Refused) return error;
    }
    throw new Error('nothing was refused');
  };

  test('is refused with the people for whom they could', () => {
    const life = anItem('leader-review');
    const command = { ...aCommand(life, 'approve', NOW), by: PEOPLE.deputy };
    const { refusal, principals } = caught(() => {
      refuseEarly(command, life.view(NOW));
    });
    expect(refusal.type).toBe('NotAuthorised');
    expect(principals).toEqual([{ id: PEOPLE.leader, name: expect.any(String) as string }]);
  });

  test('is suggested to nobody who could not do it then, or has said for whom they act', () => {
    const life = anItem('leader-review');
    const approve = aCommand(life, 'approve', NOW);
    const principalsOf = (command: typeof approve, of = life) =>
      caught(() => {
        refuseEarly(command, of.view(NOW));
      }).principals;
    expect(principalsOf({ ...approve, by: PEOPLE.office })).toEqual([]);
    expect(principalsOf({ ...approve, by: PEOPLE.deputy, onBehalfOf: PEOPLE.handler })).toEqual([]);
    const early = anItem('in-progress');
    expect(principalsOf({ ...aCommand(early, 'approve', NOW), by: PEOPLE.deputy }, early)).toEqual([]);
  });
});
