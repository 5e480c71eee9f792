import { anItem, NOW } from '../../testing/item';
import { aBirth, date, PEOPLE, planned, POLICY, ROSTER } from '../../testing/world';
import { ItemLife } from '../item/life';
import { helperNewsOf, movedNewsOf } from './helper-news';

const { handler, bystander: owner, deputy: contact, office } = PEOPLE;
const JUNE = date('2021-06-01');

const measures = planned().measures.map((one) => (one.no === 2 ? { ...one, owner, deadline: JUNE } : one));
const birth = aBirth({
  planned: planned({ measures, assisting: ['财务科', '党办'] }),
  roster: { ...ROSTER, contacts: { 财务科: contact } },
});
const { measureLadder: _, ...before } = POLICY;

const posted = (life: ItemLife) =>
  life
    .takePosts(life.state.assignedAt, 'w')
    .flatMap(({ to, facts }) =>
      facts.map(({ kind, cc, measures: all, sections }) => ({ to: to.person, kind, cc, all, sections })),
    );

test('owners and contacts hear of the item as it is assigned, each of what is theirs', () => {
  const told = posted(new ItemLife(birth));
  expect(told).toContainEqual({
    to: owner,
    kind: 'measures-assigned',
    cc: false,
    all: [{ no: 2, text: '制定终端管理办法', date: JUNE }],
    sections: undefined,
  });
  expect(told).toContainEqual({
    to: contact,
    kind: 'assisting',
    cc: true,
    all: undefined,
    sections: ['财务科'],
  });
});

test('where they are not asked, nobody but the usual people hears', () => {
  const told = posted(new ItemLife({ ...birth, context: { ...birth.context, policy: before } }));
  expect(told.map(({ kind }) => kind)).toEqual(['assigned', 'assigned']);
});

test('who takes over hears of what has become theirs, and of nothing else', () => {
  const life = anItem('in-progress', birth);
  const event = {
    type: 'helper-replaced' as const,
    from: owner,
    to: contact,
    note: '调任',
    measures: [2],
    sections: [],
  };
  life.happen(event, NOW, { by: office, command: 'c', identity: 'claimed' });
  expect(helperNewsOf(event, life.state, life.context)).toEqual([
    {
      to: contact,
      kind: 'measures-assigned',
      cc: false,
      measures: [{ no: 2, text: '制定终端管理办法', date: JUNE }],
      sections: ['财务科'],
    },
  ]);
});

test('a date of a measure that moves is told to its owner and to the handler', () => {
  const { state, context } = anItem('in-progress', birth);
  const later = {
    ...state,
    measures: state.measures.map((one) => ({ ...one, deadline: date('2021-06-15') })),
  };
  const [first, second] = ['逐台清点执法终端', '制定终端管理办法'].map((text, index) => ({
    no: index + 1,
    text,
    date: '2021-06-15',
  }));
  expect(movedNewsOf(state, later, context)).toEqual([
    { to: handler, kind: 'measures-moved', cc: false, measures: [first, second] },
    { to: owner, kind: 'measures-moved', cc: false, measures: [second] },
  ]);
  expect(movedNewsOf(state, state, context)).toEqual([]);
  expect(movedNewsOf(state, later, { policy: before })).toEqual([]);
});
