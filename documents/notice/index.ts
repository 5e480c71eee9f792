export { figuresOfNotice, listedInNotice, type NoticeFigures } from './figures';
export { doubtsOfNotice, type FigureDoubt, type NotANotice, notANotice, type NoticeFigure } from './check';
export { noticeOf } from './notice';
