import type { Dossier } from '../dossier';
import type { OfficialPaper, Paragraph } from '../paper';
import { blank, dayIn, DRAFT_MARK, office, said, TITLE_LINE, titleOf } from '../paper-text';
import { totalsParagraphs } from './figures';
import { nextStepParagraphs } from './next-steps';
import { organisationParagraphs } from './organisation';
import { publishedCategories } from './published';
import { resultParagraphs } from './results';

/** A long title is parted after the name of the body, where its words part. */
const title = ({ head, clock }: Dossier): string => {
  const body = titleOf(said(head.body), clock);
  const rest = '关于巡察整改进展情况的通报';
  return `${body}${body.length + rest.length > TITLE_LINE ? '\n' : ''}${rest}`;
};

const opening = ({ head, today }: Dossier): Paragraph => ({
  part: 'body',
  text: [
    `${blank('起止日期')}，${blank('巡察组名称')}对${said(head.body)}开展了巡察，`,
    `并于${office.date.day(head.feedback)}反馈巡察意见。`,
    `本轮集中整改期至${office.date.day(head.concentratedUntil)}。`,
    `现将截至${office.date.day(today)}的整改进展情况通报如下。`,
  ].join(''),
});

const CONTACT: Paragraph = {
  part: 'body',
  text: `联系方式：对整改情况有意见建议的，可拨打电话${blank('号码')}，发邮件至${blank('邮箱')}，或来信寄${blank('地址、邮编')}。`,
};

/**
 * The draft of the progress notice (整改进展情况通报) of a round at this moment. What the round does not know
 * is left in 【】 for the clerk. It is a draft (代拟稿): only people sign and publish.
 */
export const noticeOf = (dossier: Dossier): OfficialPaper => {
  const { head, today, calendar, now } = dossier;
  const categories = publishedCategories(dossier);
  const saying = { day: dayIn(calendar), today };
  const heading = title(dossier);
  return {
    form: 'notice',
    title: heading.replace('\n', ''),
    at: now,
    paragraphs: [
      { part: 'title', text: heading },
      DRAFT_MARK,
      opening(dossier),
      { part: 'level1', text: '一、整改工作组织情况' },
      ...organisationParagraphs(dossier),
      { part: 'level1', text: '二、整改落实情况' },
      ...totalsParagraphs(dossier),
      ...resultParagraphs(categories, saying),
      { part: 'level1', text: '三、下一步工作安排' },
      ...nextStepParagraphs(categories, saying),
      CONTACT,
      { part: 'signature', text: said(head.body) },
      { part: 'date', text: office.date.day(today) },
    ],
  };
};
