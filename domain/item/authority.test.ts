import { anItem, attempt, doTheWork, give, NOW, refusalOf } from '../../testing/item';
import { aBirth, date, PEOPLE, planned, ROSTER, STRANGER } from '../../testing/world';
import type { PersonId } from '../../base/ids';
import type { Roster } from '../round/roster';
import { otherSide, possibleIn, RIGHTS, sideOf } from './authority';
import type { Event } from './event';
import type { ItemLife } from './life';
import { isHelper, type Role, ROLES, SIDES } from './side';
import { COMMAND_TYPES, type CommandType } from './command';
import { type Status, STATUSES } from './states';

/** Those that the usual item has: those who help are tested in `helping.test.ts`. */
const USUAL = ROLES.flatMap((role) => (isHelper(role) ? [] : [role]));

type Cell = `${CommandType} ${Role} ${Status}`;

const WORKING: Status[] = ['in-progress', 'returned'];
const OPEN: Status[] = ['assigned', ...WORKING, 'leader-review', 'acceptance', 'sustained'];
const UNTIL_CLOSED: Status[] = [...WORKING, 'leader-review', 'acceptance'];

/** What may be done, by whom, in which states, by hand; all other cells of command × role × state are refused. */
const AGREED: [CommandType, Role[], Status[]][] = [
  ['acknowledge', ['handler'], ['assigned']],
  ['report-progress', ['handler', 'owner'], WORKING],
  ['add-evidence', ['handler'], [...UNTIL_CLOSED, 'sustained']],
  ['add-evidence', ['owner'], WORKING],
  ['withdraw-evidence', ['handler', 'owner'], WORKING],
  ['complete-measure', ['handler'], WORKING],
  ['record-result', ['handler'], ['in-progress', 'returned', 'leader-review', 'sustained']],
  ['correct-result', ['handler'], ['in-progress', 'returned', 'leader-review', 'sustained']],
  ['request-closure', ['handler'], WORKING],
  ['withdraw-closure', ['handler'], ['leader-review', 'acceptance']],
  ['check-in', ['handler'], ['sustained']],
  ['request-extension', ['handler'], WORKING],
  ['grant-extension', ['leader', 'head'], UNTIL_CLOSED],
  ['refuse-extension', ['leader', 'head'], UNTIL_CLOSED],
  ['approve', ['leader'], ['leader-review']],
  ['ask', ['leader'], ['leader-review']],
  ['ask', ['acceptor'], ['acceptance']],
  ['return', ['leader'], ['leader-review']],
  ['return', ['acceptor'], ['acceptance']],
  ['accept', ['acceptor'], ['acceptance']],
  ['accept-stage', ['acceptor'], ['acceptance']],
  ['withdraw', ['head'], OPEN],
  ['reassign', ['office'], OPEN],
  ['set-deadline', ['office'], ['assigned', ...WORKING]],
  ['urge', ['leader', 'head', 'office'], OPEN],
  ['resend', ['office'], [...OPEN, 'closed']],
  ['comment', ['handler', 'leader', 'acceptor', 'head', 'office', 'oversight', 'owner', 'assistant'], OPEN],
];

const ALLOWED: ReadonlySet<Cell> = new Set(
  AGREED.flatMap(([command, roles, states]) =>
    roles.flatMap((role) => states.map((status): Cell => `${command} ${role} ${status}`)),
  ),
);

const AUTHORITY = ['NotAuthorised', 'WrongState', 'UnknownPerson', 'DutiesNotSeparate', 'NotDeputy'];

/** What a cell must answer when it is not allowed: nobody can do it now, or another can. */
const refusalFor = (command: CommandType, role: Role, status: Status) => {
  const holdsIt = [...ALLOWED].some((cell) => cell.startsWith(`${command} ${role} `));
  const anotherNow = USUAL.some((other) => ALLOWED.has(`${command} ${other} ${status}`));
  return holdsIt && !anotherNow ? 'WrongState' : 'NotAuthorised';
};

const withDeputies = (deputies: Partial<Record<string, PersonId[]>>): Roster => ({
  ...ROSTER,
  people: ROSTER.people.map((one) => ({ ...one, deputies: deputies[one.id] ?? one.deputies })),
});

