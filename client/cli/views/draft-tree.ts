import {
  type Draft,
  type DraftCategory,
  type DraftField,
  type DraftItem,
  type DraftMeasure,
  isDoubt,
  type Note,
} from '../../../intake';
import { words } from '../../../domain/language';
import { describeFault } from '../../../domain/plan/describe-fault';
import { Priority } from '../../../domain/plan/about';
import type { PlanFault } from '../../../domain/plan/fault';
import { faultLines, isGap } from '../../../domain/plan/fault-lines';
import { chineseNumeral } from '../../../base/numeral';
import { oneLine } from '../../../base/safe-text';
import type { Cli } from '../context';
import { isDoubtFault, isUnsettledFault, type Prospect } from '../files/any-plan';
import type { DraftItemJson, Values } from '../json/values';
import { sentenceFor } from '../language/sentences';
import type { IntakeWords } from '../language/words/intake';
import type { Piece } from '../terminal/paper';

const itemsOf = ({ categories }: Draft): DraftItem[] => categories.flatMap(({ items }) => items);

const UNUSED: ReadonlySet<Note['type']> = new Set(['unused', 'left-out', 'column-unused', 'not-shown']);
const isUnused = ({ type }: Note): boolean => UNUSED.has(type);

/** How much of an unused line a person needs to recognise it. */
const SHOWN = 60;
const cut = (text: string) => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);

/** A doubtful date has a question mark. */
const dueText = ({ deadline, doubt }: Pick<DraftMeasure, 'deadline' | 'doubt'>): string | undefined => {
  if (doubt === undefined) return deadline;
  return `${deadline ?? ''}?（${cut(doubt)}）`;
};

/** Prints a draft so that a person sees what was understood, and where to look again. */
class TreePrinter {
  readonly #say: IntakeWords;
  /** What no item has is said once, not at each. */
  readonly #common: ReadonlySet<DraftField>;
  /** What an item lacks, by its number. */
  readonly #open = new Map<string, DraftField[]>();

