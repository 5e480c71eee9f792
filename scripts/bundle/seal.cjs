const isPlain = (value) => {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype || prototype === Array.prototype;
};

const freeze = (value) => {
  if (!isPlain(value) || Object.isFrozen(value)) return;
  Object.freeze(value);
  // An accessor has no value; what it computes belongs to who asks.
  for (const { value: part } of Object.values(Object.getOwnPropertyDescriptors(value))) freeze(part);
};

/**
 * Runs at the end of a module that all workflows of a worker share: the plain objects and arrays that it exports are
 * frozen throughout, so that a workflow that would leave something in them fails instead of telling it to the others.
 * Instances of classes, such as schemas, are left as they are.
 */
module.exports = (exported) => {
  for (const value of Object.values(exported)) freeze(value);
  return Object.freeze(exported);
};
