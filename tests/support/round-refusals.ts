import { smallKey } from '../../testing/newcomers';
import { generateKey, sign, type SigningKey } from '../../client/keys';
import type { CivilDate } from '../../domain/calendar/civil';
import { instant } from '../../domain/calendar/zone';
import { type ItemNumber, PersonId, type RoundId, type Sha256 } from '../../base/ids';
import type { RefusalType } from '../../domain/refusal';
import type { Figures, RoundCommand } from '../../domain/round/command';
import { Person } from '../../domain/round/roster';
import { Policy } from '../../domain/round/policy';
import { aFile } from '../../testing/item';
import { roundCommandOf } from './commands';
import { policyTelling } from '../../testing/policies';
import { calendar2021 } from './plans';

/** Something that a round must refuse. */
export type UnwelcomeToRound = { what: string; type: RefusalType; command: (round: string) => RoundCommand };

const case_ = (
  what: string,
  type: RefusalType,
  command: (round: string) => RoundCommand,
): UnwelcomeToRound => ({ what, type, command });

const id = (person: string): PersonId => PersonId.parse(person);
const number = '1.1' as ItemNumber;
const day = (text: string) => text as CivilDate;
const SOME_KEY = generateKey();
const ANOTHER_KEY = generateKey();
const material = ({ kid, x }: Pick<SigningKey, 'kid' | 'x'>) => ({ kid, x });

/** The handler's key in the roster of the round. */
const HANDLER_KEY = SOME_KEY;
const OFFICE_KEY = generateKey();
const OVERSIGHT_KEY = generateKey();
/** Office and oversight open a round. */
export const OPENING = {
  keyOf: (person: string) => (person === 'office' ? OFFICE_KEY : OVERSIGHT_KEY),
  second: 'oversight',
};
export const KEYS = Object.fromEntries(
  [
    ['handler-1', HANDLER_KEY],
    ['office', OFFICE_KEY],
    ['oversight', OVERSIGHT_KEY],
    ['leader', generateKey()],
    ['acceptor', generateKey()],
  ].map(([person, key]) => [person as string, [{ ...material(key as SigningKey), from: instant(0) }]]),
);

/** As somebody of the office would sign it. */
export const signedByOffice = (command: object): string => sign(command, OFFICE_KEY);

const record = (person: string, more: object = {}) =>
  Person.parse({ id: person, name: person, address: `${person}@example.org`, ...more });

const proposal = { item: number, rung: 'urging-letter' as const, day: day('2021-07-07') };

/** What every round refuses, right after its beginning. */
export const ROUND_REFUSALS: readonly UnwelcomeToRound[] = [
  case_('a command for another round', 'WrongRound', () =>
    roundCommandOf('office', 'elsewhere', 'new-calendar', { calendar: calendar2021 }),
  ),
  case_('a command of a handler', 'NotAuthorised', (round) =>
    roundCommandOf('handler-1', round, 'new-calendar', { calendar: calendar2021 }),
  ),
  case_('somebody nobody knows', 'UnknownPerson', (round) =>
    roundCommandOf('stranger', round, 'new-calendar', { calendar: calendar2021 }),
  ),
  case_('the calendar that is in force', 'NothingNew', (round) =>
    roundCommandOf('office', round, 'new-calendar', { calendar: calendar2021 }),
  ),
  case_('the reopening of an item that is not there', 'UnknownItem', (round) =>
    roundCommandOf('oversight', round, 'reopen', {
      item: '9.9' as ItemNumber,
      cycle: 1,
      reason: '反弹',
      deadline: day('2021-12-31'),
    }),
  ),
  case_('the reopening of an item that is open', 'NotArchived', (round) =>
    roundCommandOf('oversight', round, 'reopen', {
      item: number,
      cycle: 1,
      reason: '反弹',
      deadline: day('2021-12-31'),
    }),
  ),
  case_('the reopening of another life', 'WrongItem', (round) =>
    roundCommandOf('oversight', round, 'reopen', {
      item: number,
      cycle: 2,
      reason: '反弹',
      deadline: day('2021-12-31'),
    }),
  ),
  case_('a letter that nobody has proposed', 'NoProposal', (round) =>
    roundCommandOf('office', round, 'issue-proposal', { ...proposal, number: '督〔2021〕1号' }),
  ),
  case_('the attestation of an entry that is not in the log', 'NotInLog', (round) =>
    roundCommandOf('oversight', round, 'attest', { entries: 1, head: 'f'.repeat(64) as Sha256 }),
  ),
  case_('a notice with figures that the ledger does not have', 'FiguresChanged', (round) =>
    roundCommandOf('office', round, 'publish-notice', {
      file: aFile(),
      figures: { completed: 1, 'completed-sustained': 0, ongoing: 0, 'not-completed': 0, withdrawn: 0 },
    }),
  ),
  case_('a document of an item that is not there', 'UnknownItem', (round) =>
    roundCommandOf('office', round, 'file-document', {
      kind: 'letter',
      file: aFile(),
      item: '9.9' as ItemNumber,
    }),
  ),
  case_('the close of a round with items at work', 'ItemsOpen', (round) =>
    roundCommandOf('head', round, 'close-round', { note: '办结' }),
  ),
  case_('a key that is registered already', 'KeyKnown', (round) =>
    roundCommandOf('office', round, 'replace-key', { person: id('leader'), key: material(SOME_KEY) }),
  ),
  case_('a key on whose signatures verifiers differ', 'UnusableKey', (round) =>
    roundCommandOf('office', round, 'replace-key', { person: id('leader'), key: material(smallKey()) }),
  ),
  case_('the revocation of a key that is not there', 'UnknownKey', (round) =>
    roundCommandOf('office', round, 'revoke-key', {
      person: id('handler-1'),
      kid: ANOTHER_KEY.kid,
      reason: '遗失',
    }),
  ),
  case_('a key smuggled in with a record', 'KeysNotHere', (round) =>
    roundCommandOf('office', round, 'register-people', {
      people: [record('leader', { keys: [{ ...material(ANOTHER_KEY), from: 0 }] })],
      reason: '换号',
    }),
  ),
  case_('a policy that leaves it open who decides on a talk', 'DeciderUnclear', (round) =>
    roundCommandOf('office', round, 'new-policy', {
      policy: policyTelling({ talk: { to: ['leader'] } }, 'unclear'),
    }),
  ),
  case_('a deputyship for oneself', 'OwnCase', (round) =>
    roundCommandOf('office', round, 'register-people', {
      people: [record('leader', { deputies: ['office'] })],
      reason: '代理',
    }),
  ),
];

