/** 对外口径. What is withdrawn is published nowhere: it counts with the item that it was merged into. */
export const PUBLISHED = [
  'completed',
  'completed-sustained',
  'ongoing',
  'not-completed',
  'withdrawn',
] as const;
export type Published = (typeof PUBLISHED)[number];
