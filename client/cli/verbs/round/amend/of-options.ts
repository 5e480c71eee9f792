import { words } from '../../../../../domain/language';
import { type ItemSource, Priority, tagsIn } from '../../../../../domain/plan/about';
import { pageIn, priorityIn } from '../../../../../domain/plan/about-words';
import { ItemKind, MeasureKind, type PlannedMeasure } from '../../../../../domain/plan/plan';
import type { ItemFields, MeasureChanges, MeasureFields } from '../../../../../domain/round/amend/amendment';
import type { Roster } from '../../../../../domain/round/roster';
import { chosen } from '../../../arguments/choice';
import { personNamed } from '../../../arguments/roster';
import { dateValue, measureNumber } from '../../../arguments/values';
import type { Cli } from '../../../context';
import { Trouble } from '../../../trouble/trouble';

/** What a person says of one item. Of a measure: its number, a colon, and what it is to be. */
export type AmendOptions = {
  category?: string;
  problem?: string;
  kind?: string;
  deadline?: string;
  section?: string;
  assisting?: string;
  cause?: string;
  goal?: string;
  priority?: string;
  tags?: string;
  source?: string;
  measureText?: string[];
  measureKind?: string[];
  measureOwner?: string[];
  measureDeadline?: string[];
  addMeasure?: string[];
  dropMeasure?: string[];
};

/** A dash takes away what the plan may leave out. */
const NOTHING = '-';

/** `2:text`, also with a full-width colon. */
const numbered = (option: string, given: string): { no: number; value: string } => {
  const [, no, value] = /^\s*(\d+)\s*[:：]\s*([\s\S]*)$/.exec(given) ?? [];
  if (no === undefined || value === undefined || value.trim() === '')
    throw new Trouble({ type: 'bad-value', option, given, expected: 'of-measure' });
  return { no: measureNumber(option, no), value: value.trim() };
};

const choiceOf = <T extends string>(option: string, given: string, said: Readonly<Record<T, string>>): T =>
  chosen(given, { codes: Object.keys(said) as T[], said }, option);

const orNothing = (given: string | undefined): string | null | undefined =>
  given === NOTHING ? null : given;

const sectionsIn = (text: string): string[] =>
  text
    .split(/[、,，;；]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** `反馈意见:12-13`: a document and its pages; a document alone. */
const sourceIn = (given: string): ItemSource => {
  const [, document, page] = /^([\s\S]*\S)\s*[:：]\s*([^:：]+)$/.exec(given) ?? [];
  return document === undefined || page === undefined
    ? { document: given.trim() }
    : { document: document.trim(), page: pageIn(page) };
};

/** What an item is about, beyond its problem. */
const aboutOf = (cli: Cli, options: AmendOptions): ItemFields => {
  const [priority, tags, source] = [options.priority, options.tags, options.source].map(orNothing);
  const said = words(cli.language).priority;
  const known = priority && (priorityIn(priority) ?? priority);
  return {
    ...(known !== undefined && {
      priority: known === null ? null : Priority.parse(choiceOf('--priority', known, said)),
    }),
    ...(tags !== undefined && { tags: tags === null ? null : tagsIn(tags) }),
    ...(source !== undefined && { source: source === null ? null : sourceIn(source) }),
  };
};

const fieldsOf = (cli: Cli, options: AmendOptions): ItemFields => {
  const { category, problem, kind, deadline, section, assisting } = options;
  const { itemKind } = words(cli.language);
  const [cause, goal] = [orNothing(options.cause), orNothing(options.goal)];
  const helpers = orNothing(assisting);
  return {
    ...(category !== undefined && { category }),
    ...(problem !== undefined && { problem }),
    ...(kind !== undefined && { kind: ItemKind.parse(choiceOf('--kind', kind, itemKind)) }),
    ...(deadline !== undefined && { deadline: dateValue('--deadline', deadline) }),
    ...(section !== undefined && { section }),
    ...(helpers !== undefined && {
      assisting: helpers === null ? null : sectionsIn(helpers),
    }),
    ...(cause !== undefined && { cause }),
    ...(goal !== undefined && { goal }),
    ...aboutOf(cli, options),
  };
};

type Change = { no: number; set: MeasureFields };

const changesOf = (cli: Cli, options: AmendOptions, roster: Roster): Change[] => {
  const { measureKind } = words(cli.language);
  const each = <T>(
    option: string,
    given: string[] = [],
    set: (value: string) => T,
  ): { no: number; set: T }[] =>
    given.map((one) => {
      const { no, value } = numbered(option, one);
      return { no, set: set(value) };
    });
  const all: Change[] = [
    ...each('--measure-text', options.measureText, (text): MeasureFields => ({ text })),
    ...each('--measure-kind', options.measureKind, (kind): MeasureFields => ({
      kind: MeasureKind.parse(choiceOf('--measure-kind', kind, measureKind)),
    })),
    ...each('--measure-owner', options.measureOwner, (owner): MeasureFields => ({
      owner: owner === NOTHING ? null : personNamed(roster, owner).id,
    })),
    ...each('--measure-deadline', options.measureDeadline, (date): MeasureFields => ({
      deadline: date === NOTHING ? null : dateValue('--measure-deadline', date),
    })),
  ];
  const numbers = [...new Set(all.map(({ no }) => no))].sort((a, b) => a - b);
  return numbers.map((no) => ({
    no,
    set: all.filter((one) => one.no === no).reduce<MeasureFields>((set, one) => ({ ...set, ...one.set }), {}),
  }));
};

/** `建章立制:text`, or a text alone. */
const added = (cli: Cli, given: string, no: number): NonNullable<MeasureChanges['add']>[number] => {
  const { measureKind } = words(cli.language);
  const [, before = '', after] = /^([^:：]{1,20})[:：]([\s\S]+)$/.exec(given) ?? [];
  const kind = MeasureKind.options.find(
    (code) => code === before.trim() || measureKind[code] === before.trim(),
  );
  return kind !== undefined && after !== undefined
    ? { no, kind, text: after.trim() }
    : { no, kind: 'other', text: given.trim() };
};

/** A new measure with what is said of it; a dash takes away what it does not have. */
const withSet = (measure: PlannedMeasure, set: MeasureFields = {}): PlannedMeasure => {
  const { text = measure.text, kind = measure.kind, owner, deadline } = set;
  return { ...measure, text, kind, ...(owner && { owner }), ...(deadline && { deadline }) };
};

/** What the options of the verb change in an item. `next`: the number of the first measure that is added. */
export const changeOfOptions = (
  cli: Cli,
  options: AmendOptions,
  { roster, next }: { roster: Roster; next: number },
): { set?: ItemFields; measures?: MeasureChanges } => {
  const set = fieldsOf(cli, options);
  const all = changesOf(cli, options, roster);
  const add = (options.addMeasure ?? []).map((given, index) =>
    withSet(added(cli, given, next + index), all.find(({ no }) => no === next + index)?.set),
  );
  // Of a measure that is added, owner and date are said by the number that it gets.
  const change = all.filter(({ no }) => !add.some((one) => one.no === no));
  const drop = (options.dropMeasure ?? []).map((given) => {
    const { no, value: reason } = numbered('--drop-measure', given);
    return { no, reason };
  });
  const measures = {
    ...(add.length > 0 && { add }),
    ...(change.length > 0 && { change }),
    ...(drop.length > 0 && { drop }),
  };
  return {
    ...(Object.keys(set).length > 0 && { set }),
    ...(Object.keys(measures).length > 0 && { measures }),
  };
};
