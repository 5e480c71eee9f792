import type { Advised, MachineWords } from '../words/machine';

const publicHalf = ({ public: half }: Advised): string => (half ? `kid ${half.kid}，x ${half.x}` : '');

const anotherKey = ({ person }: Advised) =>
  `请用 rectify keygen --as ${person} --key 新文件 另行生成，并请整改办将公钥录入名册。`;

export const MACHINE: MachineWords = {
  keygen: {
    passphrase: (path) => `${path} 的口令：`,
    mistyped: (left) => `口令不对，还可以输入 ${left} 次。`,
    newPassphrase: '新口令（留空则不设）：',
    again: '再输入一次：',
    done: (path) => `私钥已写入 ${path}。请自行妥善保管，遗失后无法恢复。`,
    next: (person) =>
      `请将以下公钥交整改办：方案尚未导入的，由整改办用 rectify keys collect 登记到方案中；轮次已在办的，由整改办用 rectify replace-key ${person} <文件> 登记。`,
    renewed: (person, path, own) =>
      `请将以下公钥连同 endorsed 一行交整改办，由其在 14 天内用 rectify replace-key ${person} <文件> 登记。签认只对本轮次有效，参加其他轮次的，请加 --round 再运行一次。登记之前仍用原私钥签名；各轮次都登记之后，请用 ${path} 换下 ${own}。`,
  },
  whoami: {
    noRounds: '目前没有在办的轮次。',
    notInRoster: '名册中没有您',
    key: '本机私钥',
    offices: '职责',
    deputyFor: '可代',
    sides: '在办事项',
    identity: {
      claimed: '身份为自称，未经证明（claimed）；已签名的指令仍按签名记录',
      signed: '只接受签名指令（signed）',
    },
    state: {
      valid: '密钥已录入名册，目前有效',
      'no-key': '本机没有可用的私钥',
      'unknown-key': '密钥不在名册中',
      'key-not-yet-valid': '密钥尚未生效',
      'key-expired': '密钥已过期',
      'key-revoked': '密钥已作废',
    },
    advice: {
      'no-key': ({ person, path }) =>
        `请用 rectify keygen --as ${person} 生成（写入 ${path}），并请整改办将公钥录入名册；私钥存放在别处的，用 --key 或 RECTIFY_KEYS 指定。`,
      'unknown-key': (key) => `请整改办将公钥录入名册：${publicHalf(key)}。`,
      'key-not-yet-valid': () => '请等到名册所写的启用日期，或请整改办更正。',
      'key-expired': anotherKey,
      'key-revoked': anotherKey,
    },
    onlyClaimed: '指令将记为自称。',
  },
  sealKeys: {
    done: (file, seals) => `worker 密钥已写入 ${file}，此后以 ${seals} 加封。`,
    kept: (file) => `${file} 已存在，没有改动。`,
    next: (next) =>
      `请让所有 worker 使用这个文件（SEAL_KEYS_FILE）并重启。下次更换后启用 ${next}；全部重启之前请勿再次更换。`,
  },
  mail: {
    head: {
      mail: '邮件',
      to: '收件人',
      subject: '主题',
      since: '暂停自',
      notices: '通知条数',
      decided: '处理',
    },
    decided: { release: '已放行', drop: '已作废' },
    nothing: '没有暂停发送的邮件。',
    unchecked: '以下内容未经核对封签：请设 SEAL_KEYS_FILE 为 worker 的密钥文件，或在 worker 所在处运行。',
    forged: (path) => `${path} 没有 worker 密钥的封签，不予采信：请查明谁能写存储的 mail/。`,
    next: '用 rectify mail held 邮件 查看内容；可以发出的，用 rectify mail release 邮件（或 --all）放行；不应发出的，用 rectify mail drop 邮件 --reason 原因 作废。',
    done: {
      release: (mails) => `已放行 ${mails} 封邮件，半分钟内发出。`,
      drop: (mails) => `已作废 ${mails} 封邮件，其中的通知不再发出，原因记入回执。`,
    },
  },
  repair: {
    repaired: (item, fields) => `${item} 已重新报送（${fields.join('、')}）。`,
    differs: (item, fields) =>
      fields.length > 0 ? `${item} 仍不一致（${fields.join('、')}）。` : `${item} 未能核对。`,
    why: {
      silent: '事项没有应答：请先看 rectify doctor（worker、任务），处理后重试。台账保留它上次报送的一行。',
      ended: '归档之前流程已在服务器上中断：请按 rectify doctor（items）所说重置，然后重试。',
      gone: '服务器上已没有这个事项，台账也没有它的归档记录。归档包在存储中的，如何办结以归档包为准；否则见 rectify restore。',
      archived:
        '事项已经办结，不能再报送。请在有 worker 密钥的地方（SEAL_KEYS_FILE、TASK_QUEUE）用运维证书运行本命令，代它补报最后一行。',
      'rolled-back': '办理经过被回退：轮次见过的记录已不在其中，台账保留所见。见 rectify doctor（logs）。',
      lately: '刚刚重新报送过，马上再报没有作用。',
      'older-build': '它的 worker 版本较旧，不会重新报送：请把所有 worker 换成最新版本。',
      closed: '轮次已经办结，台账保持办结时的样子。',
      'not-taken':
        '已要求重新报送，但台账没有收到。请查 worker 日志中丢弃的消息（密钥不一致）或读不懂的消息（版本不一致），并在 Temporal 界面看它的 tell 是否在重试。',
    },
    again: (time) => `${time} 以后可以再次要求报送。`,
    inBag: (path) => `归档包：${path}`,
    totals: ({ items, agree, repaired, differ }) =>
      `共 ${items} 项：一致 ${agree} 项，补正 ${repaired} 项，仍不一致 ${differ} 项。`,
  },
  payloadKeys: {
    done: (file, encrypts) => `载荷密钥已写入 ${file}，此后以 ${encrypts} 加密。`,
    kept: (file) => `${file} 已存在，没有改动。`,
    next: (next) =>
      `请把这个文件发给所有 worker、命令行用户和编解码服务（PAYLOAD_KEYS_FILE），并重启 worker 和编解码服务。务必备份：没有它，Temporal 中的内容谁也无法读取。下次更换后启用 ${next}；各处都换用此文件之前请勿再次更换。`,
  },
  codecServer: {
    started: (url, origin) =>
      `编解码服务已启动：${url}，供 ${origin} 的页面和持有令牌者使用，按 Ctrl-C 结束。`,
    open: (host) => `服务监听 ${host} 且没有 TLS：请在前面设置 TLS 代理，否则途中任何人都能读到内容。`,
  },
  provision: ({ namespace, created, retentionDays, retentionDaysBefore, added }) => [
    created
      ? `已建立命名空间 ${namespace}，已结束的事项保留 ${retentionDays} 天。`
      : `命名空间 ${namespace} 已存在，已结束的事项保留 ${retentionDays} 天${retentionDaysBefore === undefined ? '' : `（原为 ${retentionDaysBefore} 天）`}。`,
    added.length > 0 ? `已添加搜索属性：${added.join('、')}。` : '搜索属性齐全，类型无误。',
  ],
  doctor: {
    check: {
      node: 'Node.js 版本',
      store: '存储可写',
      'store-rights': '存储的权限',
      'store-space': '存储剩余空间',
      certificates: '证书剩余天数',
      smtp: '邮件服务器有应答（未登录，未发信）',
      server: 'Temporal 服务器',
      namespace: '命名空间',
      'search-attributes': '搜索属性',
      worker: '事项 worker 在运行',
      'mail-worker': '邮件 worker 在运行',
      builds: 'worker 的版本一致',
      clock: '本机时钟',
      tasks: '工作流任务正常',
      mails: '邮件发送正常（在用信箱数）',
      rounds: '在办的轮次',
      items: '办理中的事项（在办轮次）',
      ended: '被终止的轮次、信箱和其他事项',
      unsealed: '一周内不是由 worker 启动的流程',
      logs: '办理经过是否与轮次所见衔接（事项数）',
      rows: '台账各行与事项本身一致（事项数）',
      signers: '可签名人数/名册人数（后列尚无可用公钥者；[claimed] 为接受自称身份的轮次）',
      openings: '尚未启动的轮次（待会签、未核验或被拒绝）',
      calendar: '各轮次节假日安排暂缺的年份',
      checkpoints: '存储与数据库是否同步（最后检查点）',
      bags: '在办轮次的归档包',
    },
    advice: {
      node: '请安装 Node.js 20.19 或更新的版本。',
      store:
        '请检查 STORE（file:///路径 或 s3://存储桶/前缀）：须与 worker 的 STORE 相同（由 worker 建立），存在且可写。',
      'store-rights':
        '其他用户可以伪造或删除应由 worker 管理的文件。mail、bags、rounds 和 .incoming 只许 worker 写入（2750），存储不向其他用户开放（2750），供人员写入的 evidence 和 evidence/.incoming 须有粘滞位（3770），见 docs/store.zh-CN.md。',
      'store-space': '存储空间不足：请扩容或移出其他文件。写满后邮件和归档都会等待，不会丢失。',
      certificates: '证书即将到期或已到期：请更换后重启 worker，CLI 所用的同时更换。',
      smtp: '邮件服务器没有应答：请检查 SMTP_URL、网络和防火墙。在此之前邮件等待，不会丢失。',
      server: '请检查服务器是否在运行、TEMPORAL_ADDRESS 是否正确；rectify dev 可在本机启动一套。',
      namespace: '请检查 TEMPORAL_NAMESPACE，或用 temporal operator namespace create 新建。',
      'search-attributes':
        '请对缺少的每一项运行 temporal operator search-attribute create --name <名称> --type <类型>。',
      worker:
        '请启动 worker：node dist/worker.js；任务队列 TASK_QUEUE 须与此处相同。已在运行的，请核对本机与服务器的时钟。',
      'mail-worker': '请启动 worker：node dist/worker.js；没有它，邮件发不出去。',
      builds: '不同版本的 worker 同时运行：请完成升级，把其余的也换成新版本，或全部退回原版本。',
      clock: '本机时钟比服务器慢：请检查 NTP。时钟不准，签名的指令会被拒绝。',
      tasks:
        '这些流程的任务反复失败（括号中为次数和首次失败的原因），流程停住，不会丢失。刚升级的（NON_DETERMINISTIC_ERROR）请退回原版本；消息过大的见 worker 日志；没有原因的，是 worker 中断或超时，请用运维证书查看 Temporal UI。',
      mails:
        '有邮件未发出，正在重试，不会丢失。请按邮件服务器的答复处理（SMTP_URL、MAIL_FROM、发送限额、转发权限）；改了环境变量的，重新启动 worker。暂停发送的，见 rectify mail held。',
      rounds:
        '服务器未能列出轮次，或有轮次没有应答，它们的事项没有查看：请先处理上面的 worker 和任务两项，稍后再试。只有个别轮次不应答的，在 Temporal UI 中查看其流程。',
      items:
        '这些流程在写成归档包之前被终止。请逐一从终止处恢复，不会丢失任何内容：temporal workflow reset --workflow-id <编号> --event-id <上列数字> --reason <原因>。历史过大或已不存在（removed）而无法重置的，由整改办恢复办理，事项重新开始：rectify restore <事项> --reason <原因>。',
      ended:
        '这些流程被终止，没有继续：请逐一从终止处恢复，temporal workflow reset --workflow-id <编号> --event-id <上列数字> --reason <原因>。信箱中待发的通知随之中断，恢复信箱即继续；无法恢复的，由整改办用 rectify resend 重发。确已不需要的轮次，用 temporal workflow delete 删除记录。',
      unsealed:
        '这些流程的启动参数没有 worker 的封签，没有通知任何人：请查明是谁能在 Temporal 服务器上启动流程。其中有在办轮次的事项的，是 worker 的密钥不一致：请让所有 worker 使用同一份 SEAL_KEYS_FILE 并重启。',
      logs: '这些事项的办理经过被回退，轮次曾见到的记录已不在其中。请查明是谁在 Temporal 服务器上重置了它们的工作流；rectify show 会说明何时发现，缺失的内容可对照当时的邮件。',
      rows: '轮次台账中这些事项的行与事项本身不一致：事项的报送丢失了，或当时的版本读不懂。请先处理上面列出的 worker 问题（版本、密钥），再让事项重新报送：rectify repair ledger --round <轮次>；不能补正的，它会说明原因。',
      openings:
        '这些轮次没有交办任何事项。一周内被拒绝的，重新运行 rectify import 可见原因，更正后再导入；也可能是他人试图启动。标为 unchecked 的，是 worker 未设置 TRUST_FILE 或无法读取，原因见 worker 日志和 Temporal UI 中的 checkOpening。',
      calendar: '本年度的节假日安排尚未登记，工作日都是暂定的：请整改办用 rectify new-calendar 更新日历。',
      signers:
        '这些人在只接受签名指令的轮次中有在办事项，却没有可用的公钥：请其发来 rectify keygen 的输出，由整改办用 rectify replace-key <人员> <文件> 登记。',
      checkpoints:
        '数据库或存储恢复到了较早的时间，见 docs/store.zh-CN.md“恢复”一节。请以 MAIL=hold 启动 worker，用 rectify mail held 查看将要发出的邮件。标为 not a worker’s 的，是他人放入的：请查明谁能启动工作流、谁能写存储的 mail/，并将其移出 mail/@checkpoints/；worker 不会因此停止。',
      bags: '标为 missing 的，事项记有归档包而存储中已不在，请从备份恢复；标为 other 的，事项尚未归档而其位置上已有归档包，是恢复或重置之前留下的，请查明来源，移出 bags/，见 docs/store.zh-CN.md。',
    },
    found: {
      askOperator: '请用运维证书查询',
      waiting: (count) => `没有 worker，${count} 个流程在等待`,
      silent: (rounds) => `没有应答：${rounds.join('、')}`,
      unasked: (count) => `另有 ${count} 个轮次没有查看`,
      lookedAt: (count) => `查看了 ${count} 个流程`,
      uncompared: (count) => `另有 ${count} 行未能与事项核对`,
      more: (count) => `另有 ${count} 个`,
      lastPoll: (seconds) => `worker 最近一次轮询在 ${seconds} 秒前`,
      behind: (seconds) => `比服务器慢 ${seconds} 秒以上`,
      provisional: (round, years) => `${round}：${years.join('、')} 年`,
    },
  },
  completion: (shell) => `启用补全：在 ~/.${shell}rc 中加一行 source <(rectify completion ${shell})`,
};