describe('the rights table', () => {
  test('holds what the office has agreed on, and nothing else', () => {
    const cells = RIGHTS.flatMap(({ command, role, states }) =>
      states.map((status): Cell => `${command} ${role} ${status}`),
    );
    expect(new Set(cells)).toEqual(ALLOWED);
    expect(cells.length).toBe(ALLOWED.size);
  });

  test.each(STATUSES)('tells what somebody may do in the state %s', (status) => {
    const commands = COMMAND_TYPES.filter((command) =>
      ROLES.some((role) => ALLOWED.has(`${command} ${role} ${status}`)),
    );
    expect([...possibleIn(status)].sort()).toEqual([...commands].sort());
  });

  describe.each(STATUSES)('in the state %s', (status) => {
    test.each(COMMAND_TYPES)('lets the right people %s and refuses everybody else', (command) => {
      for (const role of USUAL) {
        const life = anItem(status);
        const before = structuredClone(life.remember());
        const answer = attempt(life, command, NOW, { by: PEOPLE[role] });
        const type = 'refusal' in answer ? answer.refusal.type : 'done';
        if (ALLOWED.has(`${command} ${role} ${status}`)) expect(AUTHORITY).not.toContain(type);
        else expect([role, type]).toEqual([role, refusalFor(command, role, status)]);
        if (type !== 'done') expect(life.remember()).toEqual(before);
      }
    });
  });

  test('gives no right to somebody of the roster without an office in the item', () => {
    for (const command of COMMAND_TYPES)
      expect(refusalOf(anItem(), command, NOW, { by: PEOPLE.bystander })).toMatchObject({
        type: 'NotAuthorised',
        by: PEOPLE.bystander,
      });
  });
});

describe('a refusal', () => {
  test('names the roles that may do it in this state', () => {
    expect(refusalOf(anItem('acceptance'), 'return', NOW, { by: PEOPLE.leader })).toEqual({
      type: 'NotAuthorised',
      command: 'return',
      by: PEOPLE.leader,
      roles: ['acceptor'],
      decided: { act: 'approve', by: PEOPLE.leader, name: '甲', at: expect.any(Number) as number },
    });
  });

  test('names none of those who may in another state, nor who decides on other extensions, nor helpers where nobody helps', () => {
    const by = PEOPLE.bystander;
    const roles = (life: ItemLife, command: CommandType) => refusalOf(life, command, NOW, { by });
    expect(roles(anItem('acceptance'), 'return')).toMatchObject({ roles: ['acceptor'] });
    expect(roles(anItem('in-progress'), 'report-progress')).toMatchObject({ roles: ['handler'] });
    const asked = anItem('in-progress');
    give(asked, 'request-extension', NOW);
    expect(roles(asked, 'grant-extension')).toMatchObject({ roles: ['leader'] });
  });

  test('names all roles that ever may, where nobody can now', () => {
    expect(refusalOf(anItem('assigned'), 'return', NOW, { by: PEOPLE.head })).toMatchObject({
      roles: ['leader', 'acceptor'],
    });
  });

  test('in the wrong state names what is possible in it', () => {
    expect(refusalOf(anItem('assigned'), 'request-closure', NOW)).toEqual({
      type: 'WrongState',
      command: 'request-closure',
      status: 'assigned',
      possible: ['acknowledge', 'comment'],
    });
    expect(refusalOf(anItem('closed'), 'accept', NOW)).toMatchObject({ type: 'WrongState', possible: [] });
  });

  test('names the decision on an extension only where one waits for it', () => {
    const life = anItem('in-progress');
    const possible = () => refusalOf(life, 'approve', NOW);
    expect(possible()).toMatchObject({ type: 'WrongState', possible: ['urge', 'comment'] });
    give(life, 'request-extension', NOW);
    const deciding = ['grant-extension', 'refuse-extension', 'urge', 'comment'];
    expect(possible()).toMatchObject({ type: 'WrongState', possible: deciding });
  });

  test('says of somebody who is in no roster that they are not known', () => {
    const life = anItem();
    expect(refusalOf(life, 'acknowledge', NOW, { by: STRANGER })).toEqual({
      type: 'UnknownPerson',
      person: STRANGER,
    });
    expect(refusalOf(life, 'acknowledge', NOW, { onBehalfOf: STRANGER })).toEqual({
      type: 'UnknownPerson',
      person: STRANGER,
    });
    expect(life.state.status).toBe('assigned');
  });
});

