import type { VerbName } from '../verbs';
import type { Examples } from './examples';

/** 每个命令的示例；少一个命令不能编译，写错的通不过 examples.test.ts。 */
export const CHINESE_EXAMPLES: Record<VerbName, Examples> = {
  inbox: ['rectify inbox --as p05', 'rectify inbox --as 戊 --round 2021-03'],
  ack: ['rectify ack 1.2 --as p05', 'rectify ack 1.2 1.3 （二）1 --as p05 # 一次签收三个事项'],
  progress: [
    'rectify progress 1.2 已清点完毕，正在核对 --as p05',
    'rectify progress 1.2 清单已盖章 --complete 1 --as p05 # 第一项措施已完成',
  ],
  evidence: ['rectify evidence 1.2 清单.pdf --measure 1 --title 清点清单 --date 2021-06-11 --as p05'],
  'request-closure': ['rectify request-closure 1.2 措施均已落实 --as p05'],
  keygen: ['rectify keygen --as p05', 'rectify keygen --as p05 --key 新密钥.json # 写入另一个文件'],
  whoami: ['rectify whoami --as p05', 'rectify whoami --as p05 --round 2021-03 --json'],
  approve: [
    'rectify approve 1.2 --as p02 # 先列出佐证材料，再询问是否同意',
    'rectify approve 1.2 --opinion 同意报验收 --as p06 --deputy-for p02 # p06 代 p02',
  ],
  return: [
    'rectify return 1.2 --opinion 材料不全 --missing 缺少逐件核对的签字记录 --deadline 2021-07-15 --as p02',
  ],
  accept: ['rectify accept 1.2 --as p11', 'rectify accept 1.2 --opinion 同意销号 --yes --as p11 # 不再询问'],
  init: ['rectify init 方案', 'rectify init 试用 --example # 2021 年的示例轮次，每人都有密钥'],
  import: ['rectify import plan.yaml --dry-run # 只看读懂了什么', 'rectify import plan.yaml'],
  rehearse: [
    'rectify rehearse plan.yaml',
    'rectify rehearse plan.yaml --person 戊 --mail --until 2021-06-30 # 戊会收到的邮件全文',
  ],
  list: [
    'rectify list --overdue',
    'rectify list --status 整改中 --section 办公室',
    'rectify list --handler 戊 --json # 供程序读取',
  ],
  show: ['rectify show 1.2', 'rectify show 2021-03/（一）2'],
  schedule: ['rectify schedule 1.2'],
  verify: ['rectify verify 归档包', 'rectify verify 归档包一 归档包二 --json'],
  demo: ['rectify demo', 'rectify demo --keep # 演练结束后保持运行'],
  dev: ['rectify dev'],
  doctor: ['rectify doctor'],
  completion: ['rectify completion bash', 'source <(rectify completion zsh) # 在 ~/.zshrc 中，compinit 之后'],
};
