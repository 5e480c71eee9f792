import { anItem, NOW } from '../../testing/item';
import { aRoundCommand } from '../../testing/round';
import { aBirth, date, PEOPLE, planned, POLICY, ROSTER } from '../../testing/world';
import { ItemLife } from '../item/life';
import { helperNewsOf } from './helper-news';

const { handler, bystander: owner, deputy: contact, office, head } = PEOPLE;
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

test('whom an amendment makes an owner is asked, and reminded by the new date from then on', () => {
  const life = anItem('in-progress', birth);
  life.takePosts(NOW, 'w');
  const changes = [
    {
      item: '1.2',
      cycle: 1,
      measures: { change: [{ no: 2, set: { owner: contact, deadline: '2021-06-18' } }] },
    },
  ];
  const command = aRoundCommand('amend', NOW, { by: head, basedOn: 1, changes });
  life.applyRoundCommand(command, NOW, { identity: 'claimed' });
  const posts = life.takePosts(NOW, 'w');
  const asked = posts.flatMap(({ to, facts }) =>
    facts.filter(({ kind }) => kind === 'measures-assigned').map(() => to.person),
  );
  expect(asked).toEqual([contact]);
  const remindedOf = (person: string) =>
    posts
      .filter(({ to }) => to.person === person)
      .flatMap(({ reminders }) => reminders.list.flatMap(({ measure }) => measure?.date ?? []));
  expect(new Set(remindedOf(contact))).toEqual(new Set(['2021-06-18']));
  expect(remindedOf(owner)).toEqual([]);
  expect(new Set(remindedOf(handler))).toEqual(new Set(['2021-06-18']));
});
