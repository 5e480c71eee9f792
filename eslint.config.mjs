import tseslint from 'typescript-eslint';
import { ROOMS } from './scripts/rooms.cjs';

/** Rooms that must give the same answer on every replay: no clock, no chance. Their walls: .dependency-cruiser.cjs. */
const pure = Object.keys(ROOMS).filter((room) => ROOMS[room].pure);
const impure = Object.keys(ROOMS).filter((room) => !ROOMS[room].pure);

const noClock = {
  files: pure.map((room) => `${room}/**/*.ts`),
  ignores: ['**/*.test.ts', ...impure.map((room) => `${room}/**`)],
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
  noClock,
);
