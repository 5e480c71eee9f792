import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readBagInfo, writeBag } from '../../../../archive/bag';
import { LOG_HEAD } from '../../../../archive/item/record';
import { OPENING_FILE } from '../../../../archive/opening';
import { ROUND_RECORD } from '../../../../archive/round/paths';
import type { PersonId } from '../../../../base/ids';
import { type Instant, instant } from '../../../../domain/calendar/zone';
import { type LogEntry, nextEntry } from '../../../../domain/item/log';
import type { RoundEvent } from '../../../../domain/round/event';
import { bindingTo } from '../../../../domain/item/binding';
import type { Store } from '../../../../store/store';
import { BODY } from '../../../../testing/opening';
import { ENDED } from '../../../../testing/ended-round';
import { aCommand, NOW } from '../../../../testing/item';
import { jsonOf } from '../../../../testing/json-of';
import { keyNamed, type NamedKey } from '../../../../testing/keys';
import { aNewcomer } from '../../../../testing/newcomers';
import type { OpenedRound } from '../../../../testing/opened-round';
import { aRoundCommand, FIRST } from '../../../../testing/round';
import { aScreen } from '../../../../testing/screen';
import { filesIn, scratchFolder, scratchStore } from '../../../../testing/store';
import { at, PEOPLE } from '../../../../testing/world';
import { aClosedOpenedRound, archiveRound, orderFor } from '../../../../tests/support/ended-round';
import { archived as ofBefore } from '../../../../tests/support/bag';
import { run } from '../../main';

/*
 * What somebody tries who rebuilds bags, computes every checksum and chain again, and has no key of those whom they concern.
 */

const { handler, leader, head, office, oversight } = PEOPLE;
const ROUND = 'bags/2021-03/round';
const ITEM = 'bags/2021-03/1.2';
const NEXT = keyNamed('next');
const FORGED = keyNamed('forged');
const material = ({ kid, x }: NamedKey) => ({ kid, x });

type Files = Map<string, Buffer>;
type Change = (files: Files) => void;
type Told = {
  valid: boolean;
  besideInvalid?: { bag: string; faults: number };
  faults: { type: string; file: string; person?: string; kid?: string; seq?: number }[];
};

const tell = async (place: string, ...more: string[]): Promise<{ exit: number; out: string }> => {
  const screen = aScreen();
  return { exit: await run(['verify', place, ...more], screen), out: screen.written.out };
};

/** What is found; both languages must say something of each. */
const verified = async (place: string, ...more: string[]): Promise<Told> => {
  const { exit, out } = await tell(place, '--json', ...more);
  const [told] = jsonOf(['verify'], out) as [Told];
  expect(exit).toBe(told.valid && !told.besideInvalid ? 0 : 6);
  for (const language of ['zh-CN', 'en'])
    expect((await tell(place, '--lang', language, ...more)).out.match(/^ {2}\S+: .+$/gm) ?? []).toHaveLength(
      told.faults.length,
    );
  return told;
};

const DAY = 86_400_000;
/** When a key counts for which two have signed on the day of `NOW`. */
const FORCE = at('2021-05-12', '00:00');
const LATE = instant(FORCE + DAY);

const must = (refusal: unknown): void => {
  if (refusal) throw new Error(JSON.stringify(refusal));
};

/** Every way in which somebody honestly gets a key, loses one or takes another's place. */
const honest = (round: OpenedRound): void => {
  const later = (ms: number): Instant => instant(NOW + ms);
  const renewal = {
    type: 'renew-key',
    person: oversight,
    ...material(keyNamed('renewed')),
    round: '2021-03',
    genesis: round.life.opened?.genesis,
    at: new Date(NOW).toISOString(),
  };
  const endorsed = keyNamed(oversight).sign(renewal, 'key');
  const own = material(keyNamed('leader'));
  const newcomer = aNewcomer({ keys: keyNamed('newcomer').ring });
  must(round.order('register-people', NOW, { people: [newcomer], reason: '新到任' }));
  must(round.order('replace-key', NOW, { person: leader, key: own }));
  round.second(round.propose(NEXT, NOW, handler), head, NOW);
  must(round.order('replace-key', NOW, { person: oversight, key: material(keyNamed('renewed')), endorsed }));
  must(round.order('revoke-key', later(60_000), { person: leader, kid: own.kid }));
  must(round.order('new-policy', later(60_000), { policy: { ...round.life.head.policy, version: 'next' } }));
  const { calendar } = round.life;
  must(round.order('new-calendar', later(60_000), { calendar: { ...calendar, version: 'next' } }));
  round.pass(FORCE);
  must(round.order('replace-person', FORCE, { person: leader, people: [newcomer], successor: newcomer.id }));
};

