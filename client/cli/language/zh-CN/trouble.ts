import { EVIDENCE } from './evidence';
import { readable } from '../../../../domain/calendar/zone';
import type { RoundId } from '../../../../base/ids';
import type { DocumentFault } from '../../../../intake/files/fault';
import type { Unamendable } from '../../../../domain/round/amend/plan-difference';
import type { KeyFileFault } from '../../../keys';
import type { ExpectedValue, FileFault, StrayBecause } from '../../trouble/trouble';
import { type AddressSource, MOST_CONFLICTS, type TroubleWords } from '../words/trouble';

const guess = (meant: string | undefined) => (meant === undefined ? '' : `是否应为 ${meant}？`);
const rounds = (open: readonly RoundId[]) => open.join('、');
const openRounds = (open: readonly RoundId[]) =>
  open.length === 0 ? '目前没有在办的轮次。' : `在办的轮次：${rounds(open)}。`;

const EXPECTED: Record<ExpectedValue, string> = {
  date: '有效日期，如 2021-06-30',
  'whole-number': '正整数',
  origin: '页面地址，只到主机和端口为止，如 https://temporal.example.org',
  'date-ahead': '不早于函件落款日期的日期',
  person: '人员编号或姓名，如 p05',
  'person-id': '人员编号，如 p05',
  round: '轮次编号，如 2021-03',
  measure: '措施的序号，从 1 开始',
  'of-measure': '措施序号、冒号和内容，如 2:2021-08-31',
  'of-new-item': '新增事项的序号加冒号和原事项的序号，如 1.7:1.2；新增的事项须在文件中',
  evidence: '佐证的编号，从 1 开始（见 rectify show）',
  yuan: '以元为单位的金额，最多两位小数，如 4080.50',
  result: '成效的编号，从 1 开始（见 rectify show）',
  life: '第几次办理，从 1 开始',
  'date-order': '不早于交办日期的日期',
  docx: '以 .docx 结尾的文件名',
  html: '以 .html 结尾的文件名',
  'plan-to-be': '以 .xlsx（填好的模板）或 .yaml 结尾的文件名',
};

const STRAY: Record<StrayBecause, string> = {
  file: '以方案文件调整时不用这一选项，请把改动写在文件里，或按事项逐项调整',
  item: '这一选项只用于方案文件（rectify amend 方案.yaml）',
  keep: '维持原状（--keep）即不作调整，请去掉其中之一',
  complete: '完成的措施由 --complete 指明，请去掉 --measure',
};

const UNAMENDABLE: Record<Unamendable['what'], string> = {
  missing: '缺失（不予列入由主要负责人用 rectify withdraw 决定）',
  people: '人员不同（请用 rectify reassign）',
  'deadline-gone': '没有了时限',
};

const KEY_FAULT: Record<KeyFileFault, string> = {
  missing: '不存在',
  exists: '已经存在，不会被覆盖；请用 --key 另行指定文件',
  'permissions-too-wide': '可被他人读写，请执行 chmod 600；他人可能已经接触过的，请更换密钥',
  'not-a-key-file': '不是私钥文件，或已损坏',
  'passphrase-needed': '设有口令，请在终端中运行，或设置环境变量 RECTIFY_PASSPHRASE_FILE',
  'wrong-passphrase': '无法打开：口令不对，或文件已损坏',
};

const FILE_FAULT: Record<FileFault, string> = {
  missing: '不存在，请检查路径',
  folder: '是文件夹，不是文件',
  empty: '是空文件',
  unreadable: '无法读取',
};

const DOCUMENT_FAULT: Record<DocumentFault, string> = {
  'too-large': '过大，不像是方案或通报（文本不超过 4 MiB、5 万行，文档不超过 64 MiB）',
  'not-text': '不是文本，或编码不是 UTF-8、UTF-16、GB 18030；请用记事本另存为 UTF-8',
  'old-office': '是旧格式或设有密码的文档；请去掉密码，另存为 .docx 或 .xlsx',
  'not-a-document': '不是 Word 或 Excel 文档（.docx、.xlsx）；请检查是否选错了文件',
  damaged: '已损坏，无法读取；请用 Word 或 Excel 打开后另存一份',
  'part-missing': '已损坏：里面引用的部件缺失；请用 Word 或 Excel 打开后另存一份，或换一份完好的',
  'outside-name': '含有指向文档之外的文件名，未读取',
  'too-much-inside': '解压后过大，不像是方案或通报，未读取',
  doctype: '含有文档类型声明（可能夹带实体），未读取',
};

