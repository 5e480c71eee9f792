import { chineseNumeral } from '../base/numeral';
import { doubtText } from '../domain/plan/doubt';
import { words } from '../domain/language';
import type { Draft, DraftItem, DraftMeasure, DraftPerson, RoundFact } from './draft';
import { keysText } from './key-text';
import { measuresOf } from './measures-of';
import { allNamesIn } from './names';
import { priorityText } from './plan-about';
import { PlanPeople } from './plan-people';
import { problemIn } from './table/cell-text';
import { type ITEM_COLUMNS, officeName, type ROSTER_COLUMNS } from './table/template-sheets';
import { readSteps } from './text/step';

type Column = (typeof ITEM_COLUMNS)[number] | 'classified';
type OfMeasure = 'measures' | 'measure-kind' | 'measure-owner' | 'measure-deadline';
type Cells<C extends string> = Partial<Record<C, string>>;

/** What stands in our template: an item takes a row for each measure, what it says once is merged over them. */
export type TemplateContent = {
  items: { once: Cells<Exclude<Column, OfMeasure>>; measures: Cells<OfMeasure>[] }[];
  roster: Cells<keyof typeof ROSTER_COLUMNS>[];
  facts: Partial<Record<RoundFact, string>>;
  /** Whether there is a column for what is classified, so that the import refuses it. */
  isClassified: boolean;
};

const said = words('zh-CN');

/** The first of several ways to write something that is read as it is meant; the plain one where none is. */
const readAs = (ways: readonly string[], isMeant: (way: string) => boolean): string =>
  ways.find(isMeant) ?? ways[0] ?? '';

/** One step, whatever marks and semicolons are in it. */
const stepCell = (text: string, no: number): string =>
  readAs([text, `${no}. ${text}`, `1. ${text}`, `一是${text}`, `（1）${text}`], (way) => {
    const { lead, steps } = readSteps(way);
    return lead === '' && steps.length === 1 && steps[0] === text;
  });

const problemCell = (problem: string, no: number): string =>
  problem === ''
    ? ''
    : readAs([problem, `${no}. ${problem}`, `${no}. “${problem}”`], (way) => problemIn(way) === problem);

/** A doubtful date stands with its doubt, which is read again. */
const dayCell = ({ deadline, doubt }: Pick<DraftMeasure, 'deadline' | 'doubt'>): string =>
  doubt === undefined ? (deadline ?? '') : doubtText({ value: deadline ?? '', said: doubt });

const aboutCells = ({ cause, goal, priority, tags = [], source }: DraftItem) => ({
  cause: cause ?? '',
  goal: goal ?? '',
  priority: priorityText(priority) ?? '',
  tags: tags.join('、'),
  source: source?.document ?? '',
  page: source?.page ?? '',
});

class Filling {
  readonly #people: PlanPeople;

  constructor(private readonly draft: Draft) {
    this.#people = new PlanPeople(draft);
  }

  /** By name where that is surely read as this person, else by id; who is not surely known, as written. */
  #person(name: string | undefined): string {
    if (name === undefined || this.#people.meantBy(name).length > 0) return name ?? '';
    const id = this.#people.id(name);
    const person = this.#people.all.find((one) => one.id === id && (one.id !== '' || one.name === name));
    const own = person?.name ?? name;
    const isOnly = this.#people.all.filter((one) => one.name === own || one.id === own).length === 1;
    return isOnly && allNamesIn(own).join() === own ? own : id;
  }

  #measure({ text, kind, owner, ...time }: DraftMeasure, index: number): Cells<OfMeasure> {
    return {
      measures: stepCell(text, index + 1),
      'measure-kind': kind === undefined ? '' : said.measureKind[kind],
      'measure-owner': this.#person(owner),
      'measure-deadline': dayCell(time),
    };
  }

  #item(item: DraftItem, category: Draft['categories'][number]): TemplateContent['items'][number] {
    const { problem, kind, leader, section, assisting = [], handler, acceptor, classified } = item;
    const measures = measuresOf(item).map((measure, index) => this.#measure(measure, index));
    return {
      once: {
        no: `${category.no}.${item.no}`,
        category: `（${chineseNumeral(category.no)}）${category.title}`,
        problem: problemCell(problem, item.no),
        kind: kind === undefined ? '' : said.itemKind[kind],
        leader: this.#person(leader),
        section: section ?? '',
        assistants: assisting.join('、'),
        handler: this.#person(handler),
        acceptor: this.#person(acceptor),
        deadline: dayCell(item),
        ...aboutCells(item),
        ...(classified && { classified: '是' }),
      },
      measures: measures.length === 0 ? [{}] : measures,
    };
  }

  #row({ id, name, address, section, superior, deputies = [], office, keys = [] }: DraftPerson) {
    return {
      id,
      name,
      address: address ?? '',
      section: section ?? '',
      superior: this.#person(superior),
      deputies: deputies.map((deputy) => this.#person(deputy)).join('、'),
      office: office === undefined ? '' : officeName(office),
      keys: keysText(keys),
    };
  }

  content(): TemplateContent {
    const { categories, facts } = this.draft;
    const items = categories.flatMap((category) => category.items.map((item) => this.#item(item, category)));
    return {
      items,
      roster: this.#people.all.map((person) => this.#row(person)),
      facts,
      isClassified: items.some(({ once }) => once.classified !== undefined),
    };
  }
}

/** Our template as a draft fills it in: read again, it gives the same plan, with the same doubts and gaps. */
export const filledTemplate = (draft: Draft): TemplateContent => new Filling(draft).content();