/** What only a round that takes signed commands refuses. */
export const STRICT_ROUND_REFUSALS: readonly UnwelcomeToRound[] = [
  case_('the revocation of the only key of the office', 'LastKey', (round) =>
    roundCommandOf('office', round, 'revoke-key', {
      person: id('office'),
      kid: OFFICE_KEY.kid,
      reason: '遗失',
    }),
  ),
  case_('a second key for somebody, by the office alone', 'KeyNeedsSecond', (round) =>
    roundCommandOf('office', round, 'replace-key', { person: id('office'), key: material(ANOTHER_KEY) }),
  ),
  case_("the revocation of oversight's key by the office alone", 'NotForOffice', (round) =>
    roundCommandOf('office', round, 'revoke-key', {
      person: id('oversight'),
      kid: OVERSIGHT_KEY.kid,
      reason: '遗失',
    }),
  ),
  case_('a key that the old one has not signed', 'UntrustedKey', (round) =>
    roundCommandOf('office', round, 'replace-key', {
      person: id('office'),
      key: material(ANOTHER_KEY),
      endorsed: 'e30.e30.e30',
    }),
  ),
  case_('a policy that takes people at their word again', 'IdentityWeakened', (round) =>
    roundCommandOf('office', round, 'new-policy', {
      policy: Policy.parse({ version: 'weaker', identity: 'claimed' }),
    }),
  ),
  case_('a policy that no longer confirms decisions', 'ConfirmationsOff', (round) =>
    roundCommandOf('office', round, 'new-policy', {
      policy: Policy.parse({ version: 'silent', identity: 'signed', confirm: { decisions: 'off' } }),
    }),
  ),
  case_('a successor without a key', 'SuccessorWithoutKey', (round) =>
    roundCommandOf('office', round, 'replace-person', {
      person: id('handler-1'),
      successor: id('deputy'),
      people: [record('deputy')],
      note: '调任',
    }),
  ),
];

/** A key that is proposed for the same person again and again. */
export const proposedKey = (round: string, key: Pick<SigningKey, 'kid' | 'x'> = ANOTHER_KEY): RoundCommand =>
  roundCommandOf('office', round, 'propose-key', { person: id('head'), key: material(key) });

/** A second letter under the number of the first. */
export const secondLetter = (round: string, issued: string): RoundCommand =>
  roundCommandOf('office', round, 'issue-proposal', {
    item: number,
    rung: 'talk',
    day: day('2021-07-14'),
    number: issued,
  });
export const firstLetter = (round: string, issued: string): RoundCommand =>
  roundCommandOf('office', round, 'issue-proposal', { ...proposal, number: issued });

export const roundIn = (round: string): RoundId => round as RoundId;

/** The last notice of a round whose items have all been withdrawn, and its close. */
export const lastNotice = (round: string, items: Partial<Figures>): RoundCommand =>
  roundCommandOf('office', round, 'publish-notice', {
    file: aFile(),
    figures: {
      completed: 0,
      'completed-sustained': 0,
      ongoing: 0,
      'not-completed': 0,
      withdrawn: 0,
      ...items,
    },
  });
export const close = (round: string): RoundCommand =>
  roundCommandOf('office', round, 'close-round', { note: '全部事项均已归档' });
