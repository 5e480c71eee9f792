import tseslint from 'typescript-eslint';

/**
 * The rooms of the house and which way the arrows go (docs/architecture.md):
 * each room may import only the rooms named for it.
 */
const rooms = ['domain', 'store', 'workflows', 'activities', 'worker', 'client'];
const maySee = {
  domain: [],
  store: ['domain'],
  workflows: ['domain'],
  activities: ['store', 'workflows', 'domain'],
  worker: ['activities', 'workflows', 'store', 'domain'],
  client: ['workflows', 'store', 'domain'],
};
/** Code that must give the same answer on every replay: no clock, no files, no network. */
const pure = ['domain', 'workflows'];

const wall = (room) => {
  const closed = rooms.filter((other) => other !== room && !maySee[room].includes(other));
  const patterns = closed.map((other) => ({
    regex: `^(\\.{1,2}/)+${other}(/|$)`,
    message: `${room}/ may not see ${other}/.`,
    allowTypeImports: room === 'workflows' && other === 'activities',
  }));
  if (pure.includes(room))
    patterns.push({ group: ['node:*'], message: `${room}/ is pure: no Node modules.` });
  if (room === 'domain')
    patterns.push({ group: ['@temporalio/*'], message: 'domain/ knows nothing of Temporal.' });
  return {
    files: [`${room}/**/*.ts`],
    ignores: ['**/*.test.ts'],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
  };
};

const noClock = {
  files: pure.map((room) => `${room}/**/*.ts`),
  ignores: ['**/*.test.ts'],
  rules: {
    'no-restricted-globals': [
      'error',
      'Buffer',
      'process',
      'crypto',
      'fetch',
      'setTimeout',
      'setInterval',
      'Intl',
    ],
    'no-restricted-properties': [
      'error',
      { object: 'Math', property: 'random' },
      { object: 'Date', property: 'now', message: 'Take the instant as an argument.' },
    ],
  },
};

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'coverage/', '.rectify/'] },
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      'no-console': 'error',
      'max-lines': ['error', 399],
    },
  },
  ...rooms.map(wall),
  noClock,
);
