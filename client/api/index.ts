export { bindingToItem, bindingToRound } from './binding';
export type { Opener, SignOpening } from './opening';
export { connect } from './connection';
export {
  Ended,
  Forbidden,
  NamespaceUnready,
  NotBegun,
  NotFound,
  PeopleConflict,
  Refused,
  RoundExists,
  Unreachable,
} from './errors';
export { type Imported, Rectify } from './rectify';
