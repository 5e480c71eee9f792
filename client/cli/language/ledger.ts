import type { Language } from '../../../domain/round/roster';

export interface LedgerVerbWords {
  output: string;
  format: string;
  written: (path: string, items: number, lines: number) => string;
}

export const LEDGER: Record<Language, LedgerVerbWords> = {
  'zh-CN': {
    output: '写到哪个文件，不覆盖已有的（缺省为 台账-<轮次>-<日期>.xlsx）',
    format: '格式：xlsx、csv 或 json（缺省看文件名，没有文件名则为 xlsx）',
    written: (path, items, lines) => `已写入 ${path}：${items} 个事项，${lines} 项措施`,
  },
  en: {
    output: 'the file to write, never over an existing one (default: ledger-<round>-<date>.xlsx)',
    format: 'xlsx, csv or json (default: as the file is named, else xlsx)',
    written: (path, items, lines) => `Written: ${path} (items: ${items}, measures: ${lines})`,
  },
};
