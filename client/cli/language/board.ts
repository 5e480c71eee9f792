import type { Language } from '../../../domain/round/roster';

/** What the CLI says of the board of a round. */
export interface BoardSaying {
  verb: string;
  output: string;
  written: (path: string) => string;
}

export const BOARD: Record<Language, BoardSaying> = {
  'zh-CN': {
    verb: '看板：一轮整改的全貌，一个可打印的网页',
    output: '写到哪个文件，不覆盖已有的（缺省为 看板-<轮次>-<日期>.html）',
    written: (path) => `已写入 ${path}，用浏览器打开即可，无需联网。`,
  },
  en: {
    verb: 'the board: a whole round on one page, to look at or to print',
    output: 'the file to write, never over an existing one (default: board-<round>-<date>.html)',
    written: (path) => `Written: ${path}. Any browser opens it, no network needed.`,
  },
};
