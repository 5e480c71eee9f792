import { existsSync } from 'node:fs';
import path from 'node:path';
import { shellWord } from '../../terminal/shell';
import type { Outcome } from '../../../demo/outcome';
import type { Addresses } from '../../../local/running';

/*
 * What to type next, in another terminal: the same in every language.
 */

/** Where the command is: this file is bundled into `dist/`. */
const COMMAND = [
  path.join(__dirname, '../bin/rectify.js'),
  path.join(__dirname, '../../../../bin/rectify.js'),
];

/** The command for a terminal in any folder: `npx` would fetch a stranger's there, for that name is taken on npm. */
const command = (): string[] => {
  const found = COMMAND.find((file) => existsSync(file));
  return found === undefined ? [] : [`  alias rectify=${shellWord(shellWord(found))}`];
};

const settings = ({ temporal, namespace, store }: Addresses): string[] => [
  ...command(),
  `  export TEMPORAL_ADDRESS=${temporal} TEMPORAL_NAMESPACE=${namespace}`,
  `  export STORE=${store}`,
];

/** While a round is there to look at. */
export const toLookAt = (addresses: Addresses, round: string): string[] => [
  ...settings(addresses),
  `  export RECTIFY_ROUND=${round}`,
  '  rectify list',
  '  rectify show 3.2',
  '  rectify schedule 3.2',
];

/** When nothing has been imported yet. */
export const toBegin = (addresses: Addresses): string[] => [
  ...settings(addresses),
  '  rectify doctor',
  '  rectify init round --example',
  '  export RECTIFY_KEYS=round/keys',
  `  rectify trust ${shellWord(addresses.trust)} round/plan.yaml`,
  '  rectify import round/plan.yaml --as p13 --countersign-as p01',
];

/** When the demo is over; `keep` says what its option does. */
export const toTry = ({ bags }: Outcome, keep: string): string[] => [
  ...command(),
  `  rectify verify ${path.dirname(bags.at(-1) ?? '')}`,
  '  rectify rehearse examples/round-2021/plan.yaml',
  `  npm run demo -- --keep      # ${keep}`,
];
