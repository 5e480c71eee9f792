import { z } from 'zod';
import type { Language } from '../../domain/round/roster';
import table from '../../deploy/proxy/rights.json';

/** What the certificates of the proxy are for, beside the operator's, which may do everything. */
export const ROLES = ['person', 'office', 'worker'] as const;
export type Role = (typeof ROLES)[number];

/** Which roles may call a method of the Temporal server, by its path without the first slash; nothing else may be called. */
export const RIGHTS = z.record(z.string(), z.array(z.enum(ROLES)).min(1)).parse(table);

/** The methods that a role may call. */
export const methodsOf = (role: Role): string[] =>
  Object.keys(RIGHTS).filter((method) => RIGHTS[method]?.includes(role));

const BANNER = '# Printed from rights.json by "npm run docs".';

/** An entry of a map that stands for just this text: one that is no pattern would take any case, and needs a larger table. */
const entry = (text: string): string => `    "~^${text.replaceAll('.', '\\.')}\\z" 1;`;

/** The rights as a map of nginx: what is asked is compared as it came, and what is not listed is not allowed. */
export const nginxMap = (): string => {
  const allowed = ROLES.flatMap((role) => methodsOf(role).map((method) => entry(`${role} /${method}`)));
  return [
    BANNER,
    'map "$rectify_role $request_uri" $rectify_allowed {',
    '    default 0;',
    '    "~^operator " 1;',
    ...allowed,
    '}',
    '',
  ].join('\n');
};

const HEADS: Record<Language, Record<'method' | Role, string>> = {
  'zh-CN': {
    method: '方法',
    person: '个人 `person`',
    office: '整改办 `office`',
    worker: '工作进程 `worker`',
  },
  en: { method: 'Method', person: '`person`', office: '`office`', worker: '`worker`' },
};

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** A method without the package of its service, which is long. */
const named = (method: string): string => `\`${method.split('.').at(-1) ?? method}\``;

/** The rights as a table in Markdown, without a line end. */
const serverRightsTable = (language: Language): string => {
  const says = HEADS[language];
  const heads = [says.method, ...ROLES.map((role) => says[role])];
  const rows = Object.entries(RIGHTS).map(([path, roles]) => [
    named(path),
    ...ROLES.map((role) => (roles.includes(role) ? '✓' : '')),
  ]);
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
};

const [BEGIN, END] = ['<!-- server-rights -->', '<!-- /server-rights -->'] as const;

/**
 * A page of the documentation with the table as it is now, between its markers.
 * @throws RangeError for a page without them
 */
export const withServerRights = (page: string, language: Language): string => {
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new RangeError(`there is no ${BEGIN}`);
  return `${before}${BEGIN}\n\n${serverRightsTable(language)}\n\n${END}${after}`;
};

/** What is printed of the rights, as paths from the root of the project. */
export const PAGES: Record<Language, string> = {
  'zh-CN': 'docs/keys-and-rights.zh-CN.md',
  en: 'docs/keys-and-rights.md',
};
export const MAP = 'deploy/proxy/rights.conf';
