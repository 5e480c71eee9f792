export { composeMessage, type Message } from './compose';
export { inOrder } from './order';
export { reportName, wordedReport } from './report';
