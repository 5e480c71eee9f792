export { inspectionRound } from './inspection-round';
export { mailbox } from './mailbox';
export { rectificationItem } from './rectification-item';
