import { type OpeningContent, genesisOf } from '../../domain/round/opening/content';
import { attempt } from '../compare';
import { hadOtherPolicy, OPENING_FILE, openingLacking, openingSigned } from '../opening';
import type { RoundFault } from './record-fault';
import type { RoundContent } from './read';

const lacking = ({ planImported, policy, log }: RoundContent): RoundFault[] => {
  if (!log) return [];
  const first = hadOtherPolicy(log) ? [planImported] : [planImported, { policy }];
  return first.some((one) => one?.policy?.identity === 'signed') ? openingLacking(log) : [];
};

/** Two people have opened the round, and have signed the plan as it was imported, with everything that it began with. */
export const roundOpened = (record: RoundContent): RoundFault[] => {
  const { round, planImported, people, opening, payload } = record;
  if (!payload.has(OPENING_FILE)) return lacking(record);
  if (!round || !planImported || !people || !opening) return [];
  const { items, ...head } = planImported;
  const { calendar, clock, namespace, nonce, genesis } = opening;
  const content = { head, items, calendar, clock, namespace, nonce } as unknown as OpeningContent;
  const isSame = attempt(() => genesisOf(content)) === genesis;
  return [
    ...(isSame ? [] : [{ type: 'opening-differs' as const, file: OPENING_FILE }]),
    ...openingSigned(opening, round.round, people),
  ];
};
