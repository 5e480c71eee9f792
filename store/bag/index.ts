export { readFolder } from '../file/disk-folder';
export { readBagInfo } from './read';
export type { BagFault, BagReport } from './report';
export { verifyBag } from './verify';
export { type BagContent, writeBag } from './write';
