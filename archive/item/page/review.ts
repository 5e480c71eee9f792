import type { Event, EventType } from '../../../domain/item/event';
import type { Extension } from '../../../domain/item/state';
import { html, type Markup } from '../../../base/markup';
import type { Roster } from '../../../domain/round/roster';
import type { ItemRecord } from '../record';
import { type Cell, deed, doer, listing, named, shortHash, unbroken, when, written, zh } from './parts';

/** What was said with a step of the review, and the hash of the evidence that a decision is bound to. */
type Said = { text: string; evidence?: string };
type Steps = { [T in EventType]?: (event: Extract<Event, { type: T }>) => Said };

const STEPS = {
  'closure-requested': ({ summary, reviewDeadline, evidence }) => ({
    text: named([
      ['销号说明', summary],
      ['审核期限', reviewDeadline],
    ]),
    evidence,
  }),
  'closure-withdrawn': ({ reason }) => ({ text: named([['撤回原因', reason]]) }),
  approved: ({ opinion, reviewDeadline, evidence }) => ({
    text: named([
      ['审核意见', opinion],
      ['验收期限', reviewDeadline],
    ]),
    evidence,
  }),
  'approval-voided': () => ({ text: '审核之后又有新的佐证材料，由责任领导重新审核。' }),
  asked: ({ text }) => ({ text: named([['要求', text]]) }),
  returned: ({ opinion, missing, newDeadline }) => ({
    text: named([
      ['退回意见', opinion],
      ['尚缺', missing],
      ['新的时限', newDeadline],
    ]),
  }),
  accepted: ({ opinion, evidence }) => ({ text: named([['验收意见', opinion]]), evidence }),
  'stage-accepted': ({ opinion, until, checkIn, evidence }) => ({
    text: named([
      ['验收意见', opinion],
      ['长期坚持至', until],
      ['下次报告', checkIn],
    ]),
    evidence,
  }),
  'sustaining-ended': ({ until, reviewDeadline }) => ({
    text: named([
      ['坚持期', `至 ${until}`],
      ['验收期限', reviewDeadline],
    ]),
  }),
} satisfies Steps;

const isStep = (type: string): type is keyof typeof STEPS => Object.hasOwn(STEPS, type);

/** Every request for closure, and the reviewers' decisions, with their opinions. */
export const review = ({ log, context: { roster } }: ItemRecord): Markup | undefined =>
  listing(
    '申请销号、审核与验收',
    ['条', '时间', '事由', '办理人', '内容', '所见佐证清单'],
    log.flatMap(({ seq, at, author, event }): Cell[][] => {
      if (!isStep(event.type)) return [];
      const { text, evidence } = (STEPS[event.type] as (event: Event) => Said)(event);
      const by = author ? doer(author, roster) : '系统';
      return [[seq, when(at), unbroken(zh.fact[event.type]), by, text, evidence && shortHash(evidence)]];
    }),
  );

const outcomeOf = ({ outcome }: Extension, roster: Roster): Cell => {
  if (!outcome) return '未决定';
  if (outcome.type === 'lapsed') return '未作决定，随时限改变而失效';
  const said = named([[outcome.type === 'granted' ? '同意' : '不同意', outcome.opinion ?? '未写意见']]);
  return html`${deed(outcome, roster)} ${written(said)}`;
};

/** Every request for another deadline, and who decided on it. */
export const extensions = ({ state, context: { roster } }: ItemRecord): Markup | undefined =>
  listing(
    '延期',
    ['申请', '原时限', '申请延至', '原因和进展', '决定'],
    state.extensions.map((asked) => [
      deed(asked, roster),
      unbroken(asked.from),
      unbroken(asked.newDeadline),
      named([
        ['原因', asked.reason],
        ['进展', asked.progress],
        ['审批', zh.role[asked.decider]],
      ]),
      outcomeOf(asked, roster),
    ]),
  );
