import { doubtText } from '../domain/plan/doubt';
import { oneLine } from '../base/safe-text';
import { words } from '../domain/language';
import {
  type Draft,
  type DraftItem,
  type DraftMeasure,
  type DraftKey,
  type Note,
  isDoubt,
  OFFICES,
  type OfficeOfPerson,
  type RoundFact,
} from './draft';
import { measuresOf } from './measures-of';
import { aboutLines } from './plan-about';
import { PlanPeople } from './plan-people';
import { scalar } from './scalar';

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

class PlanText {
  readonly #people: PlanPeople;

  constructor(
    private readonly draft: Draft,
    private readonly say: PlanTextWords,
  ) {
    this.#people = new PlanPeople(draft);
  }

  #open(key: string, hint = ''): string {
    return `${key}: # ${this.say.fill}${hint}`;
  }

  #value(key: string, text: string | undefined, hint?: string): string {
    return text === undefined || text === '' ? this.#open(key, hint) : `${key}: ${scalar(text)}`;
  }

  /** The id of a person; of one who is not surely known, whom it may mean, with the name as it was written. */
  #personValue(name: string): { value: string; names: string } {
    const meant = this.#people.meantBy(name);
    if (meant.length === 0) return { value: this.#people.id(name), names: name };
    const [only, ...others] = meant;
    const value = others.length === 0 ? (only?.id ?? '') : '';
    const names = meant.map((person) => `${person.name} ${person.id}`).join('、');
    return { value: scalar(doubtText({ value, said: name })), names };
  }

  #person(key: string, name: string | undefined): string {
    if (name === undefined) return this.#open(key);
    const { value, names } = this.#personValue(name);
    return `${key}: ${value} # ${names.replace(/\s+/g, ' ')}`;
  }

  #list(key: string, names: readonly string[]): string[] {
    return [
      `      ${key}:`,
      ...names.map((name) => {
        const { value, names: said } = this.#personValue(name);
        return `        - ${value} # ${said.replace(/\s+/g, ' ')}`;
      }),
    ];
  }

  /** What is missing in a key is for the plan to say. */
  #keys(keys: readonly DraftKey[]): string[] {
    const entries = keys.map((key) =>
      Object.entries(key).map(
        ([field, value], index) => `${index === 0 ? '-' : ' '} ${field}: ${scalar(value)}`,
      ),
    );
    return ['      keys:', ...entries.flat().map((line) => `        ${line}`)];
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
    const { problem, classified, kind, leader, section, assisting, handler, acceptor, deadline, doubt } =
      item;
    const fields = [
      this.#value('kind', kind && said.itemKind[kind]),
      this.#person('leader', leader),
      this.#value('section', section),
      ...(assisting === undefined ? [] : ['assisting:', ...assisting.map((name) => `  - ${scalar(name)}`)]),
      this.#person('handler', handler),
      this.#person('acceptor', acceptor),
      ...(deadline === undefined && doubt === undefined && kind === 'sustained'
        ? []
        : [this.#deadline(item, this.say.deadline)]),
      ...aboutLines(item, () => this.#open('document')),
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
    const people = this.#people.all.flatMap(({ id, name, address, section, superior, deputies, keys }) => [
      `    - ${this.#value('id', id)}`,
      `      name: ${scalar(name)}`,
      `      ${this.#value('address', address, this.say.address)}`,
      ...(section === undefined ? [] : [`      section: ${scalar(section)}`]),
      ...(superior === undefined ? [] : [`      ${this.#person('superior', superior)}`]),
      ...(deputies === undefined ? [] : this.#list('deputies', deputies)),
      ...(keys === undefined ? [] : this.#keys(keys)),
    ]);
    return [
      'roster:',
      ...(people.length === 0 ? [`  ${this.#open('people')}`] : ['  people:', ...people]),
      ...OFFICES.map((office) => `  ${this.#holders(office)}`),
      ...this.#contacts(),
    ];
  }

  #holders(office: OfficeOfPerson): string {
    const ids = this.draft.people.filter((person) => person.office === office).map(({ id }) => scalar(id));
    if (ids.length === 0) return this.#open(office);
    return office === 'head' || office === 'archivist'
      ? `${office}: ${ids.join(', ')}`
      : `${office}: [${ids.join(', ')}]`;
  }

  /** Each for their own section; one without a section is the contact of nothing. */
  #contacts(): string[] {
    const lines = this.draft.people.flatMap(({ id, section, office }) =>
      office === 'contacts' && section !== undefined ? [`    ${scalar(section)}: ${scalar(id)}`] : [],
    );
    return lines.length === 0 ? [] : ['  contacts:', ...lines];
  }

  #fact(fact: RoundFact): string {
    const given = this.draft.facts[fact];
    const isNumber = fact === 'year' && given !== undefined && /^\d+$/.test(given);
    return isNumber ? `${fact}: ${given}` : this.#value(fact, given);
  }

  /** Only those who sign open a round in the name of a body. */
  #needsBodyId(): boolean {
    const { bodyId, identity } = this.draft.facts;
    return bodyId !== undefined || identity !== 'claimed';
  }

  write(): string {
    const { categories, facts, notes } = this.draft;
    const items = categories.flatMap(({ no, title, items: own }, index) => [
      `  - ${this.#value('title', title)}`,
      ...this.#no(no, index, '    '),
      '    items:',
      ...own.flatMap((item, at) => this.#item(item, at)),
    ]);
    const ofBody = (['body', 'bodyId'] as const).filter((fact) => fact === 'body' || this.#needsBodyId());
    const round = (['round', 'title', ...ofBody, 'feedback', 'concentratedUntil'] as const).map((fact) =>
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
