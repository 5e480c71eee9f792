import type { CommonWords } from '../words/common';

export const COMMON: CommonWords = {
  label: (label) => `${label}：`,
  drill: (name) => `【演练】${name}：日期为演练时间。`,
  claimed: '本轮次接受未签名的指令：办理人身份为自称，未经证明。',
  lastRound: (round) => `轮次 ${round}（沿用上次）`,
  logWentBack: (number, seen, now) =>
    `${number} 的办理经过被回退：轮次曾见到 ${seen.entries} 条，最后一条为 ${seen.at}；后来的经过有 ${now.entries} 条，最后一条为 ${now.at}，与前者不衔接，其间的办理（如退回）已经缺失。只有在 Temporal 服务器上重置工作流才会如此，请查明是谁所为。`,
  fromBag: (bag) => `服务器上已没有这个事项，以下内容读自归档包 ${bag}。`,
};
