import { stringify } from 'yaml';
import { doubtText } from '../domain/plan/doubt';
import { oneLine } from '../base/safe-text';
import { words } from '../domain/language';
import {
  type Draft,
  type DraftItem,
  type DraftMeasure,
  type DraftPerson,
  type Note,
  isDoubt,
  OFFICES,
  type OfficeOfPerson,
  type RoundFact,
} from './draft';
import { RosterNames } from './roster-names';

/** What the text says around the plan, in the language of its writer. */
export type PlanTextWords = {
  /** Stands in each line that is still to be filled in. */
  fill: string;
  /** Comments above the plan. */
  head: readonly string[];
  address: string;
  /** A deadline may be left out on purpose. */
  deadline: string;
  /** After the mark, what the source says of a value that could not be read. */
  said: (text: string) => string;
  /** What else is doubtful, each as one line. */
  doubts: (notes: readonly Note[]) => readonly string[];
};

const said = words('zh-CN');

/** A text as a value of YAML on one line, whatever is in it. */
const scalar = (text: string): string => stringify(text, { lineWidth: 0, blockQuote: false }).trimEnd();

/** The people of the roster by id and by name; whoever is named only in the items gets a new id. */
class People {
  readonly #all: DraftPerson[];
  readonly #ids = new Map<string, string>();
  readonly #roster: RosterNames;

  constructor(people: readonly DraftPerson[]) {
    this.#all = [...people];
    this.#roster = new RosterNames(people);
    for (const { id, name } of people) this.#ids.set(name, id).set(id, id);
  }

  /** Whom a name may mean that is not, or not surely, in the roster. */
  meantBy(name: string): readonly DraftPerson[] {
    return this.#roster.meantBy(name) ?? [];
  }

  id(name: string): string {
    const known = this.#ids.get(name);
    if (known !== undefined) return known;
    let no = this.#all.length + 1;
    while (this.#ids.has(idOf(no))) no += 1;
    const id = idOf(no);
    this.#ids.set(name, id).set(id, id);
    this.#all.push({ id, name });
    return id;
  }

  get all(): readonly DraftPerson[] {
    return this.#all;
  }
}

const idOf = (no: number) => `p${String(no).padStart(2, '0')}`;

/** The measures of sub-items are those of their item, each under the number and problem of its own. */
const measuresOf = ({ measures, children = [] }: DraftItem): DraftMeasure[] => [
  ...measures,
  ...children.flatMap(({ no, problem, ...child }) =>
    measuresOf({ no, problem, ...child }).map((measure) => ({
      ...measure,
      text: `（${no}）${problem === '' ? '' : `${problem}：`}${measure.text}`,
    })),
  ),
];

class PlanText {
  readonly #people: People;

  constructor(
    private readonly draft: Draft,
    private readonly say: PlanTextWords,
  ) {
    this.#people = new People(draft.people);
  }

  #open(key: string, hint = ''): string {
    return `${key}: # ${this.say.fill}${hint}`;
  }

