import { addDays } from '../calendar/civil';
import { civilOf } from '../calendar/zone';
import { aFile, anItem, attempt, doTheWork, give, NOW, refusalOf } from '../../testing/item';
import { aBirth, date, PEOPLE, planned, POLICY, ROSTER } from '../../testing/world';
import { helpingIn, ownedMeasures } from './helping';
import type { Status } from './states';

const { handler, leader, acceptor, bystander, deputy, head } = PEOPLE;

/** An item whose second measure is the bystander's; the head is the contact of a section that assists. */
const birth = (owner = bystander) =>
  aBirth({
    planned: planned({
      assisting: ['财务科', '党办'],
      measures: planned().measures.map((one) => (one.no === 2 ? { ...one, owner } : one)),
    }),
    roster: {
      ...ROSTER,
      contacts: { 财务科: head },
      people: ROSTER.people.map((one) => (one.id === bystander ? { ...one, deputies: [deputy] } : one)),
    },
  });

const working = (status: Status = 'in-progress') => anItem(status, birth());
const by = { by: bystander };

test('owners of measures that are not done and contacts of assisting sections help the handler', () => {
  const life = working();
  expect(helpingIn(life.state, life.context)).toEqual({ owner: [bystander], assistant: [head] });
  give(life, 'complete-measure', NOW, { measure: 2 });
  expect(helpingIn(life.state, life.context)).toEqual({ owner: [], assistant: [head] });
});

test('where the handler owns a measure, or owners are not asked, nobody else does', () => {
  const life = working();
  const { policy } = life.context;
  const { measureLadder: _, ...before } = policy;
  expect(ownedMeasures(life.state, { policy }).map(({ no }) => no)).toEqual([2]);
  expect(ownedMeasures(life.state, { policy: before })).toEqual([]);
  expect(ownedMeasures(anItem('in-progress', birth(handler)).state, { policy: POLICY })).toEqual([]);
});

describe('the owner of a measure', () => {
  test('reports on it, which is no report on the whole item', () => {
    const life = working();
    give(life, 'report-progress', NOW, { ...by, measure: 2, text: '已起草' });
    expect(life.state.measures[1]?.progress).toEqual({ by: bystander, at: NOW, text: '已起草' });
    expect(life.state.progress).toBeUndefined();
    expect(life.log.at(-1)?.event).toEqual({ type: 'progress-reported', measure: 2, text: '已起草' });
  });

  test('hands in its evidence, and takes back their own', () => {
    const life = working();
    give(life, 'add-evidence', NOW, { measure: 2 });
    give(life, 'add-evidence', NOW, { ...by, measure: 2, file: aFile('b') });
    expect(refusalOf(life, 'withdraw-evidence', NOW, { ...by, evidence: 1 })).toEqual({
      type: 'EvidenceOfAnother',
      evidence: 1,
      known: [2],
    });
    // Nor by putting a file of their own in its place, which they could take back.
    const instead = { ...by, measure: 2, file: aFile('c'), replaces: 1 };
    expect(refusalOf(life, 'add-evidence', NOW, instead)).toMatchObject({ type: 'EvidenceOfAnother' });
    give(life, 'withdraw-evidence', NOW, { ...by, evidence: 2 });
    expect(life.state.evidence[1]?.withdrawn).toMatchObject(by);
  });

  test('has no part in other measures, nor in the whole item', () => {
    const life = working();
    expect(refusalOf(life, 'report-progress', NOW, { ...by, measure: 1 })).toEqual({
      type: 'MeasureOfAnother',
      measure: 1,
      measures: [2],
    });
    expect(refusalOf(life, 'report-progress', NOW, by)).toEqual({ type: 'MeasureOfAnother', measures: [2] });
    expect(refusalOf(life, 'add-evidence', NOW, { ...by, measure: 1 })).toMatchObject({
      type: 'MeasureOfAnother',
    });
    expect(refusalOf(life, 'report-progress', NOW, { ...by, measure: 9 })).toMatchObject({
      type: 'UnknownMeasure',
    });
  });

  test.each(['complete-measure', 'request-closure', 'request-extension'] as const)(
    'may not %s: the handler answers for the item',
    (command) => {
      expect(
        refusalOf(working(), command, NOW, { ...by, ...(command === 'complete-measure' && { measure: 2 }) }),
      ).toMatchObject({
        type: 'NotAuthorised',
        roles: ['handler'],
      });
    },
  );

  test('has no right any more once it is done, and has it again once the item is returned', () => {
    const life = working();
    doTheWork(life, NOW);
    expect(refusalOf(life, 'report-progress', NOW, { ...by, measure: 2 })?.type).toBe('NotAuthorised');
    give(life, 'request-closure', NOW);
    give(life, 'return', NOW, { newDeadline: addDays(civilOf(NOW), 30) });
    give(life, 'report-progress', NOW, { ...by, measure: 2 });
  });

  test('does nothing before the item is acknowledged, nor while it is reviewed', () => {
    for (const status of ['assigned', 'leader-review', 'acceptance'] as const)
      expect(['NotAuthorised', 'WrongState']).toContain(
        refusalOf(working(status), 'add-evidence', NOW, { ...by, measure: 2 })?.type,
      );
  });

  test('is of the side of the handler once they have acted: they may not judge it, nor as a deputy', () => {
    const roster = {
      ...ROSTER,
      people: ROSTER.people.map((one) =>
        one.id === leader || one.id === acceptor ? { ...one, deputies: [bystander] } : one,
      ),
    };
    const life = anItem('in-progress', { ...birth(), context: { ...birth().context, roster } });
    give(life, 'report-progress', NOW, { ...by, measure: 2 });
    expect(life.state.acted).toContainEqual({ person: bystander, side: 'handler' });
    doTheWork(life, NOW);
    give(life, 'request-closure', NOW);
    const refused = { type: 'DutiesNotSeparate', side: 'handler' };
    expect(refusalOf(life, 'approve', NOW, { ...by, onBehalfOf: leader })).toMatchObject(refused);
    give(life, 'approve', NOW);
    expect(refusalOf(life, 'accept', NOW, { ...by, onBehalfOf: acceptor })).toMatchObject(refused);
    expect(refusalOf(life, 'reassign', NOW, { side: 'acceptor', to: bystander })).toMatchObject({
      type: 'SuccessorNotSeparate',
      side: 'handler',
    });
  });

  test('who leads or accepts the item may not act on it', () => {
    for (const [owner, side] of [
      [leader, 'leader'],
      [acceptor, 'acceptor'],
    ] as const)
      expect(
        refusalOf(anItem('in-progress', birth(owner)), 'add-evidence', NOW, { by: owner, measure: 2 }),
      ).toMatchObject({ type: 'DutiesNotSeparate', side });
  });

  test('has deputies as others have', () => {
    const life = working();
    give(life, 'add-evidence', NOW, { by: deputy, onBehalfOf: bystander, measure: 2 });
    expect(life.state.evidence[0]).toMatchObject({ by: deputy, onBehalfOf: bystander });
    give(life, 'withdraw-evidence', NOW, { ...by, evidence: 1 });
  });
});

