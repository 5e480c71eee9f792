export { type Board, boardOf } from './board';
export { figuresOfBoard } from './figures';
export { boardPage } from './page/page';