const archived = async (
  ...given: Parameters<typeof aClosedOpenedRound> extends [unknown, ...infer R] ? R : never
) => {
  const { store } = await scratchStore();
  const round = await aClosedOpenedRound(store, ...given);
  await archiveRound(orderFor(round, given[2] ?? ENDED), store);
  return { store, round };
};

let genuine: Store;
let played: OpenedRound;
beforeAll(async () => {
  ({ store: genuine, round: played } = await archived());
});

/** Puts a bag back with other files in it, every checksum of BagIt computed again, and the head of the log with them. */
const rebuilt = async (from: Store, to: Store, name: string, change: Change): Promise<void> => {
  const bag = await from.folder(name);
  const files: Files = new Map([...(await filesIn(bag))].filter(([path]) => path.startsWith('data/')));
  change(files);
  const { 'Payload-Oxum': _, ...info } = Object.fromEntries(await readBagInfo(bag));
  info[LOG_HEAD] = logIn(files).at(-1)?.hash ?? '';
  const payload = [...files].map(([path, content]) => ({ path: path.replace(/^data\//, ''), content }));
  await writeBag(to, name, { info, payload });
};

const same: Change = () => undefined;

/** Round and first item with other files in them, side by side; without `item` no bag of an item lies there. */
const remade = async (round: Change, item?: Change, from = genuine): Promise<Store> => {
  const { store } = await scratchStore();
  await rebuilt(from, store, ROUND, round);
  if (item) await rebuilt(from, store, ITEM, item);
  return store;
};

const logIn = (files: Files): LogEntry<RoundEvent>[] =>
  String(files.get(ROUND_RECORD.log))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as LogEntry<RoundEvent>);

/** Writes another log, each entry chained anew to the one before. */
const writeLog = (
  files: Files,
  log: readonly Omit<LogEntry<RoundEvent>, 'seq' | 'prev' | 'hash'>[],
): void => {
  const chained: LogEntry<RoundEvent>[] = [];
  const origin = logIn(files)[0]?.prev ?? '';
  for (const { at: when, event, author } of log)
    chained.push(nextEntry(chained.at(-1), origin as never, { at: when, event, ...(author && { author }) }));
  files.set(ROUND_RECORD.log, Buffer.from(chained.map((entry) => `${JSON.stringify(entry)}\n`).join('')));
};

const inJson =
  (file: string, change: (value: never) => void): Change =>
  (files) => {
    const value: unknown = JSON.parse(String(files.get(file)));
    change(value as never);
    files.set(file, Buffer.from(JSON.stringify(value)));
  };

type People = { people: { id: string; keys?: object[] }[] };

/** Gives somebody one key more in a roster that is to be found at `path` of a file. */
const oneMore =
  (person: string, key: NamedKey) =>
  (roster: People): void => {
    const found = roster.people.find(({ id }) => id === person);
    found?.keys?.push(...key.ring);
    expect(found?.keys).toContainEqual(key.ring[0]);
  };
const inPeople = inJson(ROUND_RECORD.people, oneMore(head, FORGED));
const inPlan = inJson(ROUND_RECORD.planInForce, ({ roster }: { roster: People }) => {
  oneMore(head, FORGED)(roster);
});
const inBoth: Change = (files) => {
  inPeople(files);
  inPlan(files);
};

const UNTOLD = { type: 'key-untold', file: 'data/people.json', person: head, kid: FORGED.kid };

describe('honest bags of a round that two people have opened', () => {
  test('are valid, of round and item, with pinned keys and without', async () => {
    expect(await verified(genuine.locate(ROUND))).toMatchObject({ valid: true, faults: [] });
    expect(await verified(genuine.locate(ITEM))).toMatchObject({ valid: true, faults: [] });
    const trust = await trusting();
    for (const name of [ROUND, ITEM])
      expect(await verified(genuine.locate(name), '--trust', trust)).toMatchObject({ valid: true });
  });

  test('are valid after people have come and gone, and keys of every kind have been given, replaced and revoked', async () => {
    const { store } = await archived(honest, undefined, LATE);
    for (const name of [ROUND, ITEM]) expect((await verified(store.locate(name))).faults).toEqual([]);
  });
});

/** What has a round take people at their word, or not, as far as its files say. */
const inJsonOf = (identity: string): Change[] => {
  const set = (policy: { identity: string }) => void (policy.identity = identity);
  const inHead = ({ policy }: { policy: { identity: string } }) => {
    set(policy);
  };
  return [
    inJson(ROUND_RECORD.policy, set),
    inJson(ROUND_RECORD.planImported, inHead),
    inJson(ROUND_RECORD.planInForce, inHead),
  ];
};

/** A file of the keys that people have in the plan, pinned. */
const trusting = async (): Promise<string> => {
  const file = join(await scratchFolder(), 'trust.yaml');
  const pin = (person: string, role: string) => ({ person, office: role, ...material(keyNamed(person)) });
  const pins = [pin(office, 'office'), pin(head, 'head'), pin(oversight, 'oversight')];
  await writeFile(file, JSON.stringify({ [BODY]: pins }));
  return file;
};

/** One command more before the end of the round, by which the head gets the forged key. */
const withCommand =
  (by: PersonId, key: NamedKey): Change =>
  (files) => {
    const log = logIn(files);
    const { at: when = NOW } = log.at(-1) ?? {};
    const bound = bindingTo(played.life.opened?.genesis, log.slice(0, -1));
    const command = aRoundCommand('replace-key', when, { by, person: head, key: material(FORGED), ...bound });
    const author = { by, command: command.id, identity: 'signed' as const, jws: key.sign(command) };
    const event = { type: 'key-replaced' as const, person: head, kid: FORGED.kid };
    writeLog(files, [...log.slice(0, -1), { at: when, event, author }, ...log.slice(-1)]);
    inBoth(files);
  };

describe('somebody who adds a key to the head', () => {
  /** The last decision of the item, signed by the forged key instead. */
  const signedByForged: Change = (files) => {
    const log = logIn(files) as unknown as LogEntry[];
    const life = played.item(FIRST);
    const changed = log.map((entry) => {
      if (entry.author?.command === undefined || entry.event.type !== 'withdrawn') return entry;
      const bound = bindingTo(played.life.opened?.genesis, log.slice(0, entry.seq - 1));
      const command = aCommand(life, 'withdraw', entry.at, { ...bound, id: entry.author.command, by: head });
      return { ...entry, author: { ...entry.author, by: head, jws: FORGED.sign(command) } };
    });
    writeLog(files, changed as never);
  };

  test('is found in the bag of the round, with the person, the key and the file', async () => {
    const store = await remade(inBoth);
    expect((await verified(store.locate(ROUND))).faults).toEqual([UNTOLD]);
  });

  const inItem: Change = (files) => {
    inPeople(files);
    signedByForged(files);
  };

  test('and decides an item with it is found in the bag of the item, beside that of the round', async () => {
    const store = await remade(same, inItem);
    expect((await verified(store.locate(ITEM))).faults).toContainEqual(UNTOLD);
  });

  test('is found in the bag of an item where keys are pinned, whatever a key of the office, or one revoked since, has made of the round', async () => {
    const trust = await trusting();
    for (const by of [office, head]) {
      const store = await remade(withCommand(by, keyNamed(by)), inItem);
      const told = await verified(store.locate(ITEM), '--trust', trust);
      expect(told).toMatchObject({ besideInvalid: { bag: store.locate(ROUND) } });
      expect(told.faults).toContainEqual(UNTOLD);
    }
  });

  test('is found in the bag of the item alone where the keys of the head are pinned', async () => {
    const { store } = await scratchStore();
    await rebuilt(genuine, store, ITEM, (files) => {
      inPeople(files);
      signedByForged(files);
    });
    expect((await verified(store.locate(ITEM), '--trust', await trusting())).faults).toContainEqual(UNTOLD);
  });

  test('by a command that nobody signed who may, or that is signed by the key that it brings, gains nothing', async () => {
    for (const [by, key] of [
      [handler, keyNamed(handler)],
      [office, FORGED],
      [office, keyNamed(office)],
    ] as const) {
      const store = await remade(withCommand(by, key));
      expect((await verified(store.locate(ROUND))).faults).toContainEqual(UNTOLD);
    }
  });
});

test('an entry about a key that is not of its form is malformed', async () => {
  const store = await remade((files) => {
    const event = { type: 'key-countersigned', person: head, kid: FORGED.kid, proposed: 'all' };
    writeLog(files, [...logIn(files), { at: NOW, event } as never]);
  });
  expect((await verified(store.locate(ROUND))).faults).toMatchObject([
    { type: 'record-malformed', file: ROUND_RECORD.log },
  ]);
});

test('a head in people.json whom nobody has signed for is named', async () => {
  const change = (roster: { head: string }) => {
    roster.head = office;
  };
  const store = await remade((files) => {
    inJson(ROUND_RECORD.people, change)(files);
    inJson(ROUND_RECORD.planInForce, ({ roster }: { roster: { head: string } }) => {
      change(roster);
    })(files);
  });
  const differs = { type: 'summary-differs', file: ROUND_RECORD.people, field: 'head' };
  expect((await verified(store.locate(ROUND))).faults).toMatchObject([differs]);
});

describe('somebody who writes that a proposed key has come to count', () => {
  type Made = { before: (round: OpenedRound) => void; event: object; when?: Instant };
  const proposed = (round: OpenedRound) => round.propose(FORGED, NOW, handler);
  const entryOf = (round: OpenedRound, type: string) =>
    round.life.log.find(({ event }) => event.type === type)?.seq;
  const both = (round: OpenedRound) => void round.second(proposed(round), head, NOW);

  /** The bag of a round with an entry more before its end, unsigned, that gives somebody a key. */
  const faultsWith = async ({ before, event, when = LATE }: Made): Promise<Told['faults']> => {
    const { store: from, round } = await archived(before, undefined, ENDED);
    const full = { type: 'key-replaced', kid: FORGED.kid, person: handler, ...event };
    const known = { proposed: entryOf(round, 'key-proposed') ?? 2 };
    const store = await remade(
      (files) => {
        const log = logIn(files);
        const entry = { at: when, event: { ...known, ...full } } as never;
        writeLog(files, [...log.slice(0, -1), entry, ...log.slice(-1)]);
        const give = oneMore((event as { person?: string }).person ?? handler, FORGED);
        inJson(ROUND_RECORD.people, give)(files);
        inJson(ROUND_RECORD.planInForce, ({ roster }: { roster: People }) => {
          give(roster);
        })(files);
      },
      undefined,
      from,
    );
    return (await verified(store.locate(ROUND))).faults;
  };

  test.each<[string, Made]>([
    ['that never was', { before: () => undefined, event: {} }],
    ['of another person', { before: both, event: { person: head } }],
    [
      'which was another key',
      { before: (round) => void round.second(round.propose(NEXT, NOW), head, NOW), event: {} },
    ],
    ['that nobody has countersigned', { before: (round) => void proposed(round), event: {} }],
    ['that is not due', { before: both, event: {}, when: instant(FORCE - 1) }],
  ])('%s is found, with the entry, the person and the key', async (_, made) => {
    const faults = await faultsWith(made);
    expect(faults).toContainEqual(expect.objectContaining({ type: 'key-unagreed', file: ROUND_RECORD.log }));
    const { person = handler } = made.event as { person?: string };
    expect(faults).toContainEqual({ ...UNTOLD, person });
  });
});

describe('somebody who takes the opening out of a bag', () => {
  const without: Change = (files) => void files.delete(OPENING_FILE);
  const MISSING = { type: 'opening-missing', file: OPENING_FILE };

  test('is found where its commands name a genesis, in the bags of round and item', async () => {
    const [round, item] = [await remade(without), await remade(same, without)];
    for (const place of [round.locate(ROUND), item.locate(ITEM)])
      expect((await verified(place)).faults).toMatchObject([MISSING]);
  });

  test('is found in the bag of an item that the policy does not tell of, where that of its round lies beside', async () => {
    const { store: from } = await archived(honest, undefined, LATE);
    const alone = await scratchStore();
    await rebuilt(from, alone.store, ITEM, without);
    expect((await verified(alone.store.locate(ITEM))).faults).toEqual([]);
    const together = await remade(same, without, from);
    expect((await verified(together.locate(ITEM))).faults).toEqual([{ ...MISSING, beside: 'round' }]);
  });

  test('is found in the bag of a round that says it took people at their word, where that of an item lies beside', async () => {
    const claiming = inJsonOf('claimed');
    const change: Change = (files) => {
      without(files);
      for (const one of claiming) one(files);
    };
    const alone = await remade(change);
    expect((await verified(alone.locate(ROUND))).faults).not.toContainEqual(expect.objectContaining(MISSING));
    const together = await remade(change, same);
    expect((await verified(together.locate(ROUND))).faults).toContainEqual({ ...MISSING, beside: ITEM });
  });

  test('is found in any bag whose reader asks for pinned keys, also of one that never had any', async () => {
    const { store, name } = await ofBefore();
    expect(await verified(store.locate(name))).toMatchObject({ valid: true });
    expect((await verified(store.locate(name), '--trust', await trusting())).faults).toEqual([MISSING]);
  });
});
