/** The commands that can wait for a second signature. */
export const TWO_SIGNED = ['propose-key', 'amend', 'undo-import'] as const;
export type TwoSignedType = (typeof TWO_SIGNED)[number];
