import type { ActivityWords } from './words';

const FAULT = { missing: '已不在', changed: '内容已变' } as const;

export const CHINESE: ActivityWords = {
  mailPending: (missing, { mailbox, id }) =>
    `${missing} 封邮件尚无回执，如信箱 ${mailbox} 的 ${id}，原因见该信箱。`,
  evidenceDamaged: (files) =>
    `佐证材料与提交时不符，暂不归档；重新存入原件后自动继续。${files
      .map(
        ({ measure, title, by, name, fault }) =>
          `措施 ${measure}《${title}》（${by}）${FAULT[fault]}：${name}`,
      )
      .join('；')}。`,
  bagInvalid: (bag, faults) => `归档包 ${bag} 读回校验不合格：${faults}`,
  bagOfOtherRound: (bag) => `归档包 ${bag} 是另一个轮次的，请核对 STORE 与轮次编号；移开后自动继续。`,
  paperConflict: (name) => `${name} 已另有内容，未覆盖，请核对 STORE 与轮次编号；移开后自动继续。`,
  roundIncomplete: (wants, more) =>
    `轮次的归档材料不齐，暂不归档；补齐后自动继续。${wants.join('；')}${more > 0 ? `；另有 ${more} 处` : ''}。`,
  want: {
    paper: (name, fault) => `${name} ${FAULT[fault]}`,
    document: (title, name, fault) => `文件《${title}》${FAULT[fault]}：${name}`,
    bagMissing: (bag) => `归档包 ${bag} 已不在`,
    bagDamaged: (bag, files) => `归档包 ${bag} 已损坏（${files}）`,
    bagDiffers: (bag) => `归档包 ${bag} 不是归档时的那一个`,
    bagOfOtherNumber: (bag, archiveNumber) => `归档包 ${bag} 的档号不是 ${archiveNumber}`,
  },
};
