import type { CivilDate } from '../../domain/calendar/civil';
import type { Proposal } from '../../domain/ladder/rung';
import { blank, office } from '../paper-text';
import type { Addressees } from './case';

/** Rungs for which a letter can be drawn up. Accountability is proposed to oversight, never written by machine. */
export const LETTER_RUNGS = ['urging-letter', 'talk'] as const satisfies readonly Proposal[];
export type LetterRung = (typeof LETTER_RUNGS)[number];

type LetterForm = {
  /** The name of such a paper, and of its file. */
  name: string;
  title: (problem: string) => string;
  /** What is asked for, and by when: a gap where no day is given. */
  ask: (to: Addressees, until: CivilDate | undefined) => string;
};

const dayOr = (until: CivilDate | undefined): string =>
  until === undefined ? blank('年月日') : office.date.day(until);

export const LETTER_FORMS: Record<LetterRung, LetterForm> = {
  'urging-letter': {
    name: '督办函',
    title: (problem) => `关于抓紧整改${problem}的督办函`,
    ask: ({ section, leader }, until) =>
      [
        `请${leader}同志督促${section}抓紧办理，于${dayOr(until)}前办结，备齐佐证材料并申请销号。`,
        '因客观原因届时仍不能办结的，请书面说明原因、已有进展和预计办结的日期。',
      ].join(''),
  },
  talk: {
    name: '约谈通知',
    title: (problem) => `关于就${problem}整改情况约谈的通知`,
    ask: ({ leader, handler }, until) =>
      [
        `现定于${dayOr(until)}${blank('时间')}在${blank('地点')}，由${blank('约谈人')}就该项整改情况进行约谈，`,
        `请${leader}、${handler}同志参加，并书面准备超期原因、已有进展和下一步措施。`,
      ].join(''),
  },
};
