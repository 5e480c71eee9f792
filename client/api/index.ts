export { connect } from './connection';
export { NotFound, Refused, RoundExists, Unreachable } from './errors';
export { type Imported, Rectify } from './rectify';
