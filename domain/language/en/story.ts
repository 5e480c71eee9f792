import type { PersonId } from '../../../base/ids';
import { yuanText } from '../../../base/money';
import type { StoryWords } from '../words';
import { ROUND_STORY } from './round';
import { DATE, day, ROLE, RUNG } from './terms';

const said = (text: string | undefined): string => (text === undefined ? '' : `: ${text}`);
const people = (ids: readonly PersonId[], name: (person: PersonId) => string) => ids.map(name).join(', ');
const dated = (deadline: Parameters<typeof day>[0] | undefined) => (deadline ? day(deadline) : DATE.none);

/** The log of an item, or of a round, in words. */
export const STORY: StoryWords = {
  ...ROUND_STORY,
  system: 'the system',
  deputy: (name, principal) => `${name} (for ${principal})`,
  assigned: ({ people: { handler, leader, acceptor }, deadline }, { name }) =>
    `assigned to ${name(handler)}, leader ${name(leader)}, acceptor ${name(acceptor)}, deadline ${dated(deadline)}`,
  reopened: ({ people: { handler }, deadline, reason, previous }, { who, name }) =>
    `${who} reopened the item for ${name(handler)}, deadline ${dated(deadline)}, archived before as ${previous.archiveNumber}${said(reason)}`,
  acknowledged: (_event, { who }) => `${who} acknowledged`,
  'progress-reported': ({ text }, { who }) => `${who} reported progress${said(text)}`,
  'evidence-added': ({ measure, file, replaces }, { who }) =>
    `${who} added evidence "${file.title}" for measure ${measure}${replaces === undefined ? '' : `, which replaces number ${replaces}`}`,
  'measure-completed': ({ measure, result, recoveredFen, regulation }, { who }) =>
    `${who} completed measure ${measure}${recoveredFen === undefined ? '' : `, recovered ${yuanText(recoveredFen)} yuan`}${
      regulation === undefined ? '' : `, made the rule "${regulation}"`
    }${said(result)}`,
  'closure-requested': ({ summary, reviewDeadline }, { who }) =>
    `${who} asked for closure, review due ${day(reviewDeadline)}${said(summary)}`,
  'closure-withdrawn': ({ reason }, { who }) => `${who} withdrew the closure request${said(reason)}`,
  'extension-requested': ({ newDeadline, reason, progress, decider }, { who }) =>
    `${who} asked for an extension to ${day(newDeadline)}, decided by the ${ROLE[decider]}${said(reason)}; progress${said(progress)}`,
  'extension-granted': ({ newDeadline, opinion }, { who }) =>
    `${who} granted the extension to ${day(newDeadline)}${said(opinion)}`,
  'extension-refused': ({ newDeadline, opinion }, { who }) =>
    `${who} refused the extension to ${day(newDeadline)}${said(opinion)}`,
  approved: ({ opinion, reviewDeadline }, { who }) =>
    `${who} approved, acceptance due ${day(reviewDeadline)}${said(opinion)}`,
  'approval-voided': () => 'evidence came after the approval, which is void; the leader reviews again',
  asked: ({ text }, { who }) => `${who} asked for more${said(text)}`,
  returned: ({ opinion, missing, newDeadline }, { who }) =>
    `${who} returned the item, new deadline ${day(newDeadline)}${said(opinion)}; missing${said(missing)}`,
  accepted: ({ opinion }, { who }) => `${who} accepted closure${said(opinion)}`,
  'stage-accepted': ({ until, checkIn, opinion }, { who }) =>
    `${who} accepted the stage, to be sustained until ${day(until)}${checkIn ? `, next check-in ${day(checkIn)}` : ''}${said(opinion)}`,
  'checked-in': ({ text, due, checkIn }, { who }) =>
    `${who} checked in (due ${day(due)})${checkIn ? `, next check-in ${day(checkIn)}` : ''}${said(text)}`,
  'sustaining-ended': ({ until, reviewDeadline }) =>
    `sustained until ${day(until)}; final acceptance due ${day(reviewDeadline)}`,
  withdrawn: ({ reason, into }, { who }) =>
    `${who} ${into === undefined ? 'withdrew the item' : `merged the item into ${into}`}${said(reason)}`,
  reassigned: ({ side, from, to, note }, { who, name }) =>
    `${who} made ${name(to)} ${ROLE[side]} instead of ${name(from)}, hand-over note${said(note)}`,
  'deadline-set': ({ deadline, reason }, { who }) =>
    `${who} set the deadline ${day(deadline)}${said(reason)}`,
  urged: ({ to, text }, { who, name }) => `${who} urged ${name(to)}${said(text)}`,
  resent: ({ to, notice }, { who, name }) => `${who} had ${notice} sent to ${name(to)} again`,
  commented: ({ text }, { who }) => `${who} commented${said(text)}`,
  'rung-reached': ({ rung }) => `escalated: ${RUNG[rung]}`,
  'proposal-issued': ({ rung, number, ...event }, { who }) =>
    `${who} issued ${number} (${RUNG[rung]}${'item' in event ? `, item ${event.item}` : ''})`,
  'proposal-dropped': ({ rung, reason, ...event }, { who }) =>
    `${who} decided against it (${RUNG[rung]}${'item' in event ? `, item ${event.item}` : ''})${said(reason)}`,
  'people-changed': ({ people: ids, reason }, { who, name }) =>
    `${who} changed the records of ${people(ids, name)}${said(reason)}`,
  'office-replaced': ({ from, to, note }, { who, name }) =>
    `${who} gave the offices of ${name(from)} to ${name(to)}, hand-over note${said(note)}`,
  'key-replaced': ({ person, kid }, { who, name }) =>
    `${who} replaced the key of ${name(person)}, which is now ${kid}`,
  'key-revoked': ({ person, kid, reason }, { who, name }) =>
    `${who} revoked the key ${kid} of ${name(person)}${said(reason)}`,
  'calendar-changed': ({ from, to, ...event }, { who }) =>
    `${who} put calendar ${to} in force (before: ${from})${
      'reviewDeadline' in event && event.reviewDeadline
        ? `, the review is due ${day(event.reviewDeadline)}`
        : ''
    }`,
  'policy-changed': ({ from, to }, { who }) => `${who} put policy ${to} in force (before: ${from})`,
  'mail-undeliverable': ({ person, address, reason }, { name }) =>
    `the mail to ${name(person)} <${address}> was refused${said(reason)}`,
  archived: ({ archiveNumber, missingMails }) =>
    `archived as ${archiveNumber}${missingMails > 0 ? `, ${missingMails} mail receipts missing` : ''}`,
  'round-opened': ({ items }) => `the plan was imported and ${items} items were assigned`,
  'people-registered': ({ people: ids, reason }, { who, name }) =>
    `${who} registered ${people(ids, name)}${said(reason)}`,
  'person-replaced': ({ person, successor, note, items }, { who, name }) =>
    `${who} gave all open work (${items.length} items) and offices of ${name(person)} to ${name(successor)}, hand-over note${said(note)}`,
  'item-reopened': ({ item, deadline, reason, archiveNumber }, { who }) =>
    `${who} reopened item ${item}, deadline ${day(deadline)}, archive number ${archiveNumber}${said(reason)}`,
};
