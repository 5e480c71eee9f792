import type { StoreFaultKind } from '../fault-kind';
import type { StoreWords } from './words';

const WHAT: Record<StoreFaultKind, string> = {
  full: '空间已满或超出配额，请腾出空间',
  'read-only': '为只读，请改为可写',
  denied: '拒绝访问，请检查权限和凭据',
  gone: '找不到，请检查 STORE 的设置，以及文件夹是否已挂载、存储桶是否存在',
  unreachable: '无法连接，请检查网络和存储服务',
  busy: '繁忙或内部出错，请检查存储服务',
  linked: '中有文件夹被替换为链接，系统不会经链接读写，请查明由谁设置，并恢复原文件夹',
  broken: '读写出错，请检查磁盘或存储服务',
};

const fault: StoreWords['fault'] = ({ store, kind, detail }) => `存储 ${store} ${WHAT[kind]}（${detail}）。`;

export const CHINESE: StoreWords = {
  fault,
  policies: '存储桶的权限策略在此看不到，请自行核对（docs/store.zh-CN.md）',
  waiting: (told) => `${fault(told)}恢复后自动继续。`,
};
