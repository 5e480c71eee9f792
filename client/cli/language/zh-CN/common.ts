import type { CommonWords } from '../words/common';

export const COMMON: CommonWords = {
  label: (label) => `${label}：`,
  drill: (name) => `【演练】${name}：日期为演练时间。`,
  claimed: '本轮次接受未签名的指令：办理人身份为自称，未经证明。',
  lastRound: (round) => `轮次 ${round}（沿用上次）`,
  fromBag: (bag) => `服务器上已没有这个事项，以下内容读自归档包 ${bag}。`,
};
