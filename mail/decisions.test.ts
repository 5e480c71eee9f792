import fc from 'fast-check';
import type { MailboxPost } from '../domain/ladder/notice';
import { DecidingOffice, type Proposal, PROPOSALS, Recipient } from '../domain/ladder/rung';
import { decidersOf, undecidedIn } from '../domain/round/deciders';
import { roundAuthority } from '../domain/round/authority';
import type { Policy } from '../domain/round/policy';
import type { Roster } from '../domain/round/roster';
import { waitingIn } from '../domain/round/waiting';
import { policyTelling, type Told } from '../testing/policies';
import { aRoundCommand, FIRST, WholeRound } from '../testing/round';
import { at, PEOPLE, ROSTER } from '../testing/world';
import { groupOf } from './group';

/** All three proposals have been made by then. */
const LATE = at('2021-07-28', '00:00');

/** The leader of the item is the head too, and oversight are two. */
const ROSTERS: readonly Roster[] = [
  ROSTER,
  { ...ROSTER, head: PEOPLE.leader, oversight: [PEOPLE.oversight, PEOPLE.bystander] },
];

/** Whom mails ask to decide at a rung, when each says the newest of what has been posted. */
const asked = (posts: readonly MailboxPost[], rung: Proposal): string[] => {
  const lines = posts.flatMap(({ to, brief, reminders }) =>
    reminders.list.map((reminder) => ({ to, line: { brief, reminder } })),
  );
  const newest = new Map(lines.map((said) => [`${said.to.person} ${said.line.reminder.id}`, said]));
  return [...newest.values()]
    .filter(({ to, line }) => line.reminder.rung === rung && groupOf(line, to) === 'act')
    .map(({ to }) => to.person);
};

const authorised = (rung: Proposal, roster: Roster, policy: Policy): string[] =>
  roster.people
    .map(({ id }) => id)
    .filter((by) =>
      (['issue-proposal', 'drop-proposal'] as const).every(
        (type) => !roundAuthority(aRoundCommand(type, LATE, { by, rung, item: FIRST }), { roster, policy }),
      ),
    );

const tellings = fc
  .record({
    to: fc.uniqueArray(fc.constantFrom(...Recipient.options), { minLength: 1 }),
    decides: fc.uniqueArray(fc.constantFrom(...DecidingOffice.options), { minLength: 1 }),
  })
  .map(({ to, decides }): Told => ({ to: [...new Set([...to, ...decides])], decides }));

const tellingOf = fc.option(tellings, { nil: undefined });

const sorted = (people: readonly string[]): string[] => [...people].sort();

test('whoever a mail asks to decide may, whoever may is asked, and there is always somebody', () => {
  fc.assert(
    fc.property(
      fc.record({ 'urging-letter': tellingOf, talk: tellingOf, accountability: tellingOf }),
      fc.constantFrom(...ROSTERS),
      (told, roster) => {
        const policy = policyTelling(
          Object.fromEntries(Object.entries(told).filter(([, one]) => one !== undefined)),
        );
        expect(undecidedIn(policy.ladder)).toEqual([]);
        const life = new WholeRound({ roster, policy }).item();
        const before = life.takePosts(at('2021-05-06'), 'w');
        life.passTime(LATE);
        const posts = [...before, ...life.takePosts(LATE, 'w')];
        const waiting = waitingIn(life.view(LATE).row, { roster, policy });
        for (const rung of PROPOSALS) {
          const may = sorted(authorised(rung, roster, policy));
          expect(may).not.toEqual([]);
          expect(sorted(asked(posts, rung))).toEqual(may);
          expect(sorted(decidersOf(rung, { roster, policy }))).toEqual(may);
          expect(sorted(waiting.filter((one) => one.rung === rung).map(({ person }) => person))).toEqual(may);
        }
        expect(life.state.proposals.map(({ rung }) => rung)).toEqual(PROPOSALS);
      },
    ),
    { numRuns: 60 },
  );
});

describe('when a policy gives the decision to others', () => {
  const first = policyTelling({ talk: { to: ['head', 'oversight', 'leader'], decides: ['head'] } }, 'first');
  const second = policyTelling(
    { talk: { to: ['head', 'oversight', 'leader'], decides: ['oversight'] } },
    'second',
  );

  test('whoever is still to be told is told again whether to decide', () => {
    const round = new WholeRound({ policy: first });
    const early = at('2021-07-14', '00:00');
    round.item().passTime(early);
    expect(asked(round.item().takePosts(early, 'w'), 'talk')).toEqual([PEOPLE.head]);
    round.give('new-policy', early, { policy: second });
    expect(asked(round.item().takePosts(early, 'w'), 'talk')).toEqual([PEOPLE.oversight]);
    expect(round.item().takePosts(early, 'w')).toEqual([]);
  });

  test('and is told again when the office goes to another person', () => {
    const round = new WholeRound({ policy: second });
    const early = at('2021-07-14', '00:00');
    round.item().passTime(early);
    round.item().takePosts(early, 'w');
    const people = ROSTER.people.filter(({ id }) => id === PEOPLE.leader || id === PEOPLE.deputy);
    round.give('replace-person', early, { person: PEOPLE.oversight, successor: PEOPLE.leader, people });
    expect(asked(round.item().takePosts(early, 'w'), 'talk')).toEqual([PEOPLE.leader]);
  });

  test('a policy that names nobody leaves every mailbox as it was, whatever it held', () => {
    const odd = policyTelling({ talk: { to: ['head', 'leader'] } });
    const life = new WholeRound({ policy: odd }).item();
    const posts = life.takePosts(at('2021-05-06'), 'w');
    const copies = posts.flatMap(({ to, reminders }) =>
      reminders.list.flatMap(({ cc }) => (cc ? to.person : [])),
    );
    expect(copies).toEqual([PEOPLE.leader]);
    for (const list of Object.values(life.remember().mail.posted))
      for (const reminder of list ?? []) delete reminder.cc;
    expect(life.takePosts(at('2021-05-07'), 'w')).toEqual([]);
  });
});
