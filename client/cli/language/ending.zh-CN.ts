import type { EndingWords } from './ending-words';

export const ENDING: EndingWords = {
  verb: {
    'file-document': '收存反馈意见、方案、函件、约谈记录等文件',
    'publish-notice': '发布定稿的整改情况通报，数字须与台账一致',
    'close-round': '办结轮次并归档，不再受理指令',
  },
  file: '要收存的文件',
  option: {
    kind: '种类：反馈意见 feedback、整改方案 plan、函件 letter、约谈记录 talk、其他文件 other',
    title: '文件题名',
    number: '文号',
    date: '文件日期（YYYY-MM-DD，缺省为当天）',
    item: '所涉事项',
    closeNote: '办结说明',
  },
  filed: (kind, title) => `${kind}《${title}》`,
  figures: '台账现在的数字：',
  count: (items) => `${items} 项`,
  saysThis: (title) => `《${title}》，其中的数字与台账完全一致`,
  unfinished: ({ blanks, marked }) =>
    `这个文件还不像定稿：${[marked ? '标着“代拟稿”' : '', blanks > 0 ? `有 ${blanks} 处【】未填` : ''].filter(Boolean).join('，')}。`,
  closing: (items, documents, notices) =>
    `全部 ${items} 项已归档，收存文件 ${documents} 份，发布通报 ${notices} 次。`,
  forEver: '办结后写入轮次归档包，不再受理任何指令，事项也不能再重开。',
  documents: '文件',
  head: { no: '序号', kind: '种类', title: '题名', number: '文号', date: '日期', item: '事项' },
  closed: '办结',
  bag: '轮次归档包',
  pending: '正在写入',
};
