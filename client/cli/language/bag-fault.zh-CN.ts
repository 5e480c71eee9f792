import type { FormProblem } from '../../../archive/item/foreign';
import type { RecordFault } from '../../../archive/item/record-fault';
import type { LogFault } from '../../../domain/item/log';
import type { BagFault } from '../../../archive/bag';
import { sayFault } from './say-fault';

const FORM: Record<FormProblem, string> = {
  'too-large': '过大，不会是归档记录（超过 8 MiB）',
  'not-utf-8': '不是 UTF-8 编码',
  'not-json': '不是 JSON',
  'out-of-bounds': '嵌套过深，或有过大的数',
  'wrong-form': '不是归档记录的格式',
};

const LOG_FAULT: Record<LogFault['fault'], string> = {
  'wrong-hash': '与写下时不同：校验值不符',
  'broken-chain': '与前一条不相接（若为首条，则不属于本事项）',
  'wrong-number': '序号与所在位置不符',
  'time-runs-back': '时间早于前一条',
};

/** 归档包哪里不对。 */
export const BAG_FAULT = sayFault<BagFault | RecordFault>({
  'tag-file-missing': () => '缺少这个文件',
  'declaration-differs': ({ expected, found }) => `声明应为“${expected}”，现为“${found}”`,
  'not-utf-8': () => '不是 UTF-8 编码',
  'line-malformed': ({ line, text }) => `第 ${line} 行格式不对：${text}`,
  'entry-duplicate': ({ line, path }) => `第 ${line} 行重复列出 ${path}`,
  'path-outside': ({ line, path }) => `第 ${line} 行的路径超出范围：${path}`,
  'entry-altered': ({ line, path, expected, found }) =>
    `第 ${line} 行被改动：所写 ${path} 的校验值 ${expected} 与文件的 ${found} 只差少数几位`,
  'entry-missing': ({ path }) => `没有列出 ${path}，而该文件在`,
  'path-differs': ({ manifest, line, path, found }) =>
    `${manifest} 第 ${line} 行所列的路径是 ${path}，而该文件在 ${found}`,
  'file-missing': ({ manifest }) => `列在 ${manifest} 中，但文件不在`,
  'file-unlisted': ({ manifest }) => `文件在，但没有列在 ${manifest} 中`,
  'checksum-differs': ({ expected, found }) => `内容已变：校验值应为 ${expected}，现为 ${found}`,
  'oxum-differs': ({ expected, found }) => `Payload-Oxum 应为 ${expected}，现为 ${found}`,
  'file-unreadable': ({ reason }) => `无法读取：${reason}`,
  'record-missing': () => '归档记录缺少这个文件',
  'record-malformed': ({ line, problem, at }) =>
    `${line === undefined ? '' : `第 ${line} 行`}${FORM[problem]}${at === undefined ? '' : `（${at}）`}`,
  'file-unnamed': () => '不属于记录，是有人放进来的',
  'log-broken': ({ seq, fault }) => `第 ${seq} 条${LOG_FAULT[fault]}`,
  'log-head-differs': ({ expected, found }) =>
    `末条与归档时不同：bag-info.txt 的 Rectify-Log-Head ${expected ? `为 ${expected}` : '缺失'}，现末条为 ${found}`,
  'version-differs': ({ expected, found }) => `版本为 ${found}，而经过中最后启用的是 ${expected}`,
  'signature-bad': ({ seq, fault }) => `第 ${seq} 条的签名不成立（${fault}）`,
  'signature-differs': ({ seq, field }) => `第 ${seq} 条与其本人所签的不同（${field}）`,
  'act-unsigned': ({ seq }) => `第 ${seq} 条是个人办理，却没有签名，而规则只接受签名指令`,
  'act-repeated': ({ seq }) => `第 ${seq} 条是前面某一条的重复，签名只对那一条有效`,
  'not-accepted': () => '其中没有验收通过的记载',
  'manifest-hash-differs': ({ expected, found }) => `所列佐证的校验值为 ${found}，文件中却写 ${expected}`,
  'manifest-not-accepted': ({ seq, expected, found }) =>
    `经过第 ${seq} 条验收的佐证是 ${expected}，现列佐证是 ${found}`,
  'manifest-not-of-item': ({ expected, found }) => `所列佐证（${found}）与 evidence.json（${expected}）不同`,
  'evidence-missing': ({ expected }) => `SHA-512 为 ${expected} 的佐证不在包中`,
  'evidence-differs': ({ expected, found }) => `佐证被换成别的文件：SHA-512 应为 ${expected}，现为 ${found}`,
  'evidence-unnamed': () => '在佐证之中，但事项没有列出它',
  'titles-differ': () => '路径和标题与佐证不符',
  'mail-missing': ({ receipt }) => `有回执 ${receipt}，却缺少这封邮件`,
  'receipt-missing': ({ mail }) => `有邮件 ${mail}，却缺少这份回执`,
  'receipt-of-others': () => '其中没有本事项的通知',
  'receipt-beyond-log': ({ notice, entries }) => `邮件告知过 ${notice}，但经过只有 ${entries} 条，其中没有它`,
  'mail-differs': ({ expected, found }) =>
    `邮件的 Message-ID ${found ? `是 ${found}` : '缺失'}，而回执上是 ${expected}`,
  'receipt-misplaced': ({ expected }) => `按其内容应在 ${expected}`,
  'item-differs': ({ field }) => `${field} 与办理经过不符`,
  'info-differs': ({ label, expected, found }) =>
    `${label} ${found ? `为 ${found}` : '缺失'}，而记录${expected ? `为 ${expected}` : '没有'}`,
  'page-differs': ({ line }) => `从第 ${line} 行起与记录不符`,
});
