import { numberedEvidence, type NumberedEvidence } from '../../../domain/evidence/versions';
import { moneyIn } from '../../../domain/item/result-kind';
import { resultsOf } from '../../../domain/item/results';
import type { DroppedMeasure, Measure } from '../../../domain/item/state';
import { sizeText } from '../../../base/size';
import { html, type Markup } from '../../../base/markup';
import type { Roster } from '../../../domain/round/roster';
import { evidencePath, type ItemRecord } from '../record';
import { type Cell, code, deed, facts, section, table, unbroken, who, written, yuan, zh } from './parts';

const EVIDENCE = ['号', '佐证材料', '生效日期', '提交', '大小和类型', 'SHA-512'] as const;

/** Which version a file is of: an older one stays in the bag, and is marked. */
const versionOf = ({ replaces, replacedBy, withdrawn }: NumberedEvidence): Markup | undefined => {
  if (withdrawn) return html` <span class="old">已撤回，原因：${written(withdrawn.reason)}</span>`;
  if (replacedBy !== undefined)
    return html` <span class="old">旧版，已由 ${String(replacedBy)} 号替换</span>`;
  return replaces === undefined ? undefined : html` 新版，替换 ${String(replaces)} 号`;
};

const evidenceRow = (file: NumberedEvidence, roster: Roster): Cell[] => [
  file.no,
  html`<a href="${evidencePath(file, file.no - 1)}">${written(file.title)}</a>${versionOf(file)}`,
  unbroken(file.effectiveDate),
  deed(file, roster),
  `${sizeText(file.size)}\n${file.mediaType}`,
  code(file.sha512),
];

const outcomeOf = ({ completed }: Measure, roster: Roster): [string, Cell][] => {
  if (!completed) return [['完成情况', '未完成']];
  const { result, recoveredFen, regulation } = completed;
  return [
    ['完成情况', result],
    ['完成', deed(completed, roster)],
    ['追缴金额', recoveredFen === undefined ? undefined : yuan(recoveredFen)],
    ['制度成果', regulation],
  ];
};

/** What became of a measure that the plan no longer has. */
const droppedOf = (measure: Measure | DroppedMeasure, roster: Roster): [string, Cell][] =>
  'dropped' in measure
    ? [
        ['取消', deed(measure.dropped, roster)],
        ['取消原因', measure.dropped.reason],
      ]
    : outcomeOf(measure, roster);

const measureOf = (measure: Measure | DroppedMeasure, { state, context: { roster } }: ItemRecord): Markup => {
  const { no, kind, text, owner, deadline, progress } = measure;
  const files = numberedEvidence(state.evidence)
    .filter((file) => file.measure === no)
    .map((file) => evidenceRow(file, roster));
  return html`<h3>${`措施 ${no} · ${zh.measureKind[kind]}${'dropped' in measure ? '（已取消）' : ''}`}</h3>
    ${facts([
      ['措施内容', text],
      ['责任人', owner === undefined ? undefined : who(owner, roster)],
      ['时限', deadline],
      ['进展', progress?.text],
      ['报告', progress && deed(progress, roster)],
      ['原定时限', measure.originalDeadline],
      ...droppedOf(measure, roster),
    ])}
    ${files.length === 0 ? html`<p>没有佐证材料。</p>` : table(EVIDENCE, files)}`;
};

/** Every measure with its result and its evidence. */
export const measures = (record: ItemRecord): Markup | undefined =>
  section(
    '整改措施与佐证材料',
    [...record.state.measures, ...(record.state.dropped ?? [])].map((measure) => measureOf(measure, record)),
  );

/** What an item has brought back together: its measures, and the results recorded, if any were. */
export const recovered = ({ state }: ItemRecord): number | undefined => {
  if (state.results) return moneyIn(resultsOf(state)) || undefined;
  const sums = state.measures.flatMap(({ completed }) => completed?.recoveredFen ?? []);
  return sums.length === 0 ? undefined : sums.reduce((sum, fen) => sum + fen, 0);
};
