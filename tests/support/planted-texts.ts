import type { Plan } from '../../domain/plan/plan';
import { planOf } from './plans';

/** Texts that stand nowhere else, in every place where people write: `植入…` with a mark and a number, and addresses. */
export class PlantedTexts {
  readonly texts: string[] = [];

  constructor(private readonly mark: string) {}

  /** A new text, long enough for any statement. */
  text(): string {
    const text = `植入${this.mark}第${String(this.texts.length + 1)}处的文字`;
    this.texts.push(text);
    return text;
  }

  address(): string {
    const address = `planted-${encodeURIComponent(this.mark).slice(-2)}-${String(this.texts.length + 1)}@example.org`;
    this.texts.push(address);
    return address;
  }

  /** The plan of `planOf` with everything planted that a plan says of people, body and problem. */
  plan(given: Parameters<typeof planOf>[0]): Plan {
    const plan = planOf(given);
    const people = plan.roster.people.map((one) => ({
      ...one,
      name: this.text(),
      address: this.address(),
      section: this.text(),
    }));
    const items = plan.items.map((item) => ({
      ...item,
      category: this.text(),
      problem: this.text(),
      section: this.text(),
      measures: item.measures.map((measure) => ({ ...measure, text: this.text() })),
    }));
    return { ...plan, title: this.text(), body: this.text(), roster: { ...plan.roster, people }, items };
  }

  /** Those that are found in some bytes, as UTF-8. */
  foundIn(bytes: Buffer): string[] {
    return this.texts.filter((text) => bytes.includes(text));
  }
}
