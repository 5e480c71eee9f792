import { Coverage } from './coverage';
import { yearIn } from '../deadline';
import { declaredIn } from './declared';
import type { Declared, DraftCategory, DraftItem, Note, NoteDetail } from '../draft';
import { type Group, groupsOf } from './item-level';
import { type Node, outlineOf } from './outline';
import { PageText } from './page-text';
import { ItemReader, type TextReading } from './read-item';
import type { SourceLine } from '../source';
import { tailOf } from './tail';

export type TextDraft = {
  categories: DraftCategory[];
  declared: Declared;
  /** The line that declares. */
  declaredAt?: number;
  notes: Note[];
};

/** Longer, or with a sentence in it, a heading goes on with other words. */
const LONGEST_TITLE = 80;

const titleSpan = (text: PageText, { from, ownTo }: Node): number => {
  const own = text.folded.slice(from, ownTo);
  if (own.trim().length <= LONGEST_TITLE && !/[。;:!?]./.test(own.trim().replaceAll('\n', ''))) return ownTo;
  const end = own.trimStart().search(/[。;:!?\n]/);
  return end < 0 ? ownTo : from + (own.length - own.trimStart().length) + end;
};

const readTitle = ({ text, coverage }: TextReading, heading: Node): string => {
  const to = titleSpan(text, heading);
  coverage.use(heading.mark.from, to);
  return text.words(heading.from, to).replace(/(?<![\s。.；;：:，,])[\s。.；;：:，,]+$/, '');
};

/** By the marks where they go on; else by place, so that no number stands twice. */
const inTurn = <T extends { no: number }>(all: readonly T[]): T[] => {
  const rises = all.every(({ no }, index) => no > (all[index - 1]?.no ?? 0));
  return rises ? [...all] : all.map((one, index) => ({ ...one, no: index + 1 }));
};

/** The end of the text of the last item is where the afterword begins. */
const cutTail = (text: PageText, groups: readonly Group[]): void => {
  const last = groups.at(-1);
  const item = last?.items.at(-1) ?? last?.heading;
  const end = (node: Node, to: number): void => {
    node.to = Math.min(node.to, to);
    node.ownTo = Math.min(node.ownTo, to);
    const leaf = node.children.at(-1);
    if (leaf) end(leaf, to);
  };
  const leafOf = (node: Node): Node => {
    const leaf = node.children.at(-1);
    return leaf === undefined ? node : leafOf(leaf);
  };
  if (item) end(item, tailOf(text, leafOf(item).mark.from, item.to));
};

const itemsOf = (reading: TextReading, { heading, items, doubtful }: Group): DraftItem[] => {
  const nodes = items.length === 0 && heading ? [heading] : items;
  return inTurn(
    nodes.map((node) => {
      const item = new ItemReader(reading, node, true).read();
      if (doubtful) reading.note(node.mark.from, { type: 'not-a-problem', text: item.problem });
      return items.length === 0 ? { ...item, no: 1 } : item;
    }),
  );
};

const categoryOf = (reading: TextReading, group: Group): DraftCategory => {
  const { heading } = group;
  const title = heading === undefined ? '' : readTitle(reading, heading);
  return { no: heading?.mark.no ?? 1, title, items: itemsOf(reading, group) };
};

/** The categories, items, sub-items and measures of a running text, and every line that is none of them. */
export const draftOfText = (lines: readonly SourceLine[]): TextDraft => {
  const text = new PageText(lines);
  const outline = outlineOf(text);
  const coverage = new Coverage(text);
  const notes: Note[] = [...outline.notes];
  const note = (at: number, detail: NoteDetail) => void notes.push({ line: text.lineAt(at), ...detail });
  const groups = groupsOf(text, outline.nodes);
  cutTail(text, groups);
  const reading: TextReading = { text, coverage, note, year: yearIn(text.folded) };
  const categories = inTurn(groups.map((group) => categoryOf(reading, group)));
  const declaration = declaredIn(text.folded, (at) => !coverage.has(at));
  return {
    categories,
    declared: declaration?.declared ?? {},
    ...(declaration && { declaredAt: text.lineAt(declaration.at) }),
    notes: [...notes, ...coverage.rest()],
  };
};
