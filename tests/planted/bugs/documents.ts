import type { Bug } from '../bug';

export const DOCUMENTS: readonly Bug[] = [
  {
    name: 'money-rounded',
    file: 'documents/files/ledger-cells.ts',
    was: 'value: cell.fen / 100, format: MONEY',
    is: 'value: Math.round(cell.fen / 100), format: MONEY',
    breaks: 'The amounts of the Excel ledger lose their cents, and its sum differs from the notice.',
  },
  {
    name: 'formula-in-csv',
    file: 'documents/files/ledger-csv.ts',
    was: "const ACTIVE = /^[=+\\-@＝＋－＠\\t\\r\\n']/;",
    is: "const ACTIVE = /^[=+\\-＝＋－＠\\t\\r\\n']/;",
    breaks: 'A text that begins with @ is run as a formula by whoever opens the CSV.',
  },
];
