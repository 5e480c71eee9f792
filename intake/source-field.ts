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
  | 'measure-kind'
  | 'measure-owner'
  | 'measure-deadline';