test('the contact of an assisting section may comment, and no more without a measure of their own', () => {
  const life = anItem('in-progress', {
    ...birth(),
    context: { ...birth().context, roster: { ...ROSTER, contacts: { 党办: bystander } } },
  });
  give(life, 'comment', NOW, by);
  const other = anItem(
    'in-progress',
    aBirth({
      planned: planned({ assisting: ['党办'] }),
      roster: { ...ROSTER, contacts: { 党办: bystander } },
    }),
  );
  give(other, 'comment', NOW, by);
  expect(refusalOf(other, 'report-progress', NOW, { ...by, measure: 2 })).toMatchObject({
    roles: ['handler'],
  });
});

test('what is handed over to another is theirs alone', () => {
  const life = working();
  const answer = life.applyRoundCommand(
    {
      id: '00000000-0000-4000-8000-00000000abcd',
      type: 'replace-person',
      round: life.context.round.id,
      by: PEOPLE.office,
      at: new Date(NOW).toISOString(),
      person: bystander,
      successor: deputy,
      people: [],
      note: '调任',
    },
    NOW,
    { identity: 'claimed' },
  );
  expect(answer).toBeUndefined();
  expect(life.log.at(-1)?.event).toEqual({
    type: 'helper-replaced',
    from: bystander,
    to: deputy,
    note: '调任',
    measures: [2],
    sections: [],
  });
  expect(life.state.measures[1]?.owner).toBe(deputy);
  expect(attempt(life, 'report-progress', NOW, { ...by, measure: 2 })).toMatchObject({
    refusal: { type: 'NotAuthorised' },
  });
  give(life, 'report-progress', NOW, { by: deputy, measure: 2 });
});

test('contacts go along with the person', () => {
  const life = working();
  life.applyRoundCommand(
    {
      id: '00000000-0000-4000-8000-00000000abce',
      type: 'replace-person',
      round: life.context.round.id,
      by: PEOPLE.office,
      at: new Date(NOW).toISOString(),
      person: head,
      successor: bystander,
      people: [],
      note: '调任',
    },
    NOW,
    { identity: 'claimed' },
  );
  expect(life.log.map(({ event }) => event.type).slice(-2)).toEqual(['office-replaced', 'helper-replaced']);
  expect(life.context.roster.contacts).toEqual({ 财务科: bystander });
});

test('where owners are not asked, a replaced person leaves their measures as ever', () => {
  const { measureLadder: _, ...policy } = POLICY;
  const life = anItem('in-progress', { ...birth(), context: { ...birth().context, policy } });
  const entries = life.log.length;
  life.applyRoundCommand(
    {
      id: '00000000-0000-4000-8000-00000000abcf',
      type: 'replace-person',
      round: life.context.round.id,
      by: PEOPLE.office,
      at: new Date(NOW).toISOString(),
      person: bystander,
      successor: deputy,
      people: [],
      note: '调任',
    },
    NOW,
    { identity: 'claimed' },
  );
  expect(life.log.length).toBe(entries);
});

test('a measure keeps its date whatever the item does', () => {
  const measures = planned().measures.map((one) => ({ ...one, deadline: date('2021-06-01') }));
  const life = anItem('in-progress', aBirth({ planned: planned({ measures }) }));
  give(life, 'request-extension', NOW);
  give(life, 'grant-extension', NOW);
  expect(life.state.measures.map(({ deadline }) => deadline)).toEqual(['2021-06-01', '2021-06-01']);
});
