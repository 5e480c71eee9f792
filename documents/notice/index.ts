export { figuresOfNotice, listedInNotice, type NoticeFigures } from './figures';
export { noticeOf } from './notice';
