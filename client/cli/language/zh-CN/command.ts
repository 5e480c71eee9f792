import type { CommandWords } from '../words/command';

const list = (texts: readonly (string | number)[]) => texts.join('、');

export const COMMAND: CommandWords = {
  question: (command, what) => `${command}：${what}？`,
  hint: '[y/N]',
  hintOpen: '[y/N，输入 o 打开佐证材料]',
  left: '未作决定，没有任何更改。',
  turn: (no, of) => `第 ${no} 项，共 ${of} 项`,
  decidedOf: (decided, of) => `共 ${of} 项，已作决定 ${decided} 项。`,
  done: (command, item, status, deadline) =>
    `已${command}：${item}，现为“${status}”，${deadline === undefined ? '未设时限' : `时限 ${deadline}`}`,
  doneInRound: (command, what) => (what === '' ? `已${command}` : `已${command}：${what}`),
  items: (numbers) => `，涉及 ${numbers}`,
  unsigned: (path, round) =>
    `本机的密钥（${path}）在轮次 ${round} 中不能签名：没有录入名册，或已过期、作废。本轮次也接受自称的身份，因此不签名提交。`,
  change: {
    moves: (from, to) => `${from} → ${to}`,
    sides: (side, count, numbers) => `${side} ${count} 项：${numbers}`,
    offices: (offices) => `职责：${offices}`,
    nothingMoves: '没有需要移交的在办事项和职责。',
    versions: (from, to) => `版本 ${from} → ${to}`,
    firm: (years) => (years.length === 0 ? '没有年份由暂定转为确定。' : `${list(years)} 年由暂定转为确定。`),
    provisional: (deadlines, stay) => `暂定的时限：现有 ${deadlines} 个，启用后仍有 ${stay} 个。`,
    days: (off, worked) =>
      [
        ...(off.length > 0 ? [`改为休息：${list(off)}`] : []),
        ...(worked.length > 0 ? [`改为上班：${list(worked)}`] : []),
      ].join('；'),
    withoutKey: (people) => `新规则只接受签名指令，而以下人员没有可用的公钥：${list(people)}。`,
  },
};
