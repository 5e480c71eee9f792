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
    question: (title) => `《${title}》，其中的数字与台账完全一致`,
    unfinished: ({ blanks, marked }) =>
      `这个文件不像定稿：${[
        ...(marked ? ['标有“代拟稿”'] : []),
        ...(blanks > 0 ? [`有 ${blanks} 处【】未填`] : []),
      ].join('，')}。`,
  },
};