/** Whose certificate it is, as the proxy calls the role. */
const ROLE: Partial<Record<string, string>> = {
  person: '个人',
  office: '整改办',
  worker: ' worker ',
  nobody: '未写明角色',
};

const SOURCE: Record<AddressSource, string> = {
  environment: '地址来自环境变量 TEMPORAL_ADDRESS',
  profile: '地址来自 temporal.toml',
  default: '未设置 TEMPORAL_ADDRESS，使用缺省地址',
};

export const TROUBLE: TroubleWords = {
  of: {
    'no-person': () => '未指定您的身份：请用 --as <人员编号>，或设置环境变量 RECTIFY_AS。',
    'bad-value': ({ option, given, expected }) => `${option} 不能是“${given}”，应为${EXPECTED[expected]}。`,
    'bad-choice': ({ option, given, choices, meant }) =>
      `${option} 不能是“${given}”。${guess(meant)}可选：${choices.join('、')}。`,
    'bad-item': ({ given }) => `“${given}”不是事项编号，请写成 1.2、（一）2 或 2021-03/1.2。`,
    'which-round': ({ open }) =>
      open.length === 0
        ? '目前没有在办的轮次；请先用 rectify import 导入方案，或用 --round 指定轮次。'
        : `在办的轮次不止一个，请用 --round 或 RECTIFY_ROUND 指定：${rounds(open)}。`,
    'no-such-round': ({ round, open, meant }) => `没有轮次 ${round}。${guess(meant)}${openRounds(open)}`,
    'no-such-item': ({ round, number, nearest }) =>
      `轮次 ${round} 中没有事项 ${number}。${nearest.length > 0 ? `相近的有：${nearest.join('、')}。` : ''}`,
    'no-such-life': ({ number, cycle, cycles }) =>
      `事项 ${number} 没有第 ${cycle} 次办理，只有第 1${cycles > 1 ? ` 至 ${cycles}` : ''} 次。`,
    'not-in-roster': ({ person, people }) =>
      `名册中没有“${person}”。相近的有：${people.map(({ id, name }) => `${id}（${name}）`).join('、')}。`,
    'ambiguous-person': ({ person, people }) =>
      `名册中叫“${person}”的不止一人，请用人员编号：${people.join('、')}。`,
    'needs-yes': () => '此项决定须经确认：请在终端中运行；已看过佐证材料的，可加 --yes。',
    'not-opener': ({ person, people }) =>
      `${person} 无权签署启动确认；须由整改办一人和主要负责人（或派驻纪检组一人）签署：${people.join('、')}。`,
    'not-countersigner': ({ person, people }) =>
      `${person} 不能会签这个公钥，须由 ${people.join(' 或 ')} 会签。`,
    'countersigned-before': ({ person, from }) =>
      `${person} 的新公钥已经会签，将于 ${readable(from)} 生效，无须再次会签。`,
    'stray-option': ({ option, because }) => `${option}：${STRAY[because]}。`,
    'nothing-to-amend': () => '没有要调整的内容。请写明调整后的内容（rectify amend --help），或修改文件。',
    'no-plan-file': ({ path }) =>
      `${path} 不是方案文件，不能据以调整方案。请用 yaml 文件或填写完整的模板（xlsx）；现行方案可用 rectify round --plan plan.yaml 写成文件，修改后提交。`,
    'not-to-amend': ({ path, unamendable }) =>
      `${path} 与现行方案相比，有不能用方案调整办理的不同：${unamendable
        .map(({ item, what }) => `${item} ${UNAMENDABLE[what]}`)
        .join('；')}。未作任何调整。`,
    'which-key': ({ people }) => `有几个新公钥待您会签，请用 --person 指明：${people.join('、')}。`,
    'bad-trust': ({ path, lines }) => `${path} 不是登记公钥的文件：${lines.join('；')}。`,
    'nothing-to-pin': ({ path }) =>
      `${path} 中没有可登记的公钥：须有单位代号（bodyId），以及整改办、主要负责人或派驻纪检组的公钥。`,
    'no-key': ({ person, path }) =>
      `本轮次只接受签名指令，而本机没有 ${person} 的私钥（${path}）。请用 rectify keygen --as ${person} 生成，并请整改办将公钥录入名册；私钥存放在别处的，用 --key 指定。`,
    'bad-key': ({ path, fault }) => `私钥文件 ${path} ${KEY_FAULT[fault]}。`,
    'no-seal-keys': () =>
      '此操作须有 worker 的密钥：请同 worker 一样用 SEAL_KEYS_FILE 指明密钥文件，或在 worker 所在处运行。',
    'not-on-hold': ({ mail, mails }) =>
      `没有名为 ${mail} 的暂停发送的邮件${mails.length === 0 ? '' : `；目前暂停的有：${mails.slice(0, 10).join('、')}${mails.length > 10 ? ' 等' : ''}`}。`,
    'mail-changed': ({ mail, path }) =>
      `${mail} 供查看的内容被改动过（${path} 没有 worker 的封签），没有处理任何邮件。以 MAIL=hold 运行的 worker 半分钟内会更正，请届时用 rectify mail held ${mail} 重新查看，并查明谁能写存储的 mail/。`,
    'mail-decided': ({ mail, path }) => `${mail} 已另有处理，或该处另有内容（${path}），没有改动。`,
    'bad-keys-file': ({ path }) =>
      `${path} 无法读写，或其中不是密钥，没有改动。请另指定文件，或从备份恢复原文件。`,
    'attribute-types': ({ namespace, wrong }) =>
      `命名空间 ${namespace} 中下列搜索属性已有，但类型不符（括号中为现有类型），没有改动：${wrong.join('、')}。请先核对是否由其他系统使用，再用 temporal operator search-attribute remove 移除，然后重新运行。`,
    'namespace-unready': ({ namespace, wrong }) =>
      `没有导入：命名空间 ${namespace} 缺少下列搜索属性，或其类型不符（括号中为现有类型），事项将无法办理：${wrong.join('、')}。请运维人员运行 rectify provision 补齐，再重新导入。`,
    'people-conflict': ({ conflicts }) =>
      `没有导入：本单位在办的轮次中，下列人员编号对应的姓名或邮箱与方案不同：${conflicts
        .slice(0, MOST_CONFLICTS)
        .map(
          ({ id, given, known, round }) =>
            `${id} 方案中为${given.name} <${given.address}>，轮次 ${round} 中为${known.name} <${known.address}>`,
        )
        .join(
          '；',
        )}${conflicts.length > MOST_CONFLICTS ? `，等 ${conflicts.length} 处` : ''}。同一人的，请改正方案，或用 rectify register-people 变更该轮次中的信息；不是同一人的，请另编编号。`,
    'bad-public-key': ({ path }) =>
      `${path} 中没有公钥；请提供 rectify keygen 的输出（keys 之下的 kid 和 x，或其 JSON）。`,
    'private-key': ({ path }) =>
      `${path} 是私钥！私钥只能保存在本人的电脑上，这把密钥不能再用，没有登记。请在所有收发过的地方删除此文件，并请本人用 rectify keygen 重新生成，只发送屏幕上输出的公钥。`,
    'no-roster': ({ path }) => `${path} 的名册（roster 之下的 people）中没有人员，无处登记公钥。`,
    'keys-need-yaml': ({ path }) =>
      `公钥只能登记到 yaml 格式的方案中。请先用 rectify import ${path} --write plan.yaml 写成方案，再收集公钥。`,
    'keys-by-hand': ({ path }) =>
      `${path} 中人员的写法较特殊，未能自动登记，没有写入任何内容；请手工粘贴公钥。`,
    'bad-folder': ({ path }) => `${path} 不是可以读取的文件夹。`,
    'passphrases-differ': () => '两次输入的口令不一致，没有生成密钥。',
    'no-passphrase': () => '没有输入口令，没有执行。',
    'bad-file': ({ path, fault }) => `${path} ${FILE_FAULT[fault]}。`,
    'path-exists': ({ path }) => `${path} 已经存在，不会被覆盖。没有写入任何内容，请另行指定位置。`,
    'cannot-write': ({ path }) => `无法写入 ${path}；请检查文件夹是否存在、是否可写。`,
    'not-yaml': ({ path }) => `此处的方案须为 yaml 文件（.yaml 或 .yml），${path} 不是。`,
    'bad-plan': ({ path, faults }) => `${path} 有 ${faults.length} 处问题，没有导入任何内容：`,
    'bad-content': ({ path, faults }) => `${path} 有 ${faults.length} 处问题，没有作任何更改：`,
    'bad-document': ({ path, fault }) => `${path} ${DOCUMENT_FAULT[fault]}。`,
    'unknown-format': ({ path }) =>
      `无法读取 ${path}。可读取 yaml、xlsx、csv、docx 和 txt，请在原来的程序中另存为其中一种。`,
    faulty: ({ path, faults }) => `${path} 有 ${faults.length} 处问题，没有导入任何内容。请在文件中改正：`,
    doubtful: ({ path }) =>
      `${path} 有存疑之处，核对前不能导入。请在文件中改明确；核对无误的日期可用 --accept 加事项编号认可，如 --accept 1.3,2.1-2.4。`,
    unsettled: ({ path, places }) =>
      [`${path} 有需要先处理的地方，不能直接导入：`, ...places.map((place) => `  ${place}`)].join('\n'),
    'bad-evidence': ({ no, title, fault }) => EVIDENCE.fault[fault](no, title),
    'no-evidence': () => '本事项尚无佐证材料。',
    'no-such-evidence': ({ no, files }) =>
      `本事项没有第 ${no} 份佐证材料，共有 ${files} 份（编号见 rectify show）。`,
    'which-evidence': ({ files }) =>
      `本事项有 ${files} 份佐证材料，请写明第几份（编号见 rectify show），如 rectify evidence open 1.2 3；另存全部用 save --all。`,
    'no-notice': ({ path, because }) =>
      because.type === 'draft'
        ? `${path} 还不是定稿：${[
            ...(because.marked ? ['标有“代拟稿”'] : []),
            ...(because.blanks > 0 ? [`有 ${because.blanks} 处【】未填`] : []),
          ].join('，')}。没有发布，请定稿后再发布。`
        : `${path} 不像本轮次的整改情况通报：其中没有提到“${because.body}”的整改。没有发布，请核对文件。`,
    'notice-unchecked': ({ path, places }) =>
      places.length > 0
        ? [
            `${path} 中有数字与台账不符，或没有找到，--yes 不能代替核对。请改正文件，或在终端中不带 --yes 运行，对照后回答：`,
            ...places,
          ].join('\n')
        : `从 ${path} 中读不出文字（如扫描件、PDF），没有核对数字，--yes 不能代替核对。请用 docx 或 txt，或在终端中不带 --yes 运行，对照后回答。`,
    'argument-not-utf8': ({ at }) =>
      `${at === undefined ? '输入的文字' : `第 ${at} 个参数`}不是 UTF-8 编码，无法确定是什么字，没有执行。请把终端的编码设为 UTF-8（如 export LANG=zh_CN.UTF-8，Windows 用 chcp 65001）后重新输入。`,
    unfinished: ({ path }) =>
      `${path} 缺少人员编号、邮箱等内容，不能直接导入。请先用 --dry-run 查看识别结果，再用 --write plan.xlsx 写成模板（或 plan.yaml），补全后导入。`,
    'plan-already': ({ path }) => `${path} 已经是方案，不需要 --write，直接导入即可。`,
    'nothing-found': ({ path }) =>
      `在 ${path} 中没有识别出整改事项，因此没有写入文件。请用 --dry-run 逐行查看。`,
    'no-bag': ({ path }) => `${path} 不是文件夹，无法核验。`,
    'round-exists': ({ round, next }) =>
      next === undefined
        ? `轮次 ${round} 已经导入过，但方案不同；没有作任何更改。新的轮次请另编轮次编号。`
        : `轮次 ${round} 的导入已经撤销，原编号留给撤销的记录；没有作任何更改。重新导入请用注明次数的编号：把方案中的轮次编号改为 ${next}。`,
    'not-open': ({ number, status }) => `事项 ${number} 已经办结（${status}），不能并入；请并入在办的事项。`,
    'nothing-sent': ({ person }) => `尚未向 ${person} 发出过本事项的邮件，无法重发。`,
    'no-record': ({ bag }) =>
      `服务器上已没有这个事项。它已归档于 ${bag}，本机的存储（STORE）中没有这个归档包，请在存有它的机器上查看。`,
    'mails-in-bag': ({ bag }) =>
      `服务器上已没有这个事项。已发的邮件和回执在归档包 ${bag} 中，请查看其中的 data/index.html 和 data/mail。`,
    'other-server': ({ address, folder }) =>
      `${address} 上已有一个 Temporal 服务器，但不是由 rectify dev 以 ${folder} 中的数据启动的；没有启动任何程序。请先停止它，或直接使用：还缺什么，见 rectify doctor。`,
    'no-worker': ({ address }) =>
      `Temporal 服务器 ${address} 有应答，但 15 秒内没有 worker 受理。请检查 worker 是否在运行：rectify doctor。已下达的指令会等候处理，超过一小时即不再受理；重新下达之前，请先用 rectify show 查看是否已经办理。`,
  },
  misuse: {
    unknownOption: (given, meant) => `没有选项 ${given}。${guess(meant)}`,
    unknownCommand: (given, meant) => `没有命令 ${given}。${guess(meant)}`,
    missingArgument: (given) => `缺少参数 <${given}>。`,
    optionMissingArgument: (given) => `选项 ${given} 缺少取值。`,
    missingMandatoryOptionValue: (given) => `缺少选项 ${given}。`,
    invalidArgument: (given) => `选项 ${given} 的取值无效。`,
    excessArguments: () => '参数过多；含空格的文字请加引号。',
  },
  asDeputy: (people) =>
    `您可以代${people.map(({ id, name }) => `${name}办理：加 --deputy-for ${id}`).join('，或代')}。`,
  unreachable: (address, source) =>
    `无法连接 Temporal 服务器 ${address}（${SOURCE[source]}）。请检查服务器是否在运行、地址是否正确：rectify doctor 可逐项检查，rectify dev 可在本机启动一套。`,
  forbidden: (address, { role, method }) =>
    `服务器 ${address} 不允许${role === undefined ? '您的证书或 API 密钥' : `${ROLE[role] ?? role}的证书`}进行此项操作${method === undefined ? '' : `（${method}）`}，未作任何改动。请改用有此权限的证书（TEMPORAL_TLS_CLIENT_CERT_PATH），或联系系统管理员。`,
  stranger: (address) =>
    `服务器 ${address} 不认得您：请提供其 CA 签发的证书（TEMPORAL_TLS_CLIENT_CERT_PATH、TEMPORAL_TLS_CLIENT_KEY_PATH）或 API 密钥（TEMPORAL_API_KEY）。`,
  badSetting: {
    twice: (setting) => `${setting} 和 ${setting}_FILE 只能设置一个。`,
    empty: (setting, file) => `${file} 是空文件（${setting}）。`,
    unreadable: (setting, file, code) => `${file} 无法读取：${code}（${setting}）。`,
    malformed: (setting) => `${setting} 不是 rectify payload-keys 生成的密钥：应为每行一把，不得重复。`,
    missing: (setting) => `未设置 ${setting} 或 ${setting}_FILE。`,
    short: (setting) => `${setting} 太短；请换用无法猜到的令牌，例如用 openssl rand -base64 32 生成。`,
  },
  unreadablePayload: {
    'no-key': (key) =>
      `服务器上的内容已用密钥 ${key} 加密，您没有这把密钥。请向运维人员索取载荷密钥文件，由 PAYLOAD_KEYS_FILE 指明。`,
    damaged: (key) =>
      `服务器上的内容无法用您的密钥 ${key} 解密：同名密钥不同、命名空间不符，或内容已被改动。请与运维人员核对 PAYLOAD_KEYS_FILE 和 TEMPORAL_NAMESPACE。`,
  },
  ended: ({ what, id }, how) =>
    `${what === 'item' ? '事项' : '轮次'} ${id} 的流程已在服务器上${how}，不再接受指令，本次没有生效。请告知运维人员：rectify doctor 会说明如何恢复，恢复后请重新提交。`,
  notBegun: (item) => `事项 ${item} 刚刚交办，暂时查不到：事项较多的轮次是逐项启动的，请几分钟后再试。`,
  fault: (reason) =>
    `出错了：${reason}（可用 rectify doctor 检查环境；要看详情，请设置环境变量 RECTIFY_DEBUG=1 再运行一次）`,
};
