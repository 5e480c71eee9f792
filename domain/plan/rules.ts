import type { CivilDate } from '../calendar/civil';
import type { Instant } from '../calendar/zone';
import { undecidedIn } from '../round/deciders';
import type { Finding, Path } from './fault';
import type { PlanDraft } from './file';
import { MOST_ITEMS } from './plan';
import { finding, type Item, type Known, knownOf, lineIn, type LineOf, repeated } from './known';
import { keyRules } from './keys';
import { peopleRules } from './people';
import { signerRules } from './signers';

const beforeFeedback = (
  path: Path,
  deadline: CivilDate | undefined,
  feedback: CivilDate | undefined,
): Finding[] =>
  deadline !== undefined && feedback !== undefined && deadline < feedback
    ? [finding([...path, 'deadline'], { type: 'deadline-before-feedback', deadline, feedback })]
    : [];

const measureDates = (item: Item, feedback: CivilDate | undefined): Finding[] =>
  (item.measures ?? []).flatMap((measure, index) => {
    const path = [...item.path, 'measures', index];
    const deadline = measure?.deadline;
    const itemDeadline = item.deadline;
    if (deadline === undefined || itemDeadline === undefined || deadline <= itemDeadline)
      return beforeFeedback(path, deadline, feedback);
    return finding([...path, 'deadline'], { type: 'measure-after-item', deadline, itemDeadline });
  });

const wrongDates = ({ draft: { feedback, concentratedUntil: until }, items }: Known): Finding[] => [
  ...(feedback !== undefined && until !== undefined && until < feedback
    ? [finding(['concentratedUntil'], { type: 'period-before-feedback', until, feedback })]
    : []),
  ...items.flatMap((item) => [
    ...beforeFeedback(item.path, item.deadline, feedback),
    ...measureDates(item, feedback),
  ]),
];

const repeatedNumbers = ({ categories, items, lineOf }: Known): Finding[] => [
  ...repeated(categories, ({ no }) => String(no)).map(({ one, first }) =>
    finding([...one.path, 'no'], { type: 'category-twice', no: one.no, ...lineIn(lineOf(first.path)) }),
  ),
  ...repeated(items, ({ number }) => number).flatMap(({ one, first }) =>
    one.number === undefined
      ? []
      : finding([...one.path, 'no'], {
          type: 'number-twice',
          number: one.number,
          ...lineIn(lineOf(first.path)),
        }),
  ),
];

const DEGREE = '涉密|秘密|机密|绝密';
/** 【涉密】, (机密), 〔秘密★10年〕, or a bare 绝密★. */
const MARKING = new RegExp(
  `[【\\[〔(（]\\s*(?:${DEGREE})(?:\\s*★[^】\\]〕)）]{0,16})?\\s*[】\\]〕)）]|(?:${DEGREE})\\s*★`,
);

const marked = (path: Path, text: string | undefined): Finding[] => {
  const marking = MARKING.exec(text ?? '')?.[0];
  return marking === undefined ? [] : [finding(path, { type: 'classified', marking: marking.slice(0, 20) })];
};

const flagged = (item: Item): Finding[] =>
  (['classified', '涉密'] as const)
    .filter((key) => item[key] === true || item[key] === '是')
    .map((key) => finding([...item.path, key], { type: 'classified', marking: key }));

const classified = ({ categories, items }: Known): Finding[] => [
  ...categories.flatMap(({ path, title }) => marked([...path, 'title'], title)),
  ...items.flatMap((item) => [
    ...flagged(item),
    ...(['problem', 'cause', 'goal'] as const).flatMap((key) => marked([...item.path, key], item[key])),
    ...(item.tags ?? []).flatMap((tag, index) => marked([...item.path, 'tags', index], tag)),
    ...marked([...item.path, 'source', 'document'], item.source?.document),
    ...(item.measures ?? []).flatMap((measure, index) =>
      marked([...item.path, 'measures', index, 'text'], measure?.text),
    ),
  ]),
];

const tooMany = ({ items }: Known): Finding[] =>
  items.length > MOST_ITEMS ? [finding(['categories'], { type: 'too-many', most: MOST_ITEMS })] : [];

/** The rungs as far as they can be understood: one that cannot be has its own fault and keeps its place. */
const unclearDeciders = ({ draft: { policy } }: Known): Finding[] => {
  const rungs = (policy?.ladder ?? []).flatMap((rung, place) => (rung ? [{ rung, place }] : []));
  return undecidedIn(rungs.map(({ rung }) => rung)).flatMap(({ place: among, ...unclear }) => {
    const place = rungs[among]?.place;
    return place === undefined
      ? []
      : finding(['policy', 'ladder', place, 'to'], { type: 'decider-unclear', ...unclear });
  });
};

const RULES = [
  ...peopleRules,
  keyRules,
  signerRules,
  wrongDates,
  repeatedNumbers,
  classified,
  tooMany,
  unclearDeciders,
];

/** Every fault against the office's rules, as far as the plan could be understood. */
export const checkRules = (draft: PlanDraft, lineOf: LineOf, now?: Instant): Finding[] => {
  const known = knownOf(draft, lineOf, now);
  return RULES.flatMap((rule) => rule(known));
};
