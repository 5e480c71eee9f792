import { DEFAULT_MEASURE_LADDER } from '../../ladder/measure-rung';
import { give, NOW } from '../../../testing/item';
import { aRoundCommand, FIRST, WholeRound } from '../../../testing/round';
import { PEOPLE, POLICY } from '../../../testing/world';

const { handler, bystander, deputy } = PEOPLE;

type Change = { set?: object; measures?: object };
const amending = (change: Change) => ({ basedOn: 1, changes: [{ item: FIRST, cycle: 1, ...change }] });
const LATER = amending({ set: { deadline: '2021-07-31' } });

test('what an item refuses is not lost where it takes the next before its round has heard', () => {
  const round = new WholeRound();
  give(round.item(), 'acknowledge', NOW);
  round.settle(NOW);
  give(round.item(), 'complete-measure', NOW);
  const say = (basedOn: number, change: Change) =>
    round.life.carryOut(aRoundCommand('amend', NOW, { ...amending(change), basedOn }), NOW, {
      identity: 'claimed',
    });
  say(1, { measures: { change: [{ no: 1, set: { text: '别的' } }] } });
  say(2, { set: { goal: '账实相符' } });
  for (let errand = round.life.errand; errand; errand = round.life.errand) {
    round.life.ran();
    if ('pass' in errand) for (const { number } of errand.to) round.tell(number, errand.pass, NOW);
  }
  round.settle(NOW);
  round.life.passTime(NOW);
  expect(round.life.plan.conflicts).toMatchObject([{ item: FIRST, version: 2, fault: 'measure-done' }]);
  const [first] = round.life.plan.items;
  expect(first).toMatchObject({ goal: '账实相符', measures: [{ text: '逐台清点执法终端' }, {}] });
});

describe('a later life', () => {
  const owned = (no: number, owner: string) => ({ measures: { change: [{ no, set: { owner } }] } });

  test('leaves a measure with the owner whom an amendment has named after a replacement', () => {
    const round = new WholeRound();
    const record = (id: string) => round.life.head.roster.people.filter((one) => one.id === id);
    round.give('replace-person', NOW, {
      person: bystander,
      successor: deputy,
      people: record(deputy),
      note: '调任',
    });
    round.give('amend', NOW, { ...amending(owned(1, bystander)), people: record(bystander) });
    round.give('restore', NOW, {}, 'terminated');
    expect(round.item().state.measures[0]?.owner).toBe(bystander);
  });

  test('has the date that was signed, though the life that was lost had not heard of it', () => {
    const round = new WholeRound();
    const command = aRoundCommand('amend', NOW, LATER);
    round.life.carryOut(command, NOW, { identity: 'claimed' });
    while (round.life.errand) round.life.ran();
    round.give('restore', NOW, {}, 'terminated');
    expect(round.item().state.deadline).toBe('2021-07-31');
  });
});

test('whoever is the contact of a section that assists from now on is told, and may comment at once', () => {
  const roster = { ...new WholeRound().life.head.roster, contacts: { 办公室: bystander } };
  const policy = { ...POLICY, measureLadder: DEFAULT_MEASURE_LADDER };
  const round = new WholeRound({ roster, policy });
  const people = roster.people.filter(({ id }) => id === bystander);
  const change = amending({ set: { assisting: ['办公室'] } });
  expect(round.refusalOf('amend', NOW, { ...change, contacts: { 办公室: handler }, people })).toMatchObject({
    type: 'UnknownPerson',
  });
  expect(round.refusalOf('amend', NOW, { ...change, contacts: { 办公室: bystander } })).toMatchObject({
    type: 'UnknownPerson',
  });
  round.give('amend', NOW, { ...change, contacts: { 办公室: bystander }, people });
  const told = round
    .item()
    .remember()
    .mail.outbox.filter(({ to }) => to === bystander);
  expect(told).toMatchObject([{ kind: 'assisting', sections: ['办公室'] }]);
  expect(round.item().state.joined[bystander]).toBe(NOW);
  give(round.item(), 'comment', NOW, { by: bystander });
  expect(round.item().log.at(-1)).toMatchObject({ event: { type: 'commented' }, author: { by: bystander } });
});
