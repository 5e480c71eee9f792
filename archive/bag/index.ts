export { parseBagInfo } from './bag-info';
export { type BagContents, contentsOf } from './contents';
export { DECLARATION, INFO, PAYLOAD_MANIFEST } from './format';
export { parseManifest } from './manifest';
export { readBagInfo, readText } from './read';
export type { BagFault, BagReport } from './report';
export { tagManifestOf } from './tag-manifest';
export { verifyBag } from './verify';
export { type BagContent, writeBag } from './write';
