const path = require('node:path');

const ROOT = path.join(__dirname, '..', '..');
const FAILURES = path.join(ROOT, 'workflows', 'failure-converter.ts');
const WORKFLOWS = path.join(ROOT, 'workflows', 'index.ts');
const INTERCEPTORS = path.join(ROOT, 'workflows', 'interceptors.ts');

const sealed = (folders, ours) => ({
  test: /\.[jt]s$/,
  include: folders.map((folder) => path.join(ROOT, folder) + path.sep),
  enforce: 'pre',
  use: [{ loader: require.resolve('./sealing-loader.cjs'), options: { ours } }],
});

/** The SDK freezes its own modules. */
const ROOMS = ['base', 'domain', 'workflows'];
const PACKAGES = ['zod', '@noble', 'canonicalize', 'fflate'].map((name) => path.join('node_modules', name));

const withSealing = (config) => ({
  ...config,
  module: { ...config.module, rules: [...config.module.rules, sealed(ROOMS, true), sealed(PACKAGES, false)] },
});

/**
 * How the workflows are bundled. Every module is loaded once for all workflows of a worker, not for each, which took
 * 2.7 MiB and 40 ms. So no module may hold anything of a workflow: scripts/bundle/state.test.ts.
 */
const bundleOptions = () => ({
  workflowsPath: WORKFLOWS,
  failureConverterPath: FAILURES,
  preloadModules: [WORKFLOWS],
  workflowInterceptorModules: [INTERCEPTORS],
  webpackConfigHook: withSealing,
});

module.exports = { bundleOptions };