  #value(key: string, text: string | undefined, hint?: string): string {
    return text === undefined || text === '' ? this.#open(key, hint) : `${key}: ${scalar(text)}`;
  }

  #person(key: string, name: string | undefined): string {
    if (name === undefined) return this.#open(key);
    const meant = this.#people.meantBy(name);
    if (meant.length === 0) return `${key}: ${this.#people.id(name)} # ${name.replace(/\s+/g, ' ')}`;
    const [only, ...others] = meant;
    const value = others.length === 0 ? (only?.id ?? '') : '';
    const names = meant.map((person) => `${person.name} ${person.id}`).join('、');
    return `${key}: ${scalar(doubtText({ value, said: name }))} # ${names.replace(/\s+/g, ' ')}`;
  }

  /** A doubtful date stands with its doubt, so that no plan is taken before somebody has looked at it. */
  #deadline({ deadline, doubt }: Pick<DraftMeasure, 'deadline' | 'doubt'>, hint: string): string {
    if (doubt === undefined) return this.#value('deadline', deadline, hint);
    if (deadline === undefined) return this.#open('deadline', this.say.said(oneLine(doubt).slice(0, 60)));
    return `deadline: ${scalar(doubtText({ value: deadline, said: doubt }))}`;
  }

  #measure({ text, kind, owner, deadline, doubt }: DraftMeasure): string[] {
    const hasTime = deadline !== undefined || doubt !== undefined;
    return [
      `          - text: ${scalar(text)}`,
      `            ${this.#value('kind', kind && said.measureKind[kind])}`,
      ...(owner === undefined ? [] : [`            ${this.#person('owner', owner)}`]),
      ...(hasTime
        ? [
            `            ${this.#deadline({ ...(deadline && { deadline }), ...(doubt !== undefined && { doubt }) }, '')}`,
          ]
        : []),
    ];
  }

  /** As the source numbers it, where that is not its place. */
  #no(no: number, index: number, indent: string): string[] {
    return no === index + 1 ? [] : [`${indent}no: ${no}`];
  }

  #item(item: DraftItem, index: number): string[] {
    const { problem, classified, kind, leader, section, handler, acceptor, deadline, doubt } = item;
    const fields = [
      this.#value('kind', kind && said.itemKind[kind]),
      this.#person('leader', leader),
      this.#value('section', section),
      this.#person('handler', handler),
      this.#person('acceptor', acceptor),
      ...(deadline === undefined && doubt === undefined && kind === 'sustained'
        ? []
        : [this.#deadline(item, this.say.deadline)]),
    ];
    const measures = measuresOf(item);
    return [
      `      - ${this.#value('problem', problem)}`,
      ...this.#no(item.no, index, '        '),
      ...(classified ? ['        classified: true'] : []),
      ...fields.map((field) => `        ${field}`),
      ...(measures.length === 0 ? [`        ${this.#open('measures')}`] : ['        measures:']),
      ...measures.flatMap((measure) => this.#measure(measure)),
    ];
  }

  #roster(): string[] {
    const people = this.#people.all.flatMap(({ id, name, address, section, superior }) => [
      `    - ${this.#value('id', id)}`,
      `      name: ${scalar(name)}`,
      `      ${this.#value('address', address, this.say.address)}`,
      ...(section === undefined ? [] : [`      section: ${scalar(section)}`]),
      ...(superior === undefined ? [] : [`      ${this.#person('superior', superior)}`]),
    ]);
    return [
      'roster:',
      ...(people.length === 0 ? [`  ${this.#open('people')}`] : ['  people:', ...people]),
      ...OFFICES.map((office) => `  ${this.#holders(office)}`),
    ];
  }

  #holders(office: OfficeOfPerson): string {
    const ids = this.draft.people.filter((person) => person.office === office).map(({ id }) => scalar(id));
    if (ids.length === 0) return this.#open(office);
    return office === 'head' || office === 'archivist'
      ? `${office}: ${ids.join(', ')}`
      : `${office}: [${ids.join(', ')}]`;
  }

  #fact(fact: RoundFact): string {
    const given = this.draft.facts[fact];
    const isNumber = fact === 'year' && given !== undefined && /^\d+$/.test(given);
    return isNumber ? `${fact}: ${given}` : this.#value(fact, given);
  }

  write(): string {
    const { categories, facts, notes } = this.draft;
    const items = categories.flatMap(({ no, title, items: own }, index) => [
      `  - ${this.#value('title', title)}`,
      ...this.#no(no, index, '    '),
      '    items:',
      ...own.flatMap((item, at) => this.#item(item, at)),
    ]);
    const round = (['round', 'title', 'body', 'feedback', 'concentratedUntil'] as const).map((fact) =>
      this.#fact(fact),
    );
    const archive = (['fonds', 'year', 'organisation'] as const).map((fact) => this.#fact(fact));
    const retention = facts.retention === undefined ? [] : [this.#fact('retention')];
    const filed = ['archive:', ...[...archive, ...retention].map((line) => `  ${line}`)];
    const head = [...this.say.head, ...this.say.doubts(notes.filter(isDoubt))]
      .map((line) => `# ${oneLine(line)}`.trimEnd())
      .join('\n');
    const policy = facts.identity === undefined ? [] : [['policy:', `  ${this.#fact('identity')}`]];
    const parts = [round, filed, ...policy, this.#roster(), ['categories:', ...items]].map((lines) =>
      lines.join('\n'),
    );
    return `${[head, ...parts].join('\n\n')}\n`;
  }
}

/**
 * A plan (see `examples/round-2021/plan.yaml`) from a draft, to be completed: what the source did not say stands
 * open in it, so that `readPlan` names each such line. Sub-items become measures of their item, for a plan has none.
 */
export const planTextOf = (draft: Draft, say: PlanTextWords): string => new PlanText(draft, say).write();
