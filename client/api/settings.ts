import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Language } from '../../domain/round/roster';

export type Environment = Readonly<Record<string, string | undefined>>;

/** POSIX: an empty variable counts as unset. */
export const setting = (environment: Environment, name: string): string | undefined =>
  environment[name] === '' ? undefined : environment[name];

/** Which locales, and short forms of `--lang`, ask for a language. */
const LOCALES: Record<Language, RegExp> = { 'zh-CN': /^zh([_.@-]|$)/i, en: /^en([_.@-]|$)/i };

export const LANGUAGES = Object.keys(LOCALES) as readonly Language[];

/** The language that was asked for, else that of the locale; Chinese where that asks for none of them. */
export const languageOf = (asked: string | undefined, environment: Environment): Language => {
  const known = LANGUAGES.find((language) => LOCALES[language].test(asked ?? ''));
  if (known) return known;
  const locale =
    setting(environment, 'LC_ALL') ?? setting(environment, 'LC_MESSAGES') ?? setting(environment, 'LANG');
  return LANGUAGES.find((language) => LOCALES[language].test(locale ?? '')) ?? 'zh-CN';
};

/** What a user's folders are for, and where they are when the variable does not say (XDG Base Directory Specification). */
const FOLDERS = {
  XDG_CONFIG_HOME: ['.config'],
  XDG_DATA_HOME: ['.local', 'share'],
  XDG_STATE_HOME: ['.local', 'state'],
} as const;

/** Our own folder among the user's; a variable that is not absolute does not count. */
export const ownFolder = (environment: Environment, variable: keyof typeof FOLDERS): string => {
  const given = setting(environment, variable);
  const home = setting(environment, 'HOME') ?? homedir();
  const base = given !== undefined && isAbsolute(given) ? given : join(home, ...FOLDERS[variable]);
  return join(base, 'rectify');
};

/** Where files are kept when STORE does not say: in the user's data folder. */
export const defaultStore = (environment: Environment): string =>
  pathToFileURL(join(ownFolder(environment, 'XDG_DATA_HOME'), 'store')).href;

export const storeUrl = (environment: Environment): string =>
  setting(environment, 'STORE') ?? defaultStore(environment);
