export { composeMessage, type Message } from './compose';
export { inOrder } from './order';
export { wordedReport } from './report';
