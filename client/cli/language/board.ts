import type { Language } from '../../../domain/round/roster';

/** The name of the file of a board, where none is given; without its ending. */
export const BOARD: Record<Language, { file: (round: string, day: string) => string }> = {
  'zh-CN': { file: (round, day) => `看板-${round}-${day}` },
  en: { file: (round, day) => `board-${round}-${day}` },
};
