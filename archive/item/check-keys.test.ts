import { type Instant, instant } from '../../domain/calendar/zone';
import type { Command } from '../../domain/item/command';
import type { RoundCommand } from '../../domain/round/command';
import type { Person, Roster } from '../../domain/round/roster';
import { aCommand, anItem, NOW } from '../../testing/item';
import { keyNamed, type NamedKey } from '../../testing/keys';
import { aNewcomer } from '../../testing/newcomers';
import { OpenedRound } from '../../testing/opened-round';
import { TRUST } from '../../testing/opening';
import { aRoundCommand } from '../../testing/round';
import { PEOPLE, STRANGER } from '../../testing/world';
import { keysHeld } from './check-keys';

const { head, office } = PEOPLE;
const FORGED = keyNamed('forged');
const NEXT = keyNamed('next');
const opening = new OpenedRound().life.opened;
const roster = new OpenedRound().life.head.roster;

const withRing = (person: string, ring: Person['keys']): Roster => ({
  ...roster,
  people: roster.people.map((one) => (one.id === person ? { ...one, keys: ring } : one)),
});

type Given = {
  command: Command | RoundCommand;
  key: NamedKey;
  countersigned?: { by: string; key: NamedKey };
};

const entryOf = ({ command, key, countersigned: second }: Given) => ({
  seq: 1,
  at: NOW,
  event: { type: 'any' },
  author: {
    by: command.by,
    command: command.id,
    identity: 'signed',
    jws: key.sign(command),
    ...(second && { countersigned: { first: NOW, at: NOW, by: second.by, jws: second.key.sign(command) } }),
  },
});

const record = (people: Roster, given: readonly Given[] = [], cycle = 1) =>
  ({ item: { cycle }, people, opening, log: given.map(entryOf) }) as never;

const beside = (people: Roster, round: Roster, given: readonly Given[] = []) =>
  keysHeld(record(people, given), { roster: round, trusted: undefined });

const untold = (person: string, { kid }: NamedKey) => ({
  type: 'key-untold',
  file: 'data/people.json',
  person,
  kid,
});

const later = (ms: number): Instant => instant(NOW + ms);
const dated = ({ kid, x }: NamedKey, from: Instant) => ({ kid, x, from });

describe('beside the bag of its round', () => {
  test.each<[string, Instant, Instant, boolean]>([
    ['at the same time', NOW, NOW, true],
    ['later, when it heard of it', later(1), NOW, true],
    ['sooner', NOW, later(1), false],
  ])('an item has a key %s', (_, from, since, isGood) => {
    const [own, round] = [from, since].map((at) => withRing(head, [dated(NEXT, at)]));
    expect(beside(own ?? roster, round ?? roster)).toEqual(isGood ? [] : [untold(head, NEXT)]);
  });

  const reassigning = (keys: Person['keys']): Given => {
    const people = [aNewcomer({ keys })];
    const fields = { side: 'handler', to: STRANGER, people, note: '换人' };
    return { command: aCommand(anItem(), 'reassign', NOW, fields), key: keyNamed(office) };
  };
  const known = (ring?: Person['keys']): Roster => ({
    ...roster,
    people: [...roster.people, aNewcomer(ring && { keys: ring })],
  });

  test('a key that came with a reassignment is taken of somebody whom the round gave none', () => {
    const given = reassigning(FORGED.ring);
    for (const round of [roster, known()]) expect(beside(known(FORGED.ring), round, [given])).toEqual([]);
    expect(beside(known(FORGED.ring), known(NEXT.ring), [given])).toEqual([untold(STRANGER, FORGED)]);
    expect(beside(known(FORGED.ring), roster)).toEqual([untold(STRANGER, FORGED)]);
  });
});

describe('where keys are pinned', () => {
  const pinned = (given: readonly Given[], cycle = 1) =>
    keysHeld(record(roster, given, cycle), { roster: undefined, trusted: TRUST.pins });
  const deciding = (by: string, key: NamedKey): Given => ({
    command: aCommand(anItem(), 'comment', NOW, { by, text: '已阅' }),
    key,
  });
  const { kid, x } = NEXT;
  const order = { person: head, key: { kid, x } };
  const replacing = (by: string, key: NamedKey, signer?: NamedKey): Given => {
    const endorsed = signer?.sign({ type: 'renew-key', ...order.key, person: head }, 'key');
    const fields = { ...order, by, ...(endorsed && { endorsed }) };
    return { command: aRoundCommand('replace-key', NOW, fields), key };
  };
  const proposing = (
    by: string,
    key: NamedKey,
    second: NamedKey,
    other: string = PEOPLE.oversight,
  ): Given => ({
    command: aRoundCommand('propose-key', NOW, { ...order, by }),
    key,
    countersigned: { by: other, key: second },
  });
  const registering: Given = {
    command: aRoundCommand('register-people', NOW, {
      by: office,
      people: [aNewcomer({ id: head, keys: NEXT.ring })],
    }),
    key: keyNamed(office),
  };
  const signing = deciding(head, NEXT);

  test.each<[string, Given[]]>([
    ['by the pinned one', [deciding(head, keyNamed(head))]],
    ['by one that it has signed for', [replacing('other', FORGED, keyNamed(head)), signing]],
    [
      'by one that somebody pinned has countersigned',
      [proposing(office, keyNamed(office), keyNamed(PEOPLE.oversight)), signing],
    ],
  ])('the head signs %s', (_, given) => {
    expect(pinned(given)).toEqual([]);
  });

  test.each<[string, Given[]]>([
    ['by one that nothing brings', [signing]],
    ['by one that somebody brings whose key nobody has pinned', [replacing('other', FORGED), signing]],
    ['by one that only a later entry brings', [signing, replacing('other', FORGED, keyNamed(head))]],
    [
      'by one that the office alone brings, whose key is pinned',
      [replacing(office, keyNamed(office)), signing],
    ],
    ['by one that the office brings in a record of the head', [registering, signing]],
    [
      'by one that somebody has countersigned whom the office may have brought',
      [proposing(office, keyNamed(office), FORGED, PEOPLE.handler), signing],
    ],
  ])('not %s', (_, given) => {
    expect(pinned(given)).toEqual([untold(head, NEXT)]);
  });

  test('so they do beside the bag of a round that has given them another', () => {
    const round = withRing(head, NEXT.ring);
    const given = { roster: round, trusted: TRUST.pins };
    expect(keysHeld(record(withRing(head, NEXT.ring), [signing]), given)).toContainEqual(untold(head, NEXT));
    expect(keysHeld(record(roster, [deciding(head, keyNamed(head))]), { ...given, roster })).toEqual([]);
  });

  test('a key that a forged one of somebody pinned brings is none, either', () => {
    expect(pinned([replacing(office, FORGED), signing])).toEqual([
      untold(office, FORGED),
      untold(head, NEXT),
    ]);
  });

  test('a later life began with keys that it cannot show, and is not asked; nor is whoever has no pinned key', () => {
    expect(pinned([signing], 2)).toEqual([]);
    expect(pinned([deciding(PEOPLE.handler, FORGED)])).toEqual([]);
  });
});
