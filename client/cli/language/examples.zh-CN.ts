import type { VerbName } from '../verbs/table';
import type { Examples } from './examples';

/** 每个命令的示例；少一个命令不能编译，写错的通不过 examples.test.ts。 */
export const CHINESE_EXAMPLES: Record<VerbName, Examples> = {
  inbox: ['rectify inbox --as p05', 'rectify inbox --as 戊 --round 2021-03'],
  ack: ['rectify ack 1.2 --as p05', 'rectify ack 1.2 1.3 （二）1 --as p05 # 一次签收三个事项'],
  progress: [
    'rectify progress 1.2 已清点完毕，正在核对 --as p05',
    'rectify progress 1.2 清单已盖章 --complete 1 --as p05 # 第一项措施已完成',
    'rectify progress 1.2 已退缴 --complete 1 --recovered 4080.50 --regulation 公务用车管理办法 --as p05',
  ],
  evidence: [
    'rectify evidence 1.2 清单.pdf --measure 1 --title 清点清单 --date 2021-06-11 --as p05',
    'rectify evidence 1.2 清单.pdf --replaces 1 --as p05 # 替换第 1 份，编号见 rectify show 1.2',
  ],
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
  ledger: [
    'rectify ledger # 写入当前文件夹',
    'rectify ledger -o 台账.csv',
    'rectify ledger --round 2021-03 --json',
  ],
  show: ['rectify show 1.2', 'rectify show 2021-03/（一）2'],
  schedule: ['rectify schedule 1.2'],
  board: ['rectify board', 'rectify board -o 周会看板.html --round 2021-03 --lang en'],
  notice: [
    'rectify notice # 写成 整改情况通报-<轮次>-<日期>.docx',
    'rectify notice -o 通报.docx --round 2021-03',
  ],
  letter: [
    'rectify letter 3.2 # 督办函，文号待填',
    'rectify letter 3.2 --number 整改办〔2021〕3号 --until 2021-08-10 -o 督办函.docx',
    'rectify letter 3.2 --rung 约谈 --until 2021-08-12',
  ],
  verify: ['rectify verify 归档包', 'rectify verify 归档包一 归档包二 --json'],
  demo: ['rectify demo', 'rectify demo --keep # 演练结束后保持运行'],
  dev: ['rectify dev'],
  doctor: ['rectify doctor'],
  completion: ['rectify completion bash', 'source <(rectify completion zsh) # 在 ~/.zshrc 中，compinit 之后'],
  'withdraw-closure': ['rectify withdraw-closure 1.2 还有一份记录要补 --as p05'],
  'request-extension': [
    'rectify request-extension 1.2 --until 2021-07-15 --reason 手续尚在办理 --progress 已完成大半 --as p05',
  ],
  'check-in': ['rectify check-in 1.3 制度执行良好，抽查无遗漏 --as p09'],
  ask: ['rectify ask 1.2 请说明第三台终端的去向 --as p02'],
  'accept-stage': ['rectify accept-stage 1.3 --until 2022-06-30 --as p11 # 转入长期坚持，每季度报告'],
  'grant-extension': ['rectify grant-extension 1.2 --as p02 # 先列出延期申请，再询问是否同意'],
  'refuse-extension': ['rectify refuse-extension 1.2 --opinion 请按期完成 --as p02'],
  withdraw: [
    'rectify withdraw 5.4 --reason 内容重复 --into 5.1 --as p01 # 并入 5.1',
    'rectify withdraw 5.4 --reason 不属于本单位职责 --as p01',
  ],
  urge: ['rectify urge 1.2 --as p13', 'rectify urge 1.2 请今日内签收 --as p13'],
  reassign: ['rectify reassign 1.2 --side 经办人 --to p06 --note 材料在档案柜第二层 --as p13'],
  'set-deadline': ['rectify set-deadline 1.3 --deadline 2021-08-31 --reason 会议研究确定 --as p13'],
  resend: ['rectify resend 1.2 --to p05 --as p13 # 重发给 p05 的最近一条'],
  proposals: ['rectify proposals # 系统提出、待人签发的督办函、约谈、问责建议'],
  issue: ['rectify issue 3.2 --rung 督办函 --number 整改办〔2021〕3号 --as p13'],
  drop: ['rectify drop 3.2 --rung 约谈 --reason 已当面说明 --as p01'],
  round: ['rectify round', 'rectify round --json'],
  'register-people': ['rectify register-people 人员.yaml --reason 新任科长 --as p13'],
  'replace-person': ['rectify replace-person --from p05 --to p06 --note 调任，工作移交 --as p13'],
  'replace-key': ['rectify replace-key p05 公钥.yaml --as p13 # rectify keygen 的输出'],
  'revoke-key': ['rectify revoke-key p05 11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo --reason 遗失 --as p13'],
  'new-calendar': [
    'rectify new-calendar --as p13 # 按已公布的节假日安排',
    'rectify new-calendar 补充.yaml --as p13',
  ],
  'new-policy': ['rectify new-policy 规则.yaml --as p13'],
  'file-document': [
    'rectify file-document 反馈意见.pdf --kind 反馈意见 --title 巡察反馈意见 --date 2021-04-29 --as p13',
    'rectify file-document 督办函.pdf --kind 函件 --title 督办函 --number 整改办〔2021〕3号 --item 3.2 --as p13',
  ],
  'publish-notice': ['rectify publish-notice 通报.docx --title 整改进展情况通报 --as p13 # 先列出台账的数字'],
  'close-round': ['rectify close-round --note 全部事项已销号归档 --as p01'],
  comment: ['rectify comment 1.2 已电话沟通 --as p14'],
  reopen: ['rectify reopen 1.2 --reason 回头看发现反弹 --deadline 2021-12-31 --as p14'],
};
