export type { Cell } from './cell';
export type { ColumnKey } from './column';
export { figuresOfLedger } from './figures';
export { ledgerJson } from './json';
export { type LedgerColumn, type LedgerDocument, ledgerOf } from './ledger';
export { type LedgerCells, type LedgerLine } from './line';
export { type Span, spansOf } from './spans';
export { recoveredOf, type Summary } from './summary';
export { LEDGER_WORDS } from './words';