  constructor(
    private readonly cli: Cli,
    private readonly draft: Draft,
    private readonly prospect: Prospect,
  ) {
    this.#say = cli.say.intake;
    const items = itemsOf(draft).length;
    const lacking = new Map<DraftField, number>();
    for (const { item, field } of draft.missing) {
      lacking.set(field, (lacking.get(field) ?? 0) + 1);
      const open = this.#open.get(item);
      if (open) open.push(field);
      else this.#open.set(item, [field]);
    }
    this.#common = new Set(
      Array.from(lacking.keys()).filter((field) => items > 1 && (lacking.get(field) ?? 0) >= items),
    );
  }

  print(): void {
    const { out } = this.cli;
    const { categories, declared } = this.draft;
    const items = itemsOf(this.draft).length;
    if (items === 0) out.line({ text: this.#say.nothing, style: 'yellow' });
    else out.line({ text: this.#say.found(categories.length, items, declared), style: 'bold' });
    for (const category of categories) this.#category(category);
    this.#gaps();
    const [unused, doubtful] = [this.draft.notes.filter(isUnused), this.draft.notes.filter(isDoubt)];
    const told = this.draft.notes.filter((note) => !isUnused(note) && !isDoubt(note));
    if (told.length > 0) this.#notes(this.#say.told(told.length), told, 'dim');
    if (doubtful.length > 0) this.#notes(this.#say.doubtful(doubtful.length), doubtful, 'yellow');
    if (unused.length > 0) this.#notes(this.#say.unused(unused.length), unused, 'dim');
    this.#refused();
  }

  #category({ no, title, items }: DraftCategory): void {
    this.cli.out.line();
    this.cli.out.line({ text: `（${chineseNumeral(no)}）${title}`, style: 'bold' });
    for (const item of items) this.#item(item, `${no}.${item.no}`, `${item.no}. `, '  ');
  }

  #item(item: DraftItem, name: string, number: string, indent: string): void {
    const { problem, measures, children = [] } = item;
    const open = this.#open.get(name)?.filter((field) => !this.#common.has(field)) ?? [];
    const text: Piece = problem === '' ? { text: this.#say.noProblem, style: 'yellow' } : problem;
    const lacks = open.filter((field) => field !== 'problem').map((field) => this.#say.field[field]);
    const mark: Piece[] =
      lacks.length === 0
        ? []
        : [{ text: `  ? ${this.cli.say.common.label(this.#say.lacks)}${lacks.join('、')}`, style: 'yellow' }];
    this.cli.out.line([`${indent}${number}`, text, ...mark]);
    const facts = this.#facts(item);
    if (facts !== '') this.cli.out.line({ text: `${indent}   ${facts}`, style: 'cyan' });
    for (const line of this.#about(item)) this.cli.out.line({ text: `${indent}   ${line}`, style: 'cyan' });
    measures.forEach((measure, index) => {
      this.#measure(measure, index + 1, `${indent}   `);
    });
    for (const child of children) this.#item(child, `${name}(${child.no})`, `(${child.no}) `, `${indent}   `);
  }

  #facts({ kind, leader, section, assisting, handler, acceptor, ...due }: DraftItem): string {
    const said = words(this.cli.language);
    const sections = [section, assisting && this.#say.assisting(assisting)].filter(
      (one) => one !== undefined,
    );
    return [kind && said.itemKind[kind], leader, ...sections, handler, acceptor, dueText(due)]
      .filter((fact) => fact !== undefined)
      .join(' · ');
  }

  #about({ cause, goal, priority, tags, source }: DraftItem): string[] {
    const { about } = this.cli.say.card;
    const { data: code } = Priority.safeParse(priority);
    const told = {
      cause: cause && cut(oneLine(cause)),
      goal: goal && cut(oneLine(goal)),
      priority: code ? words(this.cli.language).priority[code] : priority && `? ${priority}`,
      tags: tags?.join(' · '),
      source:
        source && [source.document ?? '?', source.page].filter((part) => part !== undefined).join(' · '),
    };
    return (['cause', 'goal', 'priority', 'tags', 'source'] as const).flatMap((field) =>
      told[field] === undefined ? [] : [this.cli.say.common.label(about[field]) + told[field]],
    );
  }

  #measure({ text, owner, ...due }: DraftMeasure, no: number, indent: string): void {
    const more = [owner, dueText(due)].filter((fact) => fact !== undefined).join(' · ');
    this.cli.out.line([
      `${indent}- ${no} ${text}`,
      ...(more === '' ? [] : [{ text: `  ${more}`, style: 'cyan' as const }]),
    ]);
  }

  #lines(title: string, lines: readonly string[]): void {
    if (lines.length === 0) return;
    const { out } = this.cli;
    out.line();
    out.line({ text: title, style: 'yellow' });
    for (const line of lines) out.line(`  ${line}`);
  }

  #faultLines(faults: readonly PlanFault[]): string[] {
    return faultLines(faults, this.cli.language, this.prospect.people);
  }

  /** Everything that a plan would lack, also beyond the items. */
  #gaps(): void {
    const gaps = this.draft.categories.length === 0 ? [] : this.prospect.faults.filter(isGap);
    this.#lines(this.cli.say.common.label(this.#say.missing).trimEnd(), this.#faultLines(gaps));
  }

  /** What else an import would refuse; doubts are told where they are. */
  #refused(): void {
    const faults = this.prospect.faults.filter((fault) => !isGap(fault) && !isDoubtFault(fault));
    this.#lines(this.#say.refused, [...this.#faultLines(faults), ...this.prospect.unsettled]);
  }

  #notes(title: string, notes: readonly Note[], style: 'yellow' | 'dim'): void {
    const { out, say } = this.cli;
    out.line();
    out.line({ text: title, style });
    for (const note of notes) {
      const place = this.#say.line(note.line, note.sheet);
      const said = sentenceFor<Note>(this.#say.note, note);
      out.line({ text: `  ${say.common.label(place)}${isUnused(note) ? cut(said) : said}`, style });
    }
  }
}

/** Prints what was understood of a document as a tree, with the doubtful places marked `?`. */
export const printDraft = (cli: Cli, draft: Draft, prospect: Prospect): void => {
  new TreePrinter(cli, draft, prospect).print();
};

/** Acceptors and classified marks are not part of what programs read. */
const jsonItem = ({ acceptor, classified, measures, children, ...item }: DraftItem): DraftItemJson => ({
  ...item,
  measures: measures.map(({ text, owner, deadline, doubt }) => ({ text, owner, deadline, doubt })),
  children: children?.map(jsonItem),
});

const sheetsIn = (notes: readonly Note[]): Set<string> =>
  new Set(notes.flatMap(({ sheet }) => (sheet === undefined ? [] : [sheet])));

/** The name of a place; where there are several sheets, with the name of the sheet. */
const messageOf = ({ say }: Cli, note: Note, sheets: ReadonlySet<string>): string => {
  const said = sentenceFor<Note>(say.intake.note, note);
  return note.sheet !== undefined && sheets.size > 1 ? `[${note.sheet}] ${said}` : said;
};

/** The same for programs; what the source does not say is absent. */
export const draftJson = (
  cli: Cli,
  { categories, declared, notes, missing }: Draft,
  { faults, unsettled }: Prospect,
): Values['draft'] => {
  const sheets = sheetsIn(notes);
  return {
    categories: categories.map(({ no, title, items }) => ({ no, title, items: items.map(jsonItem) })),
    declared,
    warnings: notes.map((note) => ({ line: note.line, message: messageOf(cli, note, sheets) })),
    missing,
    refused: [
      ...faults
        .filter((fault) => !isUnsettledFault(fault))
        .map((fault) => describeFault(fault, cli.language)),
      ...unsettled,
    ],
  };
};
