const SEAL = JSON.stringify(require.resolve('./seal.cjs'));
const ES_MODULE = /^(?:import|export)\b/m;

/**
 * A loader of webpack: has a module of ours sealed at its end, and the exports of a package frozen, but nothing in
 * them. The SDK, which freezes whatever is shared, goes no deeper where something is frozen already; it would break
 * zod, whose schemas bind their methods on first use.
 */
module.exports = function sealing(source, sourceMap) {
  const { ours } = this.getOptions();
  const ofPackage = `Object.freeze(${ES_MODULE.test(source) ? '__webpack_exports__' : 'module.exports'});`;
  const ending = ours ? `import __seal from ${SEAL}; __seal(__webpack_exports__);` : ofPackage;
  this.callback(null, `${source}\n;${ending}\n`, sourceMap);
};
