import type { Calendar } from '../calendar/calendar';
import type { Instant } from '../calendar/zone';
import type { RoundCommand } from './command';
import { withKey, withoutKey, withPeople, withSuccessor } from './people';
import type { Policy } from './policy';
import type { Roster } from './roster';

/** What is in force in a round, and so in its items. */
export type InForce = { roster: Roster; policy: Policy; calendar: Calendar };

/** What is in force once a command has been carried out. The round and its items arrive at the same. */
export const inForceAfter = (command: RoundCommand, before: InForce, now: Instant): InForce => {
  const { roster } = before;
  switch (command.type) {
    case 'register-people':
      return { ...before, roster: withPeople(roster, command.people) };
    case 'replace-person': {
      const whole = withPeople(roster, command.people);
      return { ...before, roster: withSuccessor(whole, command.person, command.successor) };
    }
    case 'replace-key':
      return { ...before, roster: withKey(roster, command.person, command.key, now) };
    case 'revoke-key':
      return { ...before, roster: withoutKey(roster, command.person, command.kid, now) };
    case 'new-calendar':
      return { ...before, calendar: command.calendar };
    case 'new-policy':
      return { ...before, policy: command.policy };
    case 'propose-key':
    case 'amend':
    case 'undo-import':
    case 'issue-proposal':
    case 'drop-proposal':
    case 'reopen':
    case 'restore':
    case 'file-document':
    case 'publish-notice':
    case 'attest':
    case 'close-round':
      return before;
  }
};
