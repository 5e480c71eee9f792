/** What a mail says of an item beside its label. `pressing`: the date that counts now. `list`: what the value sums up, a line each. */
export type Row = { label: string; value: string; pressing?: true; list?: string[] };
