import { words } from '../../../../../domain/language';
import { ItemKind, MeasureKind } from '../../../../../domain/plan/plan';
import type { ItemFields, MeasureChanges, MeasureFields } from '../../../../../domain/round/amend/amendment';
import type { Roster } from '../../../../../domain/round/roster';
import { personNamed } from '../../../arguments/roster';
import { dateValue, measureNumber } from '../../../arguments/values';
import type { Cli } from '../../../context';
import { Trouble } from '../../../trouble/trouble';

/** What a person says of one item. Of a measure: its number, a colon, and what it is to be. */
export type AmendOptions = {
  problem?: string;
  kind?: string;
  deadline?: string;
  section?: string;
  assisting?: string;
  cause?: string;
  goal?: string;
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

const choiceOf = <T extends string>(option: string, given: string, said: Readonly<Record<T, string>>): T => {
  const codes = Object.keys(said) as T[];
  const found = codes.find((code) => code === given || said[code] === given);
  if (found !== undefined) return found;
  const choices = codes.map((code) => `${said[code]} (${code})`);
  throw new Trouble({ type: 'bad-choice', option, given, choices });
};

const orNothing = (given: string | undefined): string | null | undefined =>
  given === NOTHING ? null : given;

const sectionsIn = (text: string): string[] =>
  text
    .split(/[、,，;；]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');

const fieldsOf = (cli: Cli, options: AmendOptions): ItemFields => {
  const { problem, kind, deadline, section, assisting } = options;
  const { itemKind } = words(cli.language);
  const [cause, goal] = [orNothing(options.cause), orNothing(options.goal)];
  const helpers = orNothing(assisting);
  return {
    ...(problem !== undefined && { problem }),
    ...(kind !== undefined && { kind: ItemKind.parse(choiceOf('--kind', kind, itemKind)) }),
    ...(deadline !== undefined && { deadline: dateValue('--deadline', deadline) }),
    ...(section !== undefined && { section }),
    ...(helpers !== undefined && {
      assisting: helpers === null ? null : sectionsIn(helpers),
    }),
    ...(cause !== undefined && { cause }),
    ...(goal !== undefined && { goal }),
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

/** What the options of the verb change in an item. `next`: the number of the first measure that is added. */
export const changeOfOptions = (
  cli: Cli,
  options: AmendOptions,
  { roster, next }: { roster: Roster; next: number },
): { set?: ItemFields; measures?: MeasureChanges } => {
  const set = fieldsOf(cli, options);
  const change = changesOf(cli, options, roster);
  const add = (options.addMeasure ?? []).map((given, index) => added(cli, given, next + index));
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
