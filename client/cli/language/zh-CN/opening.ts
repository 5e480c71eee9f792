import type { OpeningWords } from '../words/opening';

export const OPENING: OpeningWords = {
  waiting: (round, people, until) =>
    `轮次 ${round} 尚未启动：须在 ${until} 前由 ${people.join(' 或 ')} 会签（rectify countersign）。`,
  proposed: (round, items, by, until) =>
    `轮次 ${round}（${items} 项）已由 ${by} 签名，须在 ${until} 前会签，目前没有交办任何事项。`,
  toCountersign: (round, as) => as.map((person) => `  rectify countersign ${round} --as ${person}`),
  unchecked: (round) =>
    `轮次 ${round} 的启动签名还没有 worker 核验，尚未交办。一直如此的，请运维人员运行 rectify doctor。`,
  items: (items, people) => `${items} 项，${people} 人`,
  firstDeadlines: '最早的时限',
  genesis: '全部内容的指纹',
  signedBy: '已签名',
  pins: '整改办、主要负责人、派驻纪检组的公钥',
  question: (round) => `会签以启动轮次 ${round}？`,
  opened: (round) => `轮次 ${round} 已启动，正在交办各事项。`,
  key: {
    waiting: ({ round, person, kid }, people, until) =>
      `轮次 ${round}：${person} 的新公钥 ${kid} 待 ${people.join('或 ')} 在 ${until} 前会签（rectify countersign）。`,
    counts: ({ round, person, kid }, from) =>
      `轮次 ${round}：${person} 的新公钥 ${kid} 将于 ${from} 生效；不属实的，在此之前用 rectify revoke-key 作废。`,
    proposed: (people) => `须由 ${people.join('或 ')} 会签（rectify countersign），会签后满一个工作日生效`,
    person: '人员',
    fresh: '新公钥',
    current: '现有公钥',
    none: '没有可用的',
    proposedBy: '申请人',
    until: '会签截止',
    compare: '请当面或打电话向本人核对新公钥的指纹，无误再签。',
    question: (person) => `会签更换 ${person} 的公钥？`,
    signed: (person, from) => `${person} 的新公钥已会签，将于 ${from} 生效；此前原公钥照常有效。`,
  },
  trust: {
    head: { person: '人员', office: '职责', kid: '指纹（kid）', state: '' },
    state: { added: '新登记', kept: '已登记', other: '已登记，本方案中没有' },
    written: (file, added) => `已在 ${file} 登记 ${added} 个公钥`,
    unchanged: (file) => `${file} 中已有这些公钥。`,
    compare: '请逐一通过电话与本人核对指纹（本人运行 rectify whoami 可看到）。',
    others: '本方案中没有的公钥仍然有效，不再使用的请从文件中删去。',
  },
};
