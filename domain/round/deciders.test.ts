import fc from 'fast-check';
import { DEFAULT_LADDER, DecidingOffice, type Proposal, PROPOSALS, Recipient, Rung } from '../ladder/rung';
import { policyTelling } from '../../testing/policies';
import { WholeRound } from '../../testing/round';
import { at, PEOPLE, POLICY, ROSTER } from '../../testing/world';
import { decidersOf, decidingOffices, undecidedIn } from './deciders';

/** A rung of the default ladder, told to others and decided by others. */
const laddered = (id: Proposal, to: readonly Recipient[], decides?: readonly DecidingOffice[]): Rung[] =>
  DEFAULT_LADDER.map((rung) =>
    rung.id === id ? Rung.parse({ ...rung, to: [...to], ...(decides && { decides: [...decides] }) }) : rung,
  );

const talkOf = (to: readonly Recipient[], decides?: readonly DecidingOffice[]) =>
  laddered('talk', to, decides);

describe('who decides on what is proposed', () => {
  test('is, where the policy does not say, whoever hears of it by the default ladder', () => {
    expect(PROPOSALS.map((proposal) => decidingOffices(proposal, POLICY))).toEqual([
      ['office'],
      ['head', 'office'],
      ['oversight'],
    ]);
    // So it was in rounds whose policy sends a talk elsewhere and does not say who decides.
    expect(decidingOffices('talk', { ladder: talkOf(['oversight']) })).toEqual(['head', 'office']);
    expect(decidingOffices('talk', { ladder: [] })).toEqual(['head', 'office']);
  });

  test('is whom the policy names', () => {
    const ladder = talkOf(['leader', 'oversight', 'head'], ['oversight']);
    expect(decidingOffices('talk', { ladder })).toEqual(['oversight']);
    expect(decidersOf('talk', { roster: ROSTER, policy: { ladder } })).toEqual([PEOPLE.oversight]);
    expect(decidingOffices('urging-letter', { ladder })).toEqual(['office']);
  });

  test('is never a side of an item, nor is anybody named where nothing is proposed', () => {
    const [talk] = talkOf(['head', 'leader']).filter(({ id }) => id === 'talk');
    const [overdue] = DEFAULT_LADDER.filter(({ id }) => id === 'overdue');
    for (const decides of [['leader'], ['handler'], ['archivist'], []])
      expect(Rung.safeParse({ ...talk, decides }).success).toBe(false);
    expect(Rung.safeParse({ ...overdue, decides: ['head'] }).error?.issues).toMatchObject([
      { path: ['decides'], message: 'decides-nothing' },
    ]);
  });
});

describe('a ladder leaves undecided', () => {
  test('nothing by default, and nothing where it names somebody who is told', () => {
    expect(undecidedIn(DEFAULT_LADDER)).toEqual([]);
    expect(undecidedIn([])).toEqual([]);
    expect(undecidedIn(talkOf(['office', 'head']))).toEqual([]);
    expect(undecidedIn(talkOf(['leader', 'oversight'], ['oversight']))).toEqual([]);
  });

  test.each<[string, Recipient[], DecidingOffice[] | undefined, DecidingOffice[]]>([
    ['told to the leader alone', ['leader'], undefined, ['head', 'office']],
    ['told to oversight, without a word of who decides', ['oversight'], undefined, ['head', 'office']],
    ['told to half of those who decide', ['office'], undefined, ['head', 'office']],
    [
      'told to others too, without a word of who decides',
      ['head', 'office', 'leader'],
      undefined,
      ['head', 'office'],
    ],
    ['decided by somebody who is not told', ['head', 'office'], ['oversight'], ['oversight']],
  ])('a talk that is %s', (_, to, decides, deciding) => {
    const place = DEFAULT_LADDER.findIndex(({ id }) => id === 'talk');
    expect(undecidedIn(talkOf(to, decides))).toEqual([{ place, rung: 'talk', to, decides: deciding }]);
  });

  test('a second step of a rung that is not told to all who decide on the first', () => {
    const [talk] = DEFAULT_LADDER.filter(({ id }) => id === 'talk');
    const second = Rung.parse({ ...talk, offset: 30, to: ['oversight'], decides: ['oversight'] });
    expect(undecidedIn([...DEFAULT_LADDER, second]).map(({ to }) => to)).toEqual([['head', 'office']]);
  });

  test('nothing, just when all who decide are told, and it says who does where others are told than by default', () => {
    const isDefault = (proposal: Proposal, to: readonly Recipient[]) =>
      DEFAULT_LADDER.some(
        (rung) => rung.id === proposal && [...rung.to].sort().join() === [...new Set(to)].sort().join(),
      );
    fc.assert(
      fc.property(
        fc.constantFrom(...PROPOSALS),
        fc.array(fc.constantFrom(...Recipient.options), { minLength: 1 }),
        fc.option(fc.array(fc.constantFrom(...DecidingOffice.options), { minLength: 1 }), { nil: undefined }),
        (proposal, to, decides) => {
          const ladder = laddered(proposal, to, decides);
          const isWhole = decides ? decides.every((office) => to.includes(office)) : isDefault(proposal, to);
          expect(undecidedIn(ladder).length === 0).toBe(isWhole);
        },
      ),
    );
  });
});

test('what is proposed is issued by whom the policy names, by nobody else, and the item has it in its record', () => {
  const policy = policyTelling({ talk: { to: ['leader', 'oversight'], decides: ['oversight'] } });
  const round = new WholeRound({ policy });
  const late = at('2021-07-30');
  round.item().passTime(late);
  const talk = { rung: 'talk', day: '2021-07-14' };
  for (const by of [PEOPLE.office, PEOPLE.head, PEOPLE.leader])
    expect(round.refusalOf('issue-proposal', late, { ...talk, by })).toEqual({
      type: 'NotAuthorised',
      command: 'issue-proposal',
      by,
      roles: ['oversight'],
    });
  round.give('issue-proposal', late, { ...talk, by: PEOPLE.oversight });
  expect(round.item().state.proposals.find(({ rung }) => rung === 'talk')?.outcome).toMatchObject({
    type: 'issued',
    by: PEOPLE.oversight,
  });
});
