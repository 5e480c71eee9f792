/** What offices say of an item or a measure, in a column or after a label. */
export type SourceField =
  | 'no'
  | 'category'
  | 'problem'
  | 'kind'
  | 'measures'
  | 'leader'
  | 'section'
  | 'handler'
  | 'acceptor'
  | 'deadline'
  | 'revised-deadline'
  | 'assistants'
  | 'classified'
  | 'cause'
  | 'goal'
  | 'priority'
  | 'tags'
  | 'source'
  | 'page'
  | 'measure-kind'
  | 'measure-owner'
  | 'measure-deadline';

/** What tables say apart from problem and measures only in a column of its own: `原因分析及整改措施` is not one. */
export const ABOUT_FIELDS: ReadonlySet<SourceField> = new Set([
  'cause',
  'goal',
  'priority',
  'tags',
  'source',
  'page',
]);
