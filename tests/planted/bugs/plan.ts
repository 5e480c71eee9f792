import type { Bug } from '../bug';

export const PLAN: readonly Bug[] = [
  {
    name: 'leader-is-acceptor',
    file: 'domain/plan/people.ts',
    was: "  { side: 'acceptor', also: 'leader' },\n",
    is: '',
    breaks: 'A plan is imported in which the leader of an item is its acceptor: nobody can close it.',
  },
  {
    name: 'classified-imported',
    file: 'domain/plan/rules.ts',
    was: "item[key] === true || item[key] === '是'",
    is: 'item[key] === true',
    breaks: 'An item that its table marks 涉密: 是 is imported and mailed.',
  },
];
