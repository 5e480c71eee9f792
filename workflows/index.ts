export { checkpoint } from './checkpoint';
export { inspectionRound } from './inspection-round/workflow';
export { mailbox } from './mailbox/workflow';
export { rectificationItem } from './rectification-item/workflow';
