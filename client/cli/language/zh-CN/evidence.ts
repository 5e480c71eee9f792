import type { EvidenceWords } from '../words/evidence';

export const EVIDENCE: EvidenceWords = {
  group: '查看已提交的佐证材料',
  open: '打开一份佐证材料，打开前核对校验值',
  save: '另存一份或全部佐证材料，写入前核对校验值',
  opens:
    '只打开不会运行程序的文件（按内容判断，不看文件名）：PDF、OFD、不带宏和外部内容的 docx、xlsx、pptx，图片、音频、视频和纯文本。其余另存到文件夹，并说明原因。',
  opened: (title) => `已打开《${title}》的只读副本`,
  noScreen: (path) => `此处没有图形界面，或没有能打开它的程序。文件在 ${path}，一天后清除；要保留请用 save。`,
  notOpened: {
    'may-run': (path) => `这类文件打开时可能运行程序，没有打开，已另存为 ${path}。`,
    unknown: (path) => `认不出文件的类型，没有打开，已另存为 ${path}。`,
    active: (path) => `文件中带有宏、脚本、嵌入对象或外部内容，没有打开，已另存为 ${path}。`,
  },
  saved: (path) => `已另存为 ${path}`,
  savedAll: (files, folder) => `已将 ${files} 份佐证材料和清单存入 ${folder}`,
  folder: (item) => `${item} 佐证材料`,
  which: (files) => `打开第几份（1-${files}，直接回车返回）：`,
  fault: {
    missing: (no, title) => `第 ${no} 份佐证材料《${title}》在存储中找不到。`,
    damaged: (no, title) =>
      `第 ${no} 份佐证材料《${title}》的内容与提交时不一致（SHA-512 不符），没有写入任何文件。`,
  },
  unopened: (files) => `有 ${files} 份佐证材料打不开。您的决定会写明全部材料的校验值，请先请整改办查明。`,
  away: (why) => `${why}佐证材料打不开。您的决定会写明全部材料的校验值，请先查明。`,
  list: {
    name: '佐证材料清单',
    heading: (files) => `佐证材料清单（${files} 份）`,
    hash: (hash) => `佐证清单校验值 SHA-256：${hash}`,
    entry: (no, title) => `第 ${no} 份 《${title}》`,
    facts: ({ measure, day, size, by }) => `第 ${measure} 项措施 · 材料日期 ${day} · ${size} · ${by}提交`,
    file: (name) => `文件：${name}`,
  },
};
