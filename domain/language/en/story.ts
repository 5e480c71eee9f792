import type { PersonId } from '../../../base/ids';
import { readable } from '../../calendar/zone';
import { yuanText } from '../../../base/money';
import { count } from '../../../base/plural';
import type { StoryWords } from '../words';
import { AMEND_STORY } from './amend';
import { UNDO_STORY } from './undo';
import { ROUND_STORY } from './round';
import { resultFigure } from './results';
import { DATE, day, END, ROLE, RUNG } from './terms';

const said = (text: string | undefined): string => (text === undefined ? '' : `: ${text}`);
const people = (ids: readonly PersonId[], name: (person: PersonId) => string) => ids.map(name).join(', ');
const dated = (deadline: Parameters<typeof day>[0] | undefined) => (deadline ? day(deadline) : DATE.none);

/** The log of an item, or of a round, in words. */
export const STORY: StoryWords = {
  ...ROUND_STORY,
  ...AMEND_STORY,
  ...UNDO_STORY,
  system: 'the system',
  deputy: (name, principal) => `${name} (for ${principal})`,
  assigned: ({ people: { handler, leader, acceptor }, deadline, added }, { name }) =>
    `${added ? `added by version ${added.version} of the plan${added.splitFrom === undefined ? '' : ` (split from ${added.splitFrom})`}, ` : ''}assigned to ${name(handler)}, leader ${name(leader)}, acceptor ${name(acceptor)}, deadline ${dated(deadline)}`,
  reopened: ({ people: { handler }, deadline, reason, previous }, { who, name }) =>
    `${who} reopened the item and assigned it to ${name(handler)}, deadline ${dated(deadline)}, previously archived as ${previous.archiveNumber}${said(reason)}`,
  restored: ({ people: { handler }, deadline, reason, lost }, { who, name }) =>
    `${who} restored the item and assigned it to ${name(handler)}, deadline ${dated(deadline)}; the workflow of cycle ${lost.cycle} ${END[lost.ended]} on the server before its log${
      lost.seen ? ` (${count(lost.seen.entries, 'entry', 'entries')} or more, at ${lost.seen.hash})` : ''
    } was archived${said(reason)}`,
  acknowledged: (_event, { who }) => `${who} acknowledged`,
  'progress-reported': ({ text, measure }, { who }) =>
    `${who} reported progress${measure === undefined ? '' : ` of measure ${measure}`}${said(text)}`,
  'evidence-added': ({ measure, file, replaces }, { who }) =>
    `${who} added evidence "${file.title}" for measure ${measure}${replaces === undefined ? '' : `, replacing number ${replaces}`}`,
  'evidence-withdrawn': ({ evidence, reason }, { who }) =>
    `${who} withdrew evidence number ${evidence}${said(reason)}`,
  'measure-completed': ({ measure, result, recoveredFen, regulation }, { who }) =>
    `${who} completed measure ${measure}${recoveredFen === undefined ? '' : `, recovered ${yuanText(recoveredFen)} yuan`}${
      regulation === undefined ? '' : `, adopted the rule "${regulation}"`
    }${said(result)}`,
  'result-recorded': ({ kind, figure, measure, evidence, vouchedBy, note }, { who, name }) =>
    `${who} recorded a result${measure === undefined ? '' : ` of measure ${measure}`}, ${resultFigure(kind, figure)}${
      evidence === undefined ? '' : `, shown by evidence number ${evidence}`
    }, vouched for by ${name(vouchedBy)}${said(note)}`,
  'result-corrected': ({ result, kind, figure, reason }, { who }) =>
    figure === undefined
      ? `${who} withdrew result number ${result}${said(reason)}`
      : `${who} corrected result number ${result} to ${resultFigure(kind, figure)}${said(reason)}`,
  'closure-requested': ({ summary, reviewDeadline }, { who }) =>
    `${who} requested closure, review due ${day(reviewDeadline)}${said(summary)}`,
  'closure-withdrawn': ({ reason }, { who }) => `${who} withdrew the closure request${said(reason)}`,
  'extension-requested': ({ newDeadline, reason, progress, decider }, { who }) =>
    `${who} requested an extension to ${day(newDeadline)}, to be decided by the ${ROLE[decider]}${said(reason)}; progress${said(progress)}`,
  'extension-granted': ({ newDeadline, opinion }, { who }) =>
    `${who} granted the extension to ${day(newDeadline)}${said(opinion)}`,
  'extension-refused': ({ newDeadline, opinion }, { who }) =>
    `${who} refused the extension to ${day(newDeadline)}${said(opinion)}`,
  approved: ({ opinion, reviewDeadline }, { who }) =>
    `${who} approved, acceptance due ${day(reviewDeadline)}${said(opinion)}`,
  'approval-voided': () =>
    'evidence was added after the approval, so the approval is void and the leader must review again',
  'closure-voided': () =>
    'measures were added, so the closure request and any approval of it are void; work continues',
  asked: ({ text }, { who }) => `${who} asked for more information${said(text)}`,
  returned: ({ opinion, missing, newDeadline }, { who }) =>
    `${who} returned the item, new deadline ${day(newDeadline)}${said(opinion)}; still missing${said(missing)}`,
  accepted: ({ opinion }, { who }) => `${who} accepted closure${said(opinion)}`,
  'stage-accepted': ({ until, checkIn, opinion }, { who }) =>
    `${who} accepted the stage result, to be sustained until ${day(until)}${checkIn ? `, next check-in ${day(checkIn)}` : ''}${said(opinion)}`,
  'checked-in': ({ text, due, checkIn }, { who }) =>
    `${who} checked in (due ${day(due)})${checkIn ? `, next check-in ${day(checkIn)}` : ''}${said(text)}`,
  'sustaining-ended': ({ until, reviewDeadline }) =>
    `the sustaining period ended on ${day(until)}, final acceptance due ${day(reviewDeadline)}`,
  withdrawn: ({ reason, into, undone, number }, { who }) =>
    undone === undefined
      ? `${who} ${into === undefined ? 'withdrew the item' : `merged the item into ${into}`}${said(reason)}`
      : `${who} undid the import of the whole round${number === undefined ? '' : ` (no. ${number})`}, and withdrew the item with it${said(reason)}`,
  reassigned: ({ side, from, to, note }, { who, name }) =>
    `${who} replaced ${name(from)} with ${name(to)} as ${ROLE[side]}, hand-over note${said(note)}`,
  amended: ({ version, reason, number }, { who }) =>
    `${who} amended the item by version ${version} of the plan${number === undefined ? '' : ` (no. ${number})`}${said(reason)}`,
  'deadline-set': ({ deadline, reason }, { who }) =>
    `${who} set the deadline ${day(deadline)}${said(reason)}`,
  urged: ({ to, text }, { who, name }) => `${who} urged ${name(to)}${said(text)}`,
  resent: ({ to, notice }, { who, name }) => `${who} had ${notice} resent to ${name(to)}`,
  commented: ({ text }, { who }) => `${who} commented${said(text)}`,
  'rung-reached': ({ rung }) => `escalated: ${RUNG[rung]}`,
  'proposal-issued': ({ rung, number, ...event }, { who }) =>
    `${who} issued ${number} (${RUNG[rung]}${'item' in event ? `, item ${event.item}` : ''})`,
  'proposal-dropped': ({ rung, reason, ...event }, { who }) =>
    `${who} decided not to issue the proposal (${RUNG[rung]}${'item' in event ? `, item ${event.item}` : ''})${said(reason)}`,
  'people-changed': ({ people: ids, reason }, { who, name }) =>
    `${who} updated the records of ${people(ids, name)}${said(reason)}`,
  'office-replaced': ({ from, to, note }, { who, name }) =>
    `${who} transferred the duties of ${name(from)} to ${name(to)}, hand-over note${said(note)}`,
  'helper-replaced': ({ from, to, note, measures, sections }, { who, name }) =>
    `${who} handed ${[
      ...(measures.length > 0 ? [`measures ${measures.join(', ')}`] : []),
      ...(sections.length > 0 ? [`the contact for ${sections.join(', ')}`] : []),
    ].join(' and ')} over from ${name(from)} to ${name(to)}${said(note)}`,
  'key-proposed': ({ person, kid, until }, { who, name }) =>
    `${who} asked to replace the key of ${name(person)} by ${kid}, to be countersigned by ${readable(until)}`,
  'key-countersigned': ({ person, kid, from }, { who, name }) =>
    `${who} countersigned the replacement of the key of ${name(person)}: ${kid} counts from ${readable(from)}`,
  'key-lapsed': ({ person, kid }, { name }) =>
    `nobody countersigned ${kid} as the new key of ${name(person)} in time: the request has lapsed`,
  'key-replaced': ({ person, kid }, { who, name }) =>
    `${who} replaced the key of ${name(person)}; the new key is ${kid}`,
  'key-revoked': ({ person, kid, reason }, { who, name }) =>
    `${who} revoked the key ${kid} of ${name(person)}${said(reason)}`,
  'start-blocked': ({ item, cycle }) =>
    `item ${item}${cycle === 1 ? '' : ` (cycle ${cycle})`} could not be started: something else has the name of its workflow`,
  'report-made': ({ kind, from, to, figures: { open, closed, overdue } }) =>
    `the ${kind} report on ${day(from)} to ${day(to)} was made: ${open} open, ${closed} closed, ${overdue} overdue`,
  'calendar-changed': ({ from, to, ...event }, { who }) =>
    `${who} put calendar ${to} into force (previously ${from})${
      'reviewDeadline' in event && event.reviewDeadline ? `, review now due ${day(event.reviewDeadline)}` : ''
    }`,
  'policy-changed': ({ from, to }, { who }) => `${who} put policy ${to} into force (previously ${from})`,
  'mail-undeliverable': ({ person, address, reason }, { name }) =>
    `the mail to ${name(person)} <${address}> was refused${said(reason)}`,
  archived: ({ archiveNumber, missingMails }) =>
    `archived as ${archiveNumber}${missingMails > 0 ? `, ${count(missingMails, 'mail receipt')} missing` : ''}`,
  'round-opened': ({ items }) => `the plan was imported, ${count(items, 'item')} assigned`,
  'people-registered': ({ people: ids, reason }, { who, name }) =>
    `${who} registered ${people(ids, name)}${said(reason)}`,
  'person-replaced': ({ person, successor, note, items }, { who, name }) =>
    `${who} transferred all open work (${count(items.length, 'item')}) and duties of ${name(person)} to ${name(successor)}, hand-over note${said(note)}`,
  'item-reopened': ({ item, deadline, reason, archiveNumber }, { who }) =>
    `${who} reopened item ${item}, deadline ${day(deadline)}, archive number ${archiveNumber}${said(reason)}`,
  'item-restored': ({ item, deadline, reason, archiveNumber, lost }, { who }) =>
    `${who} restored item ${item}, deadline ${dated(deadline)}, archive number ${archiveNumber}; the workflow of cycle ${lost.cycle} ${END[lost.ended]} on the server without a record, and its number ${lost.archiveNumber} stays unused${said(reason)}`,
};
