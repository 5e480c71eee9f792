import type { Bug } from '../bug';

export const WORKER: readonly Bug[] = [
  {
    name: 'password-without-a-user',
    file: 'worker/configuration.ts',
    was: "if (url.username === '' || url.password !== '') {",
    is: "if (url.username === '' && url.password !== '') {",
    breaks: 'A worker starts with a password and no user, and its mail server refuses every mail.',
  },
  {
    name: 'store-made-unasked',
    file: 'worker/store.ts',
    was: "if (NEW_STORE === 'no' && (await isAtWork()))",
    is: "if (NEW_STORE === 'yes' && (await isAtWork()))",
    breaks: 'Where the disk is not mounted a worker makes an empty store, and all evidence seems gone.',
  },
  {
    name: 'started-without-attributes',
    file: 'worker/namespace.ts',
    was: "if (wrong !== '') throw failing((say) => say.attributes(wrong));",
    is: "if (wrong !== '') return false;",
    breaks: 'A worker starts in a namespace without search attributes, where each task of an item fails.',
  },
];
