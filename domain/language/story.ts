import type { PersonId } from '../ids';
import type { Event } from '../item/event';
import type { LogEntry } from '../item/log';
import { nameOf } from '../ladder/facts';
import type { Language, Roster } from '../round/roster';
import { words } from '.';

type Told = { who: string; name: (person: PersonId) => string; language: Language };
type Telling = { [T in Event['type']]: (event: Extract<Event, { type: T }>, told: Told) => string };

const quoted = (text: string | undefined, zh: boolean): string =>
  text === undefined ? '' : zh ? `：${text}` : `: ${text}`;

const ZH: Telling = {
  assigned: ({ people, deadline }, { name, language }) =>
    `交办 ${name(people.handler)}，责任领导 ${name(people.leader)}，验收人 ${name(people.acceptor)}，时限 ${
      deadline ? words(language).date.day(deadline) : words(language).date.none
    }`,
  acknowledged: (_event, { who }) => `${who} 签收`,
  'progress-reported': ({ text }, { who }) => `${who} 报告进展${quoted(text, true)}`,
  'evidence-added': ({ measure, file }, { who }) => `${who} 为措施 ${measure} 提交佐证《${file.title}》`,
  'measure-completed': ({ measure, result }, { who }) => `${who} 完成措施 ${measure}${quoted(result, true)}`,
  'closure-requested': ({ summary, reviewDeadline }, { who, language }) =>
    `${who} 申请销号，审核期限 ${words(language).date.day(reviewDeadline)}${quoted(summary, true)}`,
  approved: ({ opinion, reviewDeadline }, { who, language }) =>
    `${who} 审核同意，验收期限 ${words(language).date.day(reviewDeadline)}${quoted(opinion, true)}`,
  'approval-voided': () => '审核后有新的佐证，审核同意失效，由责任领导重新审核',
  returned: ({ opinion, missing, newDeadline }, { who, language }) =>
    `${who} 退回补充整改，新时限 ${words(language).date.day(newDeadline)}${quoted(opinion, true)}；尚缺${quoted(missing, true)}`,
  accepted: ({ opinion }, { who }) => `${who} 验收通过，予以销号${quoted(opinion, true)}`,
  'rung-reached': ({ rung }, { language }) => `预警升级：${words(language).rung[rung]}`,
  'mail-undeliverable': ({ person, address, reason }, { name }) =>
    `寄给 ${name(person)} <${address}> 的邮件被拒收${quoted(reason, true)}`,
  archived: ({ archiveNumber, missingMails }) =>
    `归档，档号 ${archiveNumber}${missingMails > 0 ? `，缺 ${missingMails} 封邮件回执` : ''}`,
};

const EN: Telling = {
  assigned: ({ people, deadline }, { name, language }) =>
    `assigned to ${name(people.handler)}, leader ${name(people.leader)}, acceptor ${name(people.acceptor)}, deadline ${
      deadline ? words(language).date.day(deadline) : words(language).date.none
    }`,
  acknowledged: (_event, { who }) => `${who} acknowledged`,
  'progress-reported': ({ text }, { who }) => `${who} reported progress${quoted(text, false)}`,
  'evidence-added': ({ measure, file }, { who }) =>
    `${who} added evidence "${file.title}" for measure ${measure}`,
  'measure-completed': ({ measure, result }, { who }) =>
    `${who} completed measure ${measure}${quoted(result, false)}`,
  'closure-requested': ({ summary, reviewDeadline }, { who, language }) =>
    `${who} asked for closure, review due ${words(language).date.day(reviewDeadline)}${quoted(summary, false)}`,
  approved: ({ opinion, reviewDeadline }, { who, language }) =>
    `${who} approved, acceptance due ${words(language).date.day(reviewDeadline)}${quoted(opinion, false)}`,
  'approval-voided': () => 'evidence came after the approval, which is void; the leader reviews again',
  returned: ({ opinion, missing, newDeadline }, { who, language }) =>
    `${who} returned the item, new deadline ${words(language).date.day(newDeadline)}${quoted(opinion, false)}; missing${quoted(missing, false)}`,
  accepted: ({ opinion }, { who }) => `${who} accepted closure${quoted(opinion, false)}`,
  'rung-reached': ({ rung }, { language }) => `escalated: ${words(language).rung[rung]}`,
  'mail-undeliverable': ({ person, address, reason }, { name }) =>
    `the mail to ${name(person)} <${address}> was refused${quoted(reason, false)}`,
  archived: ({ archiveNumber, missingMails }) =>
    `archived as ${archiveNumber}${missingMails > 0 ? `, ${missingMails} mail receipts missing` : ''}`,
};

const TELLINGS: Record<Language, Telling> = { 'zh-CN': ZH, en: EN };

const authorName = ({ author }: Pick<LogEntry, 'author'>, name: Told['name'], language: Language): string => {
  if (!author) return language === 'en' ? 'the system' : '系统';
  if (!author.onBehalfOf) return name(author.by);
  return language === 'en'
    ? `${name(author.by)} (for ${name(author.onBehalfOf)})`
    : `${name(author.by)}（代 ${name(author.onBehalfOf)}）`;
};

/** One entry of an item's log as a sentence. Texts that people wrote stand in it as they are: make them safe to show. */
export const story = (
  entry: Pick<LogEntry, 'author' | 'event'>,
  roster: Roster,
  language: Language,
): string => {
  const name = (person: PersonId) => nameOf(person, roster);
  const tell = TELLINGS[language][entry.event.type] as (event: Event, told: Told) => string;
  return tell(entry.event, { who: authorName(entry, name, language), name, language });
};
