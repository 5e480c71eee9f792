import type { RoundOnlyFault } from '../../../archive/round/fault';
import type { Language } from '../../../domain/round/roster';
import type { ItemBags } from '../../../archive/verify/round-bag';

type Sentences = {
  [T in RoundOnlyFault['type']]: (fault: Extract<RoundOnlyFault, { type: T }>) => string;
};

const FAULTS: Record<Language, Sentences> = {
  'zh-CN': {
    'not-closed': () => '经过不是以轮次办结结束的',
    'summary-differs': ({ field, other }) => `其中的 ${field} 与 ${other} 不同`,
    'documents-differ': () => '所列文件不是经过里收存和发布的文件',
    'document-missing': ({ title, expected }) => `文件《${title}》不在包中，其 SHA-512 为 ${expected}`,
    'document-differs': ({ title, expected, found }) =>
      `文件《${title}》被换成别的文件：SHA-512 应为 ${expected}，现为 ${found}`,
    'document-unnamed': () => '在文件之中，但经过没有收存它',
    'ledger-of-other-entry': ({ seq }) => `这份台账不是经过第 ${seq} 条当时的台账`,
    'totals-differ': ({ field }) => `合计 ${field} 与逐行计数不同`,
    'figures-differ': ({ seq }) => `经过第 ${seq} 条的通报，数字与当时的台账不同`,
    'items-differ': () => '台账的事项不是导入方案的事项',
    'bag-reference-differs': ({ item, cycle }) =>
      `事项 ${item} 第 ${cycle} 次办理的归档包，与台账和经过所记的不同`,
    'archive-number-twice': ({ archiveNumber }) => `档号 ${archiveNumber} 用了不止一次`,
    'item-bag-differs': ({ bag, expected, found }) =>
      `旁边的归档包 ${bag} 不是轮次归档时的那一个：tagmanifest-sha512.txt 的 SHA-512 应为 ${expected}，现为 ${found}`,
  },
  en: {
    'not-closed': () => 'the log does not end with the close of the round',
    'summary-differs': ({ field, other }) => `its ${field} is not that of ${other}`,
    'documents-differ': () => 'the documents listed are not those that the log has filed and published',
    'document-missing': ({ title, expected }) =>
      `the document "${title}" with SHA-512 ${expected} is not in the bag`,
    'document-differs': ({ title, expected, found }) =>
      `another file lies in the place of "${title}": its SHA-512 should be ${expected} and is ${found}`,
    'document-unnamed': () => 'lies among the documents, but the log has not filed it',
    'ledger-of-other-entry': ({ seq }) => `is not the ledger as it stood at entry ${seq} of the log`,
    'totals-differ': ({ field }) => `the totals in ${field} are not what counting the rows gives`,
    'figures-differ': ({ seq }) =>
      `the notice of entry ${seq} was published with other figures than the ledger had`,
    'items-differ': () => 'the items of the ledger are not those of the plan as it was imported',
    'bag-reference-differs': ({ item, cycle }) =>
      `the bag of life ${cycle} of ${item} is not the one that ledger and log tell of`,
    'archive-number-twice': ({ archiveNumber }) => `the archive number ${archiveNumber} is given twice`,
    'item-bag-differs': ({ bag, expected, found }) =>
      `the bag ${bag} beside it is not the one that was archived: the SHA-512 of its tagmanifest-sha512.txt should be ${expected} and is ${found}`,
  },
};

/** What is wrong with the bag of a round alone. */
export const sayRoundFault = (language: Language, fault: RoundOnlyFault): string => {
  const sentence = FAULTS[language][fault.type] as (fault: RoundOnlyFault) => string;
  return sentence(fault);
};

const BESIDE: Record<Language, (found: number, missing: readonly string[]) => string> = {
  'zh-CN': (found, missing) =>
    `旁边的事项归档包 ${found} 个相符${missing.length > 0 ? `；未在旁边、未核对：${missing.join('、')}` : ''}`,
  en: (found, missing) =>
    `${found} item bags beside it are the right ones${missing.length > 0 ? `; not beside it, not compared: ${missing.join(', ')}` : ''}`,
};

/** What has become of the bags of items that a valid bag of a round refers to. */
export const sayItemBags = (language: Language, { named, missing }: ItemBags): string =>
  BESIDE[language](named - missing.length, missing);
