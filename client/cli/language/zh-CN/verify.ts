import type { FormProblem } from '../../../../archive/item/foreign';
import type { LogFault } from '../../../../domain/item/log';
import type { VerifyWords } from '../words/verify';

const FORM: Record<FormProblem, string> = {
  'too-large': '过大，不是归档记录（超过 8 MiB）',
  'not-utf-8': '不是 UTF-8 编码',
  'not-json': '不是 JSON',
  'out-of-bounds': '嵌套过深，或含有过大的数字',
  'wrong-form': '不是归档记录的格式',
};

const LOG_FAULT: Record<LogFault['fault'], string> = {
  'wrong-hash': '与写入时不同：校验值不符',
  'broken-chain': '与前一条不衔接（首条则是不属于本事项）',
  'wrong-number': '序号与所在位置不符',
  'time-runs-back': '时间早于前一条',
};

export const VERIFY: VerifyWords = {
  valid: (files, size) => `完整有效，记录前后一致（${files} 个文件，${size}）`,
  invalid: (faults) => `有 ${faults} 处问题：`,
  otherForm: '由其他版本写成：index.html、bag-info.txt（及事项的 item.json）未与办理经过核对。',
  unbound: (commands) => `有 ${commands} 条签名指令是旧格式，未写明本轮次的启动和签署人看到的经过`,
  itemBags: (found, missing) =>
    `旁边的事项归档包有 ${found} 个相符${missing.length > 0 ? `；不在旁边、未核对的：${missing.join('、')}` : ''}`,
  opening: (by, pinned) =>
    `由 ${by.map(({ person, role }) => `${person}（${role}）`).join('、')} 启动；${pinned === undefined ? '未核对所用公钥是否已登记（--trust）' : '所用公钥均已登记'}`,
  added: (by, kid, second) =>
    `由 ${by} 签署的方案调整增列（公钥 ${kid}）${second === undefined ? '，无人会签' : `，${second} 会签`}`,
  attested: (by, entries, at, isSigned) =>
    `${by} 于 ${at} 核签至第 ${entries} 条${isSigned ? '' : '（未经签名）'}`,
  keysByOffice: (entries) =>
    `第 ${entries.join('、')} 条由整改办单独更换公钥（没有原私钥签认，也没有会签），或者单独作废、登记主要负责人或派驻纪检组的公钥、更换其人选：现行版本不再允许，旧版本可以`,
  besideInvalid: (bag, faults) =>
    `同一文件夹中轮次的归档包有问题（${faults} 处），本事项未与其核对。请先核验该包：${bag}`,
  total: (bags, invalid) =>
    invalid === 0 ? `共 ${bags} 个归档包，全部有效` : `共 ${bags} 个归档包，其中 ${invalid} 个有问题`,
  fault: {
    'tag-file-missing': () => '缺少这个文件',
    'declaration-differs': ({ expected, found }) => `声明应为“${expected}”，现为“${found}”`,
    'not-utf-8': () => '不是 UTF-8 编码',
    'line-malformed': ({ line, text }) => `第 ${line} 行格式不对：${text}`,
    'entry-duplicate': ({ line, path }) => `第 ${line} 行重复列出 ${path}`,
    'path-outside': ({ line, path }) => `第 ${line} 行的路径超出范围：${path}`,
    'entry-altered': ({ line, path, expected, found }) =>
      `第 ${line} 行被改动：所写 ${path} 的校验值 ${expected} 与文件的 ${found} 只差少数几位`,
    'entry-missing': ({ path }) => `没有列出 ${path}，而该文件存在`,
    'path-differs': ({ manifest, line, path, found }) =>
      `${manifest} 第 ${line} 行所列路径为 ${path}，而该文件在 ${found}`,
    'file-missing': ({ manifest }) => `列在 ${manifest} 中，但文件缺失`,
    'file-unlisted': ({ manifest }) => `文件存在，但没有列在 ${manifest} 中`,
    'checksum-differs': ({ expected, found }) => `内容已变：校验值应为 ${expected}，现为 ${found}`,
    'oxum-differs': ({ expected, found }) => `Payload-Oxum 应为 ${expected}，现为 ${found}`,
    'file-unreadable': ({ reason }) => `无法读取：${reason}`,
    'record-missing': () => '归档记录缺少这个文件',
    'record-malformed': ({ line, problem, at }) =>
      `${line === undefined ? '' : `第 ${line} 行`}${FORM[problem]}${at === undefined ? '' : `（${at}）`}`,
    'file-unnamed': () => '不属于归档记录，是后来放入的',
    'log-broken': ({ seq, fault }) => `第 ${seq} 条${LOG_FAULT[fault]}`,
    'log-head-differs': ({ expected, found }) =>
      `末条与归档时不同：bag-info.txt 的 Rectify-Log-Head ${expected ? `为 ${expected}` : '缺失'}，现末条为 ${found}`,
    'version-differs': ({ expected, found }) => `版本为 ${found}，而办理经过中最后启用的是 ${expected}`,
    'signature-bad': ({ seq, fault }) => `第 ${seq} 条的签名无效（${fault}）`,
    'signature-differs': ({ seq, field }) => `第 ${seq} 条与本人签名的内容不同（${field}）`,
    'act-unsigned': ({ seq }) => `第 ${seq} 条是个人所作的办理，但没有签名，而规则只接受签名指令`,
    'act-repeated': ({ seq }) => `第 ${seq} 条重复了前面某一条，签名只对那一条有效`,
    'opening-of-other': ({ seq }) => `第 ${seq} 条是为本轮次的另一次启动签署的`,
    'seen-unknown': ({ seq }) => `第 ${seq} 条签署人看到的经过，不是此前的任何一条`,
    'seen-too-old': ({ seq, missed }) => `第 ${seq} 条作决定时不知道第 ${missed} 条，而那一条关系到这一决定`,
    'time-off': ({ seq, at }) => `第 ${seq} 条的签署时间是 ${at}，与记入的时间相差一小时以上`,
    'act-unbound': ({ seq }) => `第 ${seq} 条未写明本轮次的启动和签署人看到的经过，而此前的指令已写明`,
    'undo-differs': ({ seq }) => `第 ${seq} 条的撤销导入与所签内容不符、缺少会签，或当时已有办理`,
    'amendment-differs': ({ seq }) => `第 ${seq} 条的方案调整与所签内容不符，或缺少应有的会签`,
    'key-unagreed': ({ seq }) => `第 ${seq} 条换上的新公钥，既没有原私钥的签认，也没有两人的有效签名`,
    'not-accepted': () => '其中没有验收通过的记录',
    'manifest-hash-differs': ({ expected, found }) => `所列佐证的校验值为 ${found}，文件中写的是 ${expected}`,
    'manifest-not-accepted': ({ seq, expected, found }) =>
      `办理经过第 ${seq} 条验收的佐证是 ${expected}，现在所列的是 ${found}`,
    'manifest-not-of-item': ({ expected, found }) =>
      `所列佐证（${found}）与 evidence.json（${expected}）不同`,
    'evidence-missing': ({ expected }) => `SHA-512 为 ${expected} 的佐证不在归档包中`,
    'evidence-differs': ({ expected, found }) =>
      `佐证已被替换为其他文件：SHA-512 应为 ${expected}，现为 ${found}`,
    'evidence-unnamed': () => '放在佐证中，但事项没有列出',
    'titles-differ': () => '路径和标题与佐证不符',
    'mail-missing': ({ receipt }) => `有回执 ${receipt}，但缺少这封邮件`,
    'receipt-missing': ({ mail }) => `有邮件 ${mail}，但缺少这份回执`,
    'receipt-of-others': () => '其中没有本事项的通知',
    'receipt-beyond-log': ({ notice, entries }) =>
      `邮件告知了 ${notice}，但办理经过的 ${entries} 条中没有这一条`,
    'mail-differs': ({ expected, found }) =>
      `邮件的 Message-ID ${found ? `是 ${found}` : '缺失'}，而回执上是 ${expected}`,
    'mail-altered': ({ expected, found }) =>
      `与当时发出的邮件不一致：SHA-256 应为 ${expected}，现为 ${found}`,
    'receipt-misplaced': ({ expected }) => `按内容应放在 ${expected}`,
    'item-differs': ({ field }) => `${field} 与办理经过不符`,
    'info-differs': ({ label, expected, found }) =>
      `${label} ${found ? `为 ${found}` : '缺失'}，而记录${expected ? `为 ${expected}` : '没有'}`,
    'opening-bad': ({ fault }) => `启动签名无效（${fault}）`,
    'opening-differs': () => '两人签署的启动内容与归档包中的不符',
    'opening-signer-unknown': ({ person }) => `启动轮次的 ${person} 在 people.json 中没有这个公钥`,
    'opening-missing': ({ seq, beside }) => {
      if (beside !== undefined) return `缺少启动文件，而同一文件夹的归档包 ${beside} 载有本轮次的启动`;
      return seq === undefined
        ? '缺少启动文件，无法证明轮次由已登记公钥的人员启动（旧版本的归档包、接受自称身份的轮次都没有此文件）'
        : `缺少启动文件，而第 ${seq} 条的签名指明了本轮次的启动`;
    },
    'added-untold': () => '同一文件夹中轮次的归档包没有这次方案调整',
    'added-not-pinned': ({ person }) =>
      `${person} 增列本事项所用的公钥没有登记为该单位整改办或主要负责人的公钥；请与轮次的归档包放在一起核验`,
    'opening-not-pinned': ({ person }) => `${person} 启动轮次所用的公钥没有为该单位登记`,
    'key-untold': ({ person, kid }) => `${person} 的公钥 ${kid} 不是由所签内容而来`,
    'page-differs': ({ line }) => `从第 ${line} 行起与记录不符`,
    'not-closed': () => '办理经过不是以轮次办结结束',
    'summary-differs': ({ field, other }) => `其中的 ${field} 与 ${other} 不同`,
    'documents-differ': () => '所列文件与办理经过中收存和发布的文件不同',
    'document-missing': ({ title, expected }) => `文件《${title}》不在归档包中（SHA-512 为 ${expected}）`,
    'document-differs': ({ title, expected, found }) =>
      `文件《${title}》已被替换为其他文件：SHA-512 应为 ${expected}，现为 ${found}`,
    'document-unnamed': () => '放在文件中，但办理经过中没有收存记录',
    'ledger-of-other-entry': ({ seq }) => `不是办理经过第 ${seq} 条时的台账`,
    'totals-differ': ({ field }) => `${field} 的合计与逐行计数不同`,
    'figures-differ': ({ seq }) => `办理经过第 ${seq} 条发布的通报，数字与当时的台账不同`,
    'items-differ': () => '台账的事项与导入的方案不同',
    'bag-reference-differs': ({ item, cycle }) =>
      `事项 ${item} 第 ${cycle} 次办理的归档包与台账和办理经过所记的不同`,
    'archive-number-twice': ({ archiveNumber }) => `档号 ${archiveNumber} 重复使用`,
    'attested-other': ({ seq, entries }) => `第 ${seq} 条所核签的第 ${entries} 条，不是这份记录中的那一条`,
    'item-log-went-back': ({ item, cycle, entries }) =>
      `事项 ${item} 第 ${cycle} 次办理的经过被回退：轮次曾见到第 ${entries} 条，后来已不在其中`,
    'item-log-lacks': ({ bag, entries, found }) =>
      `旁边的归档包 ${bag} 中办理经过共 ${found} 条，没有轮次曾见到的第 ${entries} 条`,
    'item-begins-otherwise': ({ bag, cycle }) =>
      `旁边的归档包 ${bag} 中办理经过的第一条，与轮次所记第 ${cycle} 次办理的开始不符`,
    'item-bag-differs': ({ bag, expected, found }) =>
      `旁边的归档包 ${bag} 不是归档时的那一个：tagmanifest-sha512.txt 的 SHA-512 应为 ${expected}，现为 ${found}`,
  },
};
