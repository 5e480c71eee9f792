import type { Language } from '../../domain/round/roster';
import type { Replayed } from './replay-open';

/** What was found of the workflows of one type, of which so many are open. */
export type OfType = Replayed & { type: string; open: number };

/** Whether a build can go on with what is open. `nothing`: none was there to ask. */
export type Verdict = 'go' | 'no' | 'nothing';

export const verdictOn = (all: readonly OfType[]): Verdict => {
  if (all.some(({ failures }) => failures.length > 0)) return 'no';
  return all.every(({ replayed }) => replayed === 0) ? 'nothing' : 'go';
};

type Words = {
  ofType: (found: OfType) => string;
  some: string;
  verdict: Record<Verdict, string>;
};

const WORDS: Record<Language, Words> = {
  'zh-CN': {
    ofType: ({ type, open, replayed, notBegun, gone, failures }) =>
      `${type}：在办 ${open}，已重放 ${replayed}，不符 ${failures.length}，尚未开始 ${notBegun}，其间结束 ${gone}`,
    some: '在办的较多，只抽查了一部分；要全部重放，用 --most 加大数量。',
    verdict: {
      go: '可以部署：重放的工作流在本构建中都能接续办理。',
      no: '不能部署：上列工作流在本构建中无法接续办理。',
      nothing: '没有可重放的工作流。请确认 TEMPORAL_ADDRESS、TEMPORAL_NAMESPACE 和 TASK_QUEUE。',
    },
  },
  en: {
    ofType: ({ type, open, replayed, notBegun, gone, failures }) =>
      `${type}: ${open} open, ${replayed} replayed, ${failures.length} failed, ${notBegun} not begun, ${gone} ended meanwhile`,
    some: 'More are open than were replayed; --most says how many of each type.',
    verdict: {
      go: 'GO: what was replayed goes on with this build.',
      no: 'NO: the workflows above cannot go on with this build.',
      nothing: 'Nothing to replay. Check TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE and TASK_QUEUE.',
    },
  },
};

/** The report on a build, for a person: each workflow that fails, numbers by type, and the verdict last. */
export const reportOn = (build: string, all: readonly OfType[], language: Language): string => {
  const words = WORDS[language];
  const failures = all.flatMap((found) => found.failures);
  const isSample = all.some(({ open, replayed, notBegun, gone }) => replayed + notBegun + gone < open);
  return [
    build,
    ...failures.map(({ workflowId, why }) => `✗ ${workflowId}: ${why}`),
    ...all.map(words.ofType),
    ...(isSample ? [words.some] : []),
    words.verdict[verdictOn(all)],
  ].join('\n');
};
