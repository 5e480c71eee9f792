import { bare } from '../../base/half-width';
import type { ItemKind } from '../../domain/plan/plan';
import { chosenIn, type Choosing } from '../choice';
import { type AboutItem, addAbout } from '../table/about-cells';
import { IS_OPEN } from '../table/cell-text';
import type { Coverage } from './coverage';
import { timeIn } from '../deadline';
import type { DraftItem, DraftMeasure, NoteDetail } from '../draft';
import type { SourceField } from '../source-field';
import { deriveDeadline } from '../derive';
import { dueBy, type SaidTime } from '../said-time';
import { headOf } from './item-words';
import { type Labelled, labelsIn } from './label';
import { allNamesIn, namesIn } from '../names';
import type { Node } from './outline';
import type { PageText } from './page-text';
import { leadsToList, statesProblem } from './signs';
import { trimmedStep } from './step';

type Span = { from: number; to: number };

/** What the reading of a text needs and keeps. */
export type TextReading = {
  text: PageText;
  coverage: Coverage;
  note: (at: number, detail: NoteDetail) => void;
  /** For dates that were written without one. */
  year: number | undefined;
};

/** What is left of `（责任领导：甲；整改时限：……）` without its fields. */
const EMPTY_BRACKETS = /[(（][\s；;，,、。]*[)）]/g;

/** The stretches of a span that no label has taken. */
const without = (span: Span, labels: readonly Labelled[]): Span[] => {
  const spans: Span[] = [];
  let at = span.from;
  for (const { from, to } of labels.filter((label) => label.from < span.to && label.to > span.from)) {
    if (from > at) spans.push({ from: at, to: from });
    at = Math.max(at, to);
  }
  if (at < span.to) spans.push({ from: at, to: span.to });
  return spans;
};

/** Whether what is numbered below an item are its steps, or sub-items with problems or steps of their own. */
const isMeasureList = (text: PageText, nodes: readonly Node[], isItem: boolean): boolean => {
  const [first] = nodes;
  if (first === undefined || first.mark.style === 'words' || !isItem) return true;
  const own = nodes.map(({ from, ownTo }) => text.folded.slice(from, ownTo).trimStart());
  if (nodes.some(({ children }) => children.length > 0) || own.some((words) => words.startsWith('针对')))
    return false;
  const before = text.folded.slice(Math.max(0, first.mark.from - 12), first.mark.from);
  const isAnnounced = /整改(?:措施|举措)(?:如下)?[:。]?\s*$/.test(before);
  return isAnnounced || own.filter(statesProblem).length * 2 <= nodes.length;
};

/** The labels of an item by their places, for texts in which there are many. */
class Labels {
  /** Of each field, how many there are before and under the last step. */
  readonly #last: ReadonlyMap<SourceField, { all: number; under: Labelled[] }>;

  constructor(
    readonly all: readonly Labelled[],
    lastStep: number,
  ) {
    const last = new Map<SourceField, { all: number; under: Labelled[] }>();
    for (const label of all) {
      const of = last.get(label.field) ?? { all: 0, under: [] };
      of.all += 1;
      if (label.from >= lastStep) of.under.push(label);
      last.set(label.field, of);
    }
    this.#last = last;
  }

  #firstFrom(place: number): number {
    let low = 0;
    let high = this.all.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.all[middle]?.from ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Those that begin in a span. */
  within({ from, to }: Span): readonly Labelled[] {
    return this.all.slice(this.#firstFrom(from), this.#firstFrom(to));
  }

  /** Whether it is the first of its field under the last step, and there are others before. */
  isSecond({ field, from }: Pick<Labelled, 'field' | 'from'>): boolean {
    const { all = 0, under = [] } = this.#last.get(field) ?? {};
    return all > under.length && under[0]?.from === from;
  }
}

/** Reads one item, or sub-item, of the outline. */
export class ItemReader {
  readonly #labels: Labels;

  constructor(
    private readonly reading: TextReading,
    private readonly node: Node,
    private readonly isItem: boolean,
  ) {
    this.#labels = new Labels(
      this.#stretches().flatMap(({ from, to }) => labelsIn(reading.text.folded, from, to)),
      node.children.at(-1)?.from ?? 0,
    );
  }

