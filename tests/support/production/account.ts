import { readFile } from 'node:fs/promises';

/** User and group of a process. */
export interface Account {
  uid: number;
  gid: number;
}

/** In this order: the account that the package of PostgreSQL makes, and one that every system has. */
const CANDIDATES = ['postgres', 'nobody'];

/** Who PostgreSQL runs as where we are root, as whom it refuses to run; nobody else where we are not. */
export const accountForPostgres = async (
  uid = process.getuid?.(),
  passwd = '/etc/passwd',
): Promise<Account | undefined> => {
  if (uid !== 0) return undefined;
  const accounts = (await readFile(passwd, 'utf8')).split('\n').map((line) => line.split(':'));
  for (const name of CANDIDATES) {
    const account = accounts.find(([user]) => user === name);
    if (account) return { uid: Number(account[2]), gid: Number(account[3]) };
  }
  throw new Error(
    `PostgreSQL 不能以 root 身份运行,而本机没有 ${CANDIDATES.join('、')} 用户。 ` +
      `PostgreSQL does not run as root, and this machine has no user ${CANDIDATES.join(' or ')}.`,
  );
};