describe('the side of a person', () => {
  const sides = { handler: PEOPLE.handler, leader: PEOPLE.leader, acceptor: PEOPLE.acceptor };

  test.each(SIDES.flatMap((side) => SIDES.map((given) => [side, given] as const)))(
    'who holds or has acted for that of the %s can take that of the %s only where it is the same',
    (held, given) => {
      const other = held === given ? undefined : held;
      expect(otherSide(PEOPLE[held], given, { sides, acted: [] })).toBe(other);
      const acted = [
        { person: PEOPLE.bystander, side: held },
        { person: PEOPLE.deputy, side: given },
      ];
      expect(otherSide(PEOPLE.bystander, given, { sides, acted })).toBe(other);
      expect(otherSide(PEOPLE.office, given, { sides, acted })).toBeUndefined();
    },
  );

  test.each([
    [{ type: 'extension-granted', decider: 'leader' }, 'leader'],
    [{ type: 'extension-refused', decider: 'leader' }, 'leader'],
    [{ type: 'extension-granted', decider: 'head' }, undefined],
    [{ type: 'extension-refused', decider: 'head' }, undefined],
    [{ type: 'asked', side: 'acceptor' }, 'acceptor'],
    [{ type: 'returned', side: 'leader' }, 'leader'],
  ])('that the event %j is an act of', (event, side) => {
    expect(sideOf(event as Event)).toBe(side);
  });
});

describe('duties stay separate', () => {
  test.each([
    ['handler', 'leader', 'acknowledge', 'assigned'],
    ['handler', 'acceptor', 'acknowledge', 'assigned'],
    ['leader', 'handler', 'approve', 'leader-review'],
    ['leader', 'acceptor', 'approve', 'leader-review'],
    ['acceptor', 'handler', 'accept', 'acceptance'],
    ['acceptor', 'leader', 'accept', 'acceptance'],
  ] as const)('by office: the deputy of the %s who is the %s may not %s', (side, office, command, status) => {
    const roster = withDeputies({ [PEOPLE[side]]: [PEOPLE[office]] });
    const life = anItem(status, aBirth({ roster }));
    const before = structuredClone(life.remember());
    const given = { by: PEOPLE[office], onBehalfOf: PEOPLE[side] };
    expect(refusalOf(life, command, NOW, given)).toEqual({
      type: 'DutiesNotSeparate',
      command,
      by: PEOPLE[office],
      side: office,
    });
    expect(life.remember()).toEqual(before);
  });

  test('by office: one person on two sides of an item may act for neither', () => {
    const birth = aBirth({ planned: planned({ acceptor: PEOPLE.leader }) });
    expect(refusalOf(anItem('leader-review', birth), 'approve', NOW)).toMatchObject({
      type: 'DutiesNotSeparate',
      side: 'acceptor',
    });
  });

  test('by deed: a deputy who has worked on the item cannot approve it for the leader', () => {
    const life = anItem('in-progress');
    const deputy = PEOPLE.deputy;
    give(life, 'report-progress', NOW, { by: deputy, onBehalfOf: PEOPLE.handler });
    doTheWork(life, NOW);
    give(life, 'request-closure', NOW);
    const given = { by: deputy, onBehalfOf: PEOPLE.leader };
    expect(refusalOf(life, 'approve', NOW, given)).toMatchObject({
      type: 'DutiesNotSeparate',
      side: 'handler',
    });
    expect(refusalOf(life, 'return', NOW, given)).toMatchObject({
      type: 'DutiesNotSeparate',
      side: 'handler',
    });
    expect(give(life, 'approve', NOW).status).toBe('acceptance');
  });

  test('by deed: a deputy who has approved can neither accept nor work on the item', () => {
    const life = anItem('leader-review');
    give(life, 'approve', NOW, { by: PEOPLE.deputy, onBehalfOf: PEOPLE.leader });
    for (const [command, side] of [
      ['accept', 'acceptor'],
      ['add-evidence', 'handler'],
    ] as const)
      expect(refusalOf(life, command, NOW, { by: PEOPLE.deputy, onBehalfOf: PEOPLE[side] })).toMatchObject({
        type: 'DutiesNotSeparate',
        side: 'leader',
      });
  });

  test('by deed: a return counts as an act of the side that gave it', () => {
    const life = anItem('acceptance');
    give(life, 'return', NOW, { by: PEOPLE.deputy, onBehalfOf: PEOPLE.acceptor });
    const given = { by: PEOPLE.deputy, onBehalfOf: PEOPLE.handler };
    expect(refusalOf(life, 'report-progress', NOW, given)).toMatchObject({
      type: 'DutiesNotSeparate',
      side: 'acceptor',
    });
  });

  test('in whose name: nobody has their own extension decided by their deputy', () => {
    const { head, handler, bystander } = PEOPLE;
    const roster = withDeputies({ [handler]: [head], [head]: [bystander] });
    const life = anItem('in-progress', aBirth({ roster }));
    give(life, 'request-extension', NOW, { by: head, onBehalfOf: handler, newDeadline: '2021-12-31' });
    for (const type of ['grant-extension', 'refuse-extension', 'withdraw'] as const)
      expect(refusalOf(life, type, NOW, { by: bystander, onBehalfOf: head })).toMatchObject({
        type: 'DutiesNotSeparate',
        side: 'handler',
      });
  });

  test('and a refused attempt is no deed', () => {
    const life = anItem('in-progress');
    const deputy = { by: PEOPLE.deputy };
    expect(refusalOf(life, 'approve', NOW, { ...deputy, onBehalfOf: PEOPLE.leader })).toBeDefined();
    expect(life.state.acted.map(({ person: who }) => who)).not.toContain(PEOPLE.deputy);
    expect(attempt(life, 'report-progress', NOW, { ...deputy, onBehalfOf: PEOPLE.handler })).toMatchObject({
      by: PEOPLE.deputy,
    });
  });
});

