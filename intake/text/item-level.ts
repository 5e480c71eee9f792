import { grouped } from '../../base/grouped';
import type { Node } from './outline';
import type { PageText } from './page-text';
import { holdsNoProblems, statesProblem } from './signs';

type Placed = { node: Node; parent: Node | undefined; depth: number; signed: boolean };

/** Items that stand together, and the heading above them. */
export type Group = {
  heading: Node | undefined;
  items: Node[];
  /** Nothing but their place speaks for them. */ doubtful: boolean;
};

const ownWords = (text: PageText, { from, ownTo }: Node) =>
  text.folded.slice(from, Math.min(ownTo, from + 400)).trimStart();

const placedIn = (text: PageText, nodes: readonly Node[]): Placed[] => {
  const all: Placed[] = [];
  const visit = (node: Node, parent: Node | undefined, depth: number): void => {
    if (node.mark.style === 'words') return;
    all.push({ node, parent, depth, signed: statesProblem(ownWords(text, node)) });
    for (const child of node.children) visit(child, node, depth + 1);
  };
  for (const node of nodes) visit(node, undefined, 0);
  return all;
};

const shallowest = (placed: readonly Placed[]): number =>
  placed.reduce((least, { depth }) => Math.min(least, depth), Infinity);

/** Those of a depth that have problems below them, and how deep the first of those lie. */
const below = (all: readonly Placed[], depth: number): { parents: Set<Node>; depth: number } => {
  const parents = new Set<Node>();
  let next = Infinity;
  let above: Node | undefined;
  for (const one of all) {
    if (one.depth <= depth) above = one.depth === depth ? one.node : undefined;
    else if (one.signed && above !== undefined) {
      parents.add(above);
      next = Math.min(next, one.depth);
    }
  }
  return { parents, depth: next };
};

/** Whether headings of this depth are rather categories, with the items below. */
const leadsDeeper = (all: readonly Placed[], text: PageText, depth: number): number | undefined => {
  const here = all.filter((one) => one.depth === depth && one.signed);
  const { parents, depth: next } = below(all, depth);
  const share = here.filter(({ node }) => parents.has(node)).length / here.length;
  const framed = here.filter(({ node }) => ownWords(text, node).startsWith('针对')).length;
  const arabic = here.filter(({ node }) => node.mark.style === 'arabic').length;
  if (framed * 2 > here.length) return undefined;
  const needed = arabic * 2 > here.length ? (here.length > 1 ? 0.8 : 2) : 0.5;
  return share >= needed ? next : undefined;
};

/** The depth of the items: below the headings that lead to other problems. */
const depthOfItems = (all: readonly Placed[], text: PageText): number | undefined => {
  let depth = shallowest(all.filter(({ signed }) => signed));
  if (!Number.isFinite(depth)) return undefined;
  for (let next = leadsDeeper(all, text, depth); next !== undefined; next = leadsDeeper(all, text, depth))
    depth = next;
  return depth;
};

/** Where no words tell: below the headings, if there are any. */
const depthByPlace = (all: readonly Placed[]): number | undefined => {
  const arabic = shallowest(all.filter(({ node, depth }) => depth > 0 && node.mark.style === 'arabic'));
  if (Number.isFinite(arabic)) return arabic;
  return all.some(({ depth }) => depth === 1) ? 1 : undefined;
};

const groupsAt = (
  all: readonly Placed[],
  depth: number,
): { heading: Node | undefined; members: Placed[] }[] => {
  const here = all.filter((placed) => placed.depth === depth);
  return Array.from(
    grouped(here, ({ parent }) => parent),
    ([heading, members]) => ({ heading, members }),
  );
};

const titleSays = (text: PageText, node: Node | undefined) =>
  node !== undefined && holdsNoProblems(ownWords(text, node).split(/[\n。;:]/)[0] ?? '');

/** Headings beside the categories that are problems themselves, with no items below. */
const lonely = (all: readonly Placed[], depth: number, headings: ReadonlySet<Node | undefined>): Node[] => {
  const parents = new Set(all.filter(({ node }) => headings.has(node)).map(({ parent }) => parent));
  return all
    .filter((one) => one.depth === depth - 1 && one.signed && parents.has(one.parent))
    .filter(({ node }) => !headings.has(node) && node.children.every(({ mark }) => mark.style === 'words'))
    .map(({ node }) => node);
};

/** Which nodes of an outline are the items, with the headings that are their categories; in order. */
export const groupsOf = (text: PageText, nodes: readonly Node[]): Group[] => {
  const all = placedIn(text, nodes);
  const signedDepth = depthOfItems(all, text);
  const depth = signedDepth ?? depthByPlace(all);
  if (depth === undefined) return [];
  const doubtful = signedDepth === undefined;
  const groups = groupsAt(all, depth)
    .filter(({ heading, members }) => {
      const signs = members.filter(({ signed }) => signed).length;
      return doubtful
        ? !titleSays(text, heading)
        : signs * 2 >= members.length || (signs > 0 && !titleSays(text, heading));
    })
    .map(({ heading, members }): Group => ({ heading, items: members.map(({ node }) => node), doubtful }));
  const headings = new Set(groups.map(({ heading }) => heading));
  const alone = lonely(all, depth, headings).map((node): Group => ({
    heading: node,
    items: [],
    doubtful: false,
  }));
  const start = ({ heading, items }: Group) => (heading ?? items[0])?.mark.from ?? 0;
  return [...groups, ...alone].sort((a, b) => start(a) - start(b));
};
