export { composeDigest, type Mail } from './digest';
