import { civilOf } from '../../domain/calendar/zone';
import { letterOf } from '../../documents/letter';
import { type ItemNumber, itemId } from '../../base/ids';
import type { Calendar } from '../../domain/calendar/calendar';
import type { Clock } from '../../domain/calendar/clock';
import { PaperNumber } from '../../domain/round/command';
import { pinnedKeysOf } from '../../domain/round/opening/trust';
import type { SignOpening } from '../api';
import { sign as signed } from '../keys';
import type { Stack } from '../local/stack';
import { pinKeys } from '../local/trust-file';
import type { RoundBag } from '../../domain/round/memory';
import { officialDocx } from '../../documents/files/official-docx';
import { come, handIn, officeOf, type Stage, tellRound } from './stage';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Numbers (文号) that the office gives in the drill. */
const LETTER = PaperNumber.parse('整改办〔2021〕1号');
const NOTICE = PaperNumber.parse('整改办〔2021〕2号');

/** Real seconds that the system has for what it does by itself: a proposal, passing on a command, a bag. */
const PATIENCE = 20;

/** Office and head open the round, by keys that are pinned first. */
export const openRound = async (
  { rectify, trustFile }: Pick<Stack, 'rectify' | 'trustFile'>,
  { plan, keys }: Pick<Stage, 'plan' | 'keys'>,
  calendar: Calendar,
  clock: Clock,
): Promise<void> => {
  const { bodyId, roster } = plan;
  if (bodyId === undefined) throw new TypeError('the plan of a drill names its body');
  await pinKeys(trustFile, bodyId, pinnedKeysOf(roster));
  const by = officeOf({ plan });
  const sign = [by, roster.head].map((person): SignOpening => {
    const key = keys.get(person);
    if (!key) throw new TypeError(`${person} has no key in this drill`);
    return (statement) => signed(statement, key, 'opening');
  });
  await rectify.importPlan(plan, calendar, clock, { by, sign });
};

/** Files what the round begins with: the feedback of the inspection, and the plan as it was imported. */
export const fileBeginnings = async (stage: Stage): Promise<void> => {
  const { plan, planText } = stage;
  const by = officeOf(stage);
  const feedback = `【演练】${plan.title}\n${plan.feedback} 向${plan.body}反馈巡察意见，问题 ${plan.items.length} 项。\n`;
  const papers = [
    { kind: 'feedback', text: feedback, title: '巡察反馈意见', mediaType: 'text/plain' },
    { kind: 'plan', text: planText, title: '整改方案', mediaType: 'application/yaml' },
  ] as const;
  for (const { kind, text, ...about } of papers)
    await tellRound(stage, { type: 'file-document', by, kind, file: await handIn(stage, text, about) });
};

/** The office issues the urging letter that the system has proposed, and files it as it was sent. */
export const sendLetter = async (stage: Stage, number: ItemNumber): Promise<void> => {
  const { rectify, plan } = stage;
  const by = officeOf(stage);
  const rung = 'urging-letter';
  const day = await come(
    'the proposal of a letter',
    async () => {
      const row = (await rectify.ledger(plan.round)).rows.find((one) => one.number === number);
      return row?.proposals.find((one) => one.rung === rung && one.outcome === undefined)?.day;
    },
    PATIENCE,
  );
  await tellRound(stage, { type: 'issue-proposal', by, item: number, rung, day, number: LETTER });
  const file = await handIn(stage, await letterFor(stage, number), {
    title: `督办函 ${LETTER}`,
    mediaType: DOCX,
  });
  await tellRound(stage, { type: 'file-document', by, kind: 'letter', file, number: LETTER, item: number });
};

/** The letter in Word, once the item has heard that it was issued. */
const letterFor = async ({ rectify, plan }: Stage, number: ItemNumber): Promise<Uint8Array> => {
  const { head, calendar, clock } = await rectify.ledger(plan.round);
  const view = await come(
    'the item to hear of its letter',
    async () => {
      const found = await rectify.item(itemId(plan.round, number));
      return found.state.proposals.some(({ outcome }) => outcome?.type === 'issued') ? found : undefined;
    },
    PATIENCE,
  );
  const { state, row, context, now } = view;
  const about = { head, calendar, clock, now, today: civilOf(now), row, planned: context.planned, state };
  return officialDocx(letterOf(about, { rung: 'urging-letter' }).paper);
};

/** The notice is published with the figures of the ledger, and the round is closed; gives its bag. */
export const publishAndClose = async (stage: Stage, notice: Uint8Array): Promise<RoundBag> => {
  const { rectify, plan } = stage;
  const by = officeOf(stage);
  const file = await handIn(stage, notice, { title: '巡察整改进展情况通报', mediaType: DOCX });
  const figures = (await rectify.totals(plan.round)).byPublished;
  await tellRound(stage, { type: 'publish-notice', by, file, number: NOTICE, figures });
  await tellRound(stage, { type: 'close-round', by, note: '全部事项已归档，通报已发布，本轮整改办结' });
  return come(
    'the bag of the round',
    async () => {
      const last = (await rectify.roundLog(plan.round)).at(-1)?.event;
      return last?.type === 'round-archived' ? last : undefined;
    },
    PATIENCE,
  );
};