describe('a deputy', () => {
  test('acts under their own name, and the log holds both', () => {
    const life = anItem('leader-review');
    give(life, 'approve', NOW, { by: PEOPLE.deputy, onBehalfOf: PEOPLE.leader });
    const both = { by: PEOPLE.deputy, onBehalfOf: PEOPLE.leader };
    expect(life.log.at(-1)?.author).toMatchObject(both);
    expect(life.state.approval).toMatchObject(both);
  });

  test('must have been named by the person they act for', () => {
    const given = { by: PEOPLE.bystander, onBehalfOf: PEOPLE.leader };
    expect(refusalOf(anItem('leader-review'), 'approve', NOW, given)).toEqual({
      type: 'NotDeputy',
      ...given,
    });
  });

  test('has only the rights of the person they act for', () => {
    const life = anItem('leader-review');
    expect(refusalOf(life, 'approve', NOW, { by: PEOPLE.deputy })?.type).toBe('NotAuthorised');
    const forHandler = { by: PEOPLE.deputy, onBehalfOf: PEOPLE.handler };
    expect(refusalOf(life, 'approve', NOW, forHandler)?.type).toBe('NotAuthorised');
  });

  test('cannot pass the right on: the deputy of a deputy is none', () => {
    const second = PEOPLE.bystander;
    const roster = withDeputies({ [PEOPLE.deputy]: [second] });
    const life = anItem('leader-review', aBirth({ roster }));
    for (const onBehalfOf of [PEOPLE.deputy, PEOPLE.leader])
      expect(['NotDeputy', 'NotAuthorised']).toContain(
        refusalOf(life, 'approve', NOW, { by: second, onBehalfOf })?.type,
      );
  });
});

test('events that nobody caused are the act of no side', () => {
  expect(sideOf({ type: 'rung-reached', rung: 'talk', day: date('2021-07-14') })).toBeUndefined();
});
