import type { AmendWords } from '../words/amend';

export const AMEND: AmendWords = {
  version: '方案版本',
  fileOf: (version, file) => [
    `整改方案第 ${version} 版。修改后提交：rectify amend ${file} --based-on ${version} --reason 原因`,
    '时限和人员以方案为准：批准的延期、退回时另定的时限、改派和接任的人员不在其中，公钥也不在其中。',
    '提交时只读事项；人员用 reassign、register-people，规则用 new-policy 调整。',
  ],
  written: (version, path) => `方案第 ${version} 版已写入 ${path}`,
  added: (version, from) => `方案第 ${version} 版增列${from === undefined ? '' : `，由 ${from} 拆分`}`,
  origin: '来历',
  adds: '增列',
  splitFrom: '拆分自',
  keeps: '维持原状',
  toCountersign: (people) => `待 ${people.join(' 或 ')} 会签（rectify countersign），会签后生效`,
  waiting: ({ round, command, items }, people, until) =>
    `轮次 ${round}：${command}（${items}）待 ${people.join(' 或 ')} 会签，截止 ${until}（rectify countersign）。`,
  conflict: (item, version, why) =>
    `${item} 未能按方案第 ${version} 版调整：${why}。请重新调整，或维持原状（rectify amend 事项 --keep --reason 原因）。`,
  by: '提出',
  until: '会签截止',
  reason: '原因',
  number: '文号',
  question: (command) => `会签（${command}）？`,
  signed: (command) => `已会签，${command}即时生效。`,
  title: '方案调整',
  of: (version, number, by, at) =>
    `第 ${version} 版${number === undefined ? '' : `（${number}）`}，${by}，${at}`,
};
