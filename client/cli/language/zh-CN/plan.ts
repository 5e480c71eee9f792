import { shellWord } from '../../terminal/shell';
import type { PlanWords } from '../words/plan';

export const PLAN: PlanWords = {
  head: {
    number: '序号',
    problem: '具体问题',
    kind: '类型',
    deadline: '时限',
    section: '责任科室',
    people: '经办人 / 责任领导 / 验收人',
    measures: '措施',
  },
  past: {
    items: (deadlines, items) => `有 ${deadlines} 项的时限已过，一经导入即为超期：${items.join('、')}`,
    measures: (deadlines, items) => `有 ${deadlines} 项措施的时限已过：${items.join('、')}`,
  },
  helpers: {
    of: (item, name, role) => `${item} ${name}（${role}）`,
    reviewing: (owners) =>
      `下列措施责任人同时是该事项的责任领导或验收人，不能为该措施报告进展、提交佐证：${owners.join('、')}`,
    withoutContact: (sections) =>
      `下列配合科室没有联系人（roster.contacts），系统不会通知其任何人：${sections.join('、')}`,
    withoutKey: (people) =>
      `下列措施责任人、配合科室联系人还没有公钥，登记之前不能报告进展、提交佐证：${people.join('、')}`,
  },
  unasked: (rounds) =>
    `轮次 ${rounds.join('、')} 没有应答，未能核对其中同编号人员的姓名和邮箱是否与方案一致。`,
  provisional: (years) =>
    `${years.join('、')} 年的节假日安排尚未公布，受其影响的日期为暂定，公布后重新计算。`,
  outcome: {
    started: (round, items) => `已导入轮次 ${round}，交办 ${items} 项。`,
    unchanged: (round, items) => `轮次 ${round}（${items} 项）此前已按同一方案导入，没有更改。`,
    unchecked: (round, items) =>
      `已提交轮次 ${round}（${items} 项），还没有 worker 核验启动签名，核验后才交办。可用 rectify round 查看；一直如此的，请运行 rectify doctor。`,
    'dry-run': (round, items) => `方案没有问题：轮次 ${round}，${items} 项。去掉 --dry-run 即可导入。`,
  },
  init: {
    plan: (path) => `方案已写入 ${path}`,
    keys: (people, folder) => `${people} 人的私钥已写入 ${folder}；仅供试用，正式轮次由各人自行生成。`,
    next: (plan) => [
      '接下来：',
      `  1. 按文件中的说明，填写本单位的内容：${plan}`,
      '  2. 每个人用 rectify keygen --as <人员编号> 生成密钥，把输出的公钥发给整改办；用 rectify keys collect 一次登记到方案中',
      `  3. rectify import ${shellWord(plan)} --dry-run`,
      `  4. 请运维人员登记整改办、主要负责人和派驻纪检组的公钥：rectify trust <文件> ${shellWord(plan)}`,
      `  5. rectify import ${shellWord(plan)}，再由主要负责人或派驻纪检组会签（rectify countersign）`,
    ],
    nextWithKeys: ({ plan, keys, trust, handler, signers }) => [
      '接下来：',
      `  export RECTIFY_KEYS=${shellWord(keys)}`,
      `  rectify trust ${shellWord(trust)} ${shellWord(plan)}`,
      `  rectify import ${shellWord(plan)} ${signers}`,
      `  rectify inbox --as ${handler}`,
    ],
  },
};
