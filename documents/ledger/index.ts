export type { Cell } from './cell';
export type { ColumnKey } from './column';
export { figuresOfLedger } from './figures';
export { ledgerJson } from './json';
export {
  type LedgerCells,
  type LedgerColumn,
  type LedgerDocument,
  type LedgerLine,
  ledgerOf,
} from './ledger';
export { type Span, spansOf } from './spans';
export { recoveredOf, type Summary } from './summary';
export { LEDGER_WORDS } from './words';
