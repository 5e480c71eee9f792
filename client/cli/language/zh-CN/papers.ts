import type { PaperWords } from '../words/papers';

export const PAPERS: PaperWords = {
  board: {
    written: (path) => `已写入 ${path}，用浏览器打开即可，无需联网。`,
  },
  ledger: {
    written: (path, items, measures) => `已写入 ${path}：${items} 个事项，${measures} 项措施`,
  },
  written: (path) => `已写入 ${path}`,
  draft: '这是代拟稿：请填写【】中的内容，核对后由人签发。',
  issued: '此件已签发，不再标“代拟稿”：请填写【】中的内容并核对。',
  next: {
    publish: '定稿后发布：rectify publish-notice <文件> --title 整改进展情况通报',
    issue: (item, letter) => `签发：rectify issue ${item} --rung ${letter} --number <文号>`,
    file: (item, letter, letterNumber = '<文号>') =>
      `收存签发件：rectify file-document <文件> --kind 函件 --title ${letter} --number ${letterNumber} --item ${item}`,
  },
  notProposed: (letter, item) => `系统没有就事项 ${item} 提出${letter}（或已决定不予签发），仍按要求拟稿。`,
  ended: (item, status) => `事项 ${item} 现为“${status}”，不必再督办，仍按要求拟稿。`,
  filed: (kind, title) => `${kind}《${title}》`,
  publish: {
    figures: '台账目前的数字：',
    count: (items) => `${items} 项`,
    yuan: (amount) => `${amount} 元`,
    agrees: '以上数字已在文件中逐项读出，与台账一致。',
    doubtful: '下列数字与台账不符，或在文件中没有找到，请对照原文核实：',
    unread: '从这个文件中读不出文字（如扫描件、PDF），没有核对任何数字，请对照原文核实。',
    figure: { items: '问题总数', categories: '方面数', recoveredFen: '追缴、挽回资金' },
    doubt: (figure, ledger, found) =>
      `  ${figure}：台账为 ${ledger}，${found.length > 0 ? `文件中为 ${found.join('、')}` : '文件中没有'}`,
    question: (title) => `《${title}》`,
    questionUnchecked: (title) => `《${title}》，其中的数字经本人核对与台账一致`,
  },
};