  /** The own words of the node and of all below it, each apart: no value goes on past a mark. */
  #stretches(): Span[] {
    const spans: Span[] = [];
    const visit = (node: Node): void => {
      spans.push({ from: node.from, to: node.ownTo });
      node.children.forEach(visit);
    };
    visit(this.node);
    return spans;
  }

  read(): DraftItem {
    const { text, coverage } = this.reading;
    const { mark, from, ownTo, children } = this.node;
    coverage.use(mark.from, mark.to);
    const own = this.#labels.within({ from, to: ownTo });
    const headTo = own[0]?.from ?? ownTo;
    const named = own.find(({ field }) => field === 'problem');
    const head = headOf(text, from, headTo, this.isItem && named === undefined);
    coverage.use(from, head.problemTo);
    const listed = isMeasureList(text, children, this.isItem);
    const steps = listed ? children : [];
    const lead = this.#prose({ from: head.problemTo, to: ownTo }, own, children.length > 0);
    const measures = [...lead, ...steps.map((step) => this.#step(step, steps.length))];
    return this.#due({
      no: mark.no,
      problem: (named && this.#take(named)) ?? head.problem,
      ...this.#fields(steps),
      measures,
      ...(!listed && {
        children: children.map((child) => new ItemReader(this.reading, child, false).read()),
      }),
    });
  }

  /** An item without a time of its own is due when the last of its measures is. */
  #due(item: DraftItem): DraftItem {
    const derived = this.isItem ? deriveDeadline(item) : undefined;
    if (derived)
      this.reading.note(this.node.mark.from, { type: 'deadline-derived', text: item.problem, date: derived });
    return item;
  }

  /** The value of a label, and marks it as taken. */
  #take({ from, valueFrom, to }: Labelled): string {
    this.reading.coverage.use(from, to);
    return trimmedStep(this.reading.text.words(valueFrom, to));
  }

  /** The same where one can choose: what is ticked. */
  #chosen(label: Labelled, choosing: Choosing): string {
    const given = this.#take(label);
    const { text, isUnclear } = chosenIn(given, choosing);
    if (isUnclear) this.reading.note(label.from, { type: 'ticks-unclear', text: given });
    return text;
  }

  /** Whether it says that the matter is classified. */
  #isClassified(label: Labelled): boolean {
    const given = bare(this.#chosen(label, 'secrecy'));
    return given !== '' && !IS_OPEN.test(given);
  }

  /** What was done, in prose: one measure, or nothing where it only leads to the list that follows. */
  #prose(span: Span, own: readonly Labelled[], hasList: boolean): DraftMeasure[] {
    const { text, coverage } = this.reading;
    const labelled = own
      .filter(({ field }) => field === 'measures')
      .map(({ from, valueFrom, to }) => ({ label: from, from: valueFrom, to }));
    for (const { label, from } of labelled) coverage.use(label, from);
    return [...without(span, own), ...labelled].flatMap(({ from, to }) => {
      const words = text.words(from, to);
      if (trimmedStep(words) === '' || (hasList && leadsToList(text.folded.slice(from, to)))) return [];
      coverage.use(from, to);
      return /^[)）\]】]*$/.test(trimmedStep(words)) ? [] : [{ text: trimmedStep(words) }];
    });
  }

  #step(node: Node, steps: number): DraftMeasure {
    const { text, coverage } = this.reading;
    const inside = this.#labels.within(node);
    const own = inside.filter((label) => (steps === 1 ? false : this.#isOfStep(label)));
    const parts = without(
      { from: node.from, to: node.to },
      inside.filter((label) => this.#isField(label)),
    );
    coverage.use(node.mark.from, node.mark.to);
    for (const { from, to } of parts) coverage.use(from, to);
    const owner = own.find(({ field }) => field === 'handler');
    const time = own.find(({ field }) => field === 'deadline');
    const due = time && this.#time(time);
    const first = owner && this.#names(owner);
    return {
      text: trimmedStep(
        parts
          .map(({ from, to }) => text.words(from, to))
          .join('')
          .replace(EMPTY_BRACKETS, ''),
      ),
      ...(first !== undefined && { owner: first }),
      ...dueBy(due),
    };
  }

  #isField({ field }: Labelled): boolean {
    return field !== 'measures' && field !== 'problem' && field !== 'category' && field !== 'no';
  }

  /**
   * A label that stands under several steps speaks of each, one that stands once of the item; and so does the
   * second under the last step.
   */
  #isOfStep({ field, from }: Labelled): boolean {
    if (field !== 'handler' && field !== 'deadline') return false;
    const last = this.node.children.at(-1)?.from ?? 0;
    return from < last || this.#labels.isSecond({ field, from });
  }

  #labelOfItem(field: SourceField, steps: readonly Node[]): Labelled | undefined {
    const all = this.#labels.all.filter((label) => label.field === field && this.#isMine(label, steps));
    const inOwn = all.find(({ from }) => from < this.node.ownTo);
    return inOwn ?? all.find((label) => steps.length === 1 || !this.#isOfStep(label));
  }

  /** Not of a sub-item, but for what stands once at the very end. */
  #isMine({ from }: Labelled, steps: readonly Node[]): boolean {
    const { children, ownTo } = this.node;
    return from < ownTo || steps.length > 0 || from >= (children.at(-1)?.from ?? 0);
  }

  #names(label: Labelled): string | undefined {
    const { first, others } = namesIn(this.#chosen(label, 'several'));
    if (others.length > 0) this.reading.note(label.from, { type: 'assists', names: others });
    return first;
  }

  #time(label: Labelled): SaidTime {
    const given = this.#chosen(label, 'several');
    const time = { ...timeIn(given, this.reading.year), said: given };
    if (time.unclear) this.reading.note(label.from, { type: 'date-unclear', text: given });
    else if (time.yearAssumed && time.date)
      this.reading.note(label.from, { type: 'year-assumed', text: given, date: time.date });
    return time;
  }

  #kind(label: Labelled): ItemKind | undefined {
    const given = this.#chosen(label, 'one');
    const { kind } = timeIn(given);
    if (kind === undefined && given !== '') this.reading.note(label.from, { type: 'left-out', text: given });
    return kind;
  }

  #fields(steps: readonly Node[]): Partial<DraftItem> {
    const named = (field: 'leader' | 'handler' | 'acceptor') => {
      const label = this.#labelOfItem(field, steps);
      const name = label && this.#names(label);
      return name === undefined ? {} : { [field]: name };
    };
    const kindLabel = this.#labelOfItem('kind', steps);
    const timeLabel = this.#labelOfItem('deadline', steps);
    const time = timeLabel && this.#time(timeLabel);
    const kind = (kindLabel && this.#kind(kindLabel)) ?? time?.kind;
    const secrecy = this.#labelOfItem('classified', steps);
    const classified = secrecy !== undefined && this.#isClassified(secrecy);
    if (classified) this.reading.note(secrecy.from, { type: 'classified', text: this.#take(secrecy) });
    return {
      ...(kind && { kind }),
      ...(classified && { classified: true as const }),
      ...named('leader'),
      ...this.#sections(steps),
      ...named('handler'),
      ...named('acceptor'),
      ...dueBy(time),
      ...this.#about(steps),
    };
  }

  /** Who does the work, and who assists: the sections beside the first, and those of a label of their own. */
  #sections(steps: readonly Node[]): Partial<DraftItem> {
    const label = this.#labelOfItem('section', steps);
    const { first: section, others } = label ? namesIn(this.#chosen(label, 'several')) : { others: [] };
    if (label && others.length > 0) this.reading.note(label.from, { type: 'assists', names: others });
    const helping = this.#labelOfItem('assistants', steps);
    const helpers = helping ? allNamesIn(this.#chosen(helping, 'several')) : [];
    if (helping && helpers.length > 0) this.reading.note(helping.from, { type: 'assists', names: helpers });
    const assisting = [...new Set([...others, ...helpers])].filter((name) => name !== section);
    return {
      ...(section !== undefined && { section }),
      ...(this.isItem && assisting.length > 0 && { assisting }),
    };
  }

  /** Paragraphs stay: a cause may be a list. */
  #paragraphs(label: Labelled): string {
    this.reading.coverage.use(label.from, label.to);
    const lines = this.reading.text.text.slice(label.valueFrom, label.to).split('\n');
    return lines
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .join('\n')
      .replace(/[;；]$/, '');
  }

  /** What the item is about. A sub-item becomes a measure, which is about nothing of its own: what it says stays open. */
  #about(steps: readonly Node[]): AboutItem {
    const item: AboutItem = {};
    if (!this.isItem) return item;
    const labelOf = (field: SourceField): Labelled | undefined => {
      const label = this.#labelOfItem(field, steps);
      return label && (label.from < this.node.ownTo || steps.length > 0) ? label : undefined;
    };
    const notes = addAbout(item, {
      fresh: (field) => {
        const label = labelOf(field);
        if (!label || (field === 'page' && !labelOf('source'))) return undefined;
        if (field === 'cause' || field === 'goal') return this.#paragraphs(label);
        return field === 'priority' ? this.#chosen(label, 'one') : this.#take(label);
      },
      heading: (field) => {
        const label = labelOf(field);
        return (
          label && trimmedStep(this.reading.text.words(label.from, label.valueFrom)).replace(/[:：]$/, '')
        );
      },
    });
    for (const note of notes) this.reading.note(labelOf('priority')?.from ?? this.node.from, note);
    return item;
  }
}
