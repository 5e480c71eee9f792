import { extname } from 'node:path';
import { type LedgerDocument, ledgerJson } from '../ledger';
import { ledgerCsv } from './ledger-csv';
import { ledgerWorkbook } from './ledger-xlsx';

export const LEDGER_FORMATS = ['xlsx', 'csv', 'json'] as const;
export type LedgerFormat = (typeof LEDGER_FORMATS)[number];

const CONTENT: Record<LedgerFormat, (ledger: LedgerDocument) => Promise<string | Uint8Array>> = {
  xlsx: ledgerWorkbook,
  csv: ledgerCsv,
  json: (ledger) => Promise.resolve(`${JSON.stringify(ledgerJson(ledger), null, 2)}\n`),
};

/** The content of a file with the ledger. */
export const ledgerContent = (ledger: LedgerDocument, format: LedgerFormat): Promise<string | Uint8Array> =>
  CONTENT[format](ledger);

/** The format that a file name says, if it says one. */
export const formatOf = (path: string): LedgerFormat | undefined => {
  const extension = extname(path).slice(1).toLowerCase();
  return LEDGER_FORMATS.find((one) => one === extension);
};
