import { dirname } from 'node:path';
import { shellWord } from '../../terminal/shell';
import type { Outcome } from '../../../demo/outcome';
import type { Addresses } from '../../../local/running';

/*
 * What to type next, in another terminal: the same in every language.
 */

const settings = ({ temporal, namespace, store }: Addresses): string[] => [
  `  export TEMPORAL_ADDRESS=${temporal} TEMPORAL_NAMESPACE=${namespace}`,
  `  export STORE=${store}`,
];

/** While a round is there to look at. */
export const toLookAt = (addresses: Addresses, round: string): string[] => [
  ...settings(addresses),
  `  export RECTIFY_ROUND=${round}`,
  '  npx rectify list',
  '  npx rectify show 3.2',
  '  npx rectify schedule 3.2',
];

/** When nothing has been imported yet. */
export const toBegin = (addresses: Addresses): string[] => [
  ...settings(addresses),
  '  npx rectify doctor',
  '  npx rectify init round --example',
  '  export RECTIFY_KEYS=round/keys',
  `  npx rectify trust ${shellWord(addresses.trust)} round/plan.yaml`,
  '  npx rectify import round/plan.yaml --as p13 --countersign-as p01',
];

/** When the demo is over; `keep` says what its option does. */
export const toTry = ({ bags }: Outcome, keep: string): string[] => [
  `  npx rectify verify ${dirname(bags.at(-1) ?? '')}`,
  '  npx rectify rehearse examples/round-2021/plan.yaml',
  `  npm run demo -- --keep      # ${keep}`,
];
