const { leanProto } = require('./lean-proto.cjs');

/**
 * What the verbs of every day load from packages: it goes into the program itself. As files of their own they were 380,
 * and finding and reading them took a fifth of the time of `rectify list`.
 */
const EVERYDAY = [
  '@grpc/grpc-js',
  '@noble/curves',
  '@noble/hashes',
  '@temporalio/client',
  '@temporalio/common',
  '@temporalio/envconfig',
  '@temporalio/proto',
  '@temporalio/workflow',
  'canonicalize',
  'commander',
  'fflate',
  'picocolors',
  'string-width',
  'zod',
];

/** What a package of every day names, but loads for services alone that are described in files. */
const NEVER_LOADED = ['@grpc/proto-loader'];

const packageOf = (specifier) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/** Packages stay outside of a program, except those named here and what they need themselves. */
const bundling = (packages) => ({
  name: 'bundling',
  setup({ onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ path, importer, kind }) => {
      if (kind === 'entry-point') return undefined;
      const name = packageOf(path);
      const isIn = /[\\/]node_modules[\\/]/.test(importer) || packages.includes(name);
      return isIn && !NEVER_LOADED.includes(name) ? undefined : { path, external: true };
    });
  },
});

/** How esbuild makes one file of a program and of the packages that are to go into it. */
const programOptions = ({ from, to, packages = [] }) => ({
  entryPoints: [from],
  outfile: to,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  // Code that V8 has kept knows nothing of an `import()` any more (bin/compiled.js); Node 20.19 can require all of them.
  supported: { 'dynamic-import': false },
  plugins: [bundling(packages), leanProto],
  sourcemap: true,
  sourcesContent: false,
  legalComments: 'linked',
  logLevel: 'warning',
});

module.exports = { EVERYDAY, packageOf, programOptions };
