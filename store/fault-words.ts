import type { Language } from '../domain/round/roster';
import type { StoreFaultKind } from './fault';

const WHAT: Record<Language, Record<StoreFaultKind, string>> = {
  'zh-CN': {
    full: '空间已满或超出配额，请腾出空间',
    'read-only': '只读，请改为可写',
    denied: '拒绝访问，请检查权限或凭据',
    gone: '文件夹或存储桶不在，请检查 STORE 及其挂载',
    unreachable: '连接不上，请检查网络与存储服务',
    busy: '忙或自身出错，请查看存储服务',
    broken: '读写出错，请检查存储',
  },
  en: {
    full: 'is full or over its quota: free some space',
    'read-only': 'is read-only: make it writable',
    denied: 'refuses access: check permissions or credentials',
    gone: 'is not there: check STORE, and that its folder is mounted or its bucket exists',
    unreachable: 'cannot be reached: check the network and the storage service',
    busy: 'is busy or has an error of its own: look at the storage service',
    broken: 'fails to read or write: check it',
  },
};

/** One sentence on what keeps the store from working, and what to do. */
export const faultSentence = (
  language: Language,
  { store, kind, detail }: { store: string; kind: StoreFaultKind; detail: string },
): string =>
  language === 'zh-CN'
    ? `存储 ${store} ${WHAT[language][kind]}（${detail}）。`
    : `The store ${store} ${WHAT[language][kind]} (${detail}).`;
