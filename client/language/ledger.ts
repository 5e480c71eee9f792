import type { Language } from '../../domain/round/roster';

export interface LedgerVerbWords {
  output: string;
  format: string;
  written: (path: string, items: number, lines: number) => string;
}

export const LEDGER: Record<Language, LedgerVerbWords> = {
  'zh-CN': {
    output: '写入的文件，已有的不覆盖（默认为当前文件夹中的“台账-轮次-日期”）',
    format: '格式：xlsx、csv 或 json（默认看文件名，没有文件名则为 xlsx）',
    written: (path, items, lines) => `台账已写入 ${path}：${items} 个事项，${lines} 项措施`,
  },
  en: {
    output: 'the file to write; nothing is overwritten (default: ledger-ROUND-DATE in the folder you are in)',
    format: 'xlsx, csv or json (default: as the file is named, else xlsx)',
    written: (path, items, lines) => `The ledger is in ${path}: ${items} items, ${lines} measures`,
  },
};
