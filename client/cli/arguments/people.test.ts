import { Person, type Roster } from '../../../domain/round/roster';
import { person, ROSTER } from '../../../testing/world';
import { failureOf } from '../../../testing/store';
import { idGiven, nameGiven, personMeant } from './people';
import { Trouble } from '../trouble/trouble';

const detailOf = async (action: () => unknown): Promise<unknown> => {
  const failure = await failureOf(Promise.resolve().then(action));
  return failure instanceof Trouble ? failure.detail : failure;
};

/** People by id and name. */
const rosterOf = (...people: [id: string, name: string][]): Roster => ({
  ...ROSTER,
  people: people.map(([id, name]) => Person.parse({ id, name, address: `${id}@example.org` })),
});

describe('a person in a roster', () => {
  test('is found by id and by name', () => {
    expect(personMeant('yi', ROSTER)).toBe('yi');
    expect(personMeant('乙', ROSTER)).toBe('yi');
  });

  test('is who has the id, though another has it for a name', () => {
    expect(personMeant('jia', rosterOf(['p01', 'jia'], ['jia', '甲']))).toBe('jia');
  });

  test('is not guessed where two have the name: both ids are told', async () => {
    const two = rosterOf(['p01', '甲'], ['p02', '乙'], ['p03', '甲']);
    expect(await detailOf(() => personMeant('甲', two))).toEqual({
      type: 'ambiguous-person',
      person: '甲',
      people: [person('p01'), person('p03')],
    });
  });

  test('is one in all rounds, and two where a name belongs to different people', async () => {
    const first = rosterOf(['p01', '甲']);
    expect(personMeant('甲', first, rosterOf(['p02', '乙'], ['p01', '甲']))).toBe('p01');
    expect(await detailOf(() => personMeant('甲', first, rosterOf(['p02', '甲'])))).toMatchObject({
      people: ['p01', 'p02'],
    });
  });

  test('who is not there is told with the few who come nearest, best first', async () => {
    const detail = await detailOf(() => personMeant('bin', ROSTER));
    expect(detail).toMatchObject({ type: 'not-in-roster', person: 'bin' });
    const { people } = detail as { people: { id: string; name: string }[] };
    expect(people[0]).toEqual({ id: 'bing', name: '丙' });
    expect(people).toHaveLength(5);
  });
});

test.each(['', 'p05\u0007', 'x'.repeat(41), '甲\n乙', '\u202e甲'])(
  '%j is neither an id nor a name, which needs no roster',
  async (given) => {
    expect(await detailOf(() => nameGiven(given, '--as'))).toMatchObject({
      type: 'bad-value',
      option: '--as',
    });
  },
);

test('an id is asked for where no roster can tell one by a name', async () => {
  expect(idGiven('p05', '--as')).toBe('p05');
  expect(await detailOf(() => idGiven('甲', '--as'))).toMatchObject({ expected: 'person-id' });
});
