export type { Cell } from './cell';
export type { ColumnKey } from './columns';
export { figuresOfLedger } from './figures';
export { ledgerJson } from './json';
export { ledgerWords } from './language';
export { type LedgerColumn, type LedgerDocument, ledgerOf } from './ledger';
export type { LedgerCells, LedgerLine } from './line';
export { type Span, spansOf } from './spans';
export { recoveredOf, type Summary } from './summary';
