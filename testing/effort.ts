/** The processor time that some work takes, in ms; what else the machine does is not in it. */
const costOf = (work: () => unknown): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

/** Less is not measured, in ms. */
const LEAST = 80;

/** Effort in proportion to the length doubles, effort in proportion to its square is four times as much. */
export const EVEN = 3;

/** How many times the effort twice the length costs; the least of some attempts, for one may be disturbed. */
export const growthOf = (work: (length: number) => unknown, length: number): number => {
  let least = Infinity;
  for (let attempt = 0; attempt < 4 && least >= EVEN; attempt++) {
    const double = costOf(() => work(2 * length));
    if (double < LEAST) return 1;
    least = Math.min(least, double / costOf(() => work(length)));
  }
  return least;
};

/** What texts that are made to cost time repeat: one of each kind of characters, and words that readers look for. */
export const REPEATED = [
  ...Array.from(' \t　(（）)[【】《”‘"。;；:：,，、.-—/|_*#@<一百1年月号问a√□○■'),
  '\n',
  '针对',
  '问题',
  '，问题',
  '整改措施：',
  '责任领导：甲；',
  '配合科室：甲、乙；',
  '1.',
  '(1)',
  '①',
  '一是',
  '（一）',
  '1.如下：',
  '（1）措施：',
  '整改时限：2021年6月',
  '28项问题',
  '甲 ',
  '（甲:',
  '（ ）',
  '■ \n',
  '\n1.',
  '\n一、',
  '\n针对',
  '，\n',
  '甲\n',
  '【涉密★',
  'kid: a ',
];

/** A text of about that length which is nothing but one thing over and over, between two letters. */
export const repeated = (unit: string, length: number): string =>
  `x${unit.repeat(Math.floor(length / unit.length))}x`;
