import { pathToFileURL } from 'node:url';
import { defaultStore, languageOf, ownFolder, storeUrl } from './settings';

describe('the language', () => {
  test('is the one that was asked for, whatever the locale', () => {
    expect(languageOf('en', { LANG: 'zh_CN.UTF-8' })).toBe('en');
    expect(languageOf('zh-CN', { LANG: 'en_US.UTF-8' })).toBe('zh-CN');
    expect(languageOf('zh', { LANG: 'en_US.UTF-8' })).toBe('zh-CN');
  });

  test.each(['en_US.UTF-8', 'en', 'en-GB', 'en_GB@euro'])('is English where the locale is %s', (LANG) => {
    expect(languageOf(undefined, { LANG })).toBe('en');
  });

  test.each([undefined, '', 'C', 'C.UTF-8', 'POSIX', 'zh_CN.UTF-8', 'de_DE', 'enochian'])(
    'is Chinese where the locale is %s',
    (LANG) => {
      expect(languageOf(undefined, { LANG })).toBe('zh-CN');
    },
  );

  test('is that of LC_ALL before LC_MESSAGES before LANG', () => {
    expect(languageOf(undefined, { LC_ALL: 'en_US', LANG: 'zh_CN' })).toBe('en');
    expect(languageOf(undefined, { LC_ALL: '', LC_MESSAGES: 'en_US', LANG: 'zh_CN' })).toBe('en');
    expect(languageOf(undefined, { LC_ALL: 'C', LANG: 'en_US' })).toBe('zh-CN');
  });
});

describe('the store', () => {
  const url = (path: string) => pathToFileURL(path).href;

  test('is that of STORE', () => {
    expect(storeUrl({ STORE: 'file:///srv/store', HOME: '/home/jia' })).toBe('file:///srv/store');
  });

  test('lies in the data folder of the user when STORE is not set', () => {
    expect(storeUrl({ STORE: '', HOME: '/home/jia' })).toBe(url('/home/jia/.local/share/rectify/store'));
    expect(defaultStore({ XDG_DATA_HOME: '/data dir', HOME: '/home/jia' })).toBe(
      url('/data dir/rectify/store'),
    );
  });

  test('uses XDG_DATA_HOME only where it is absolute, as its specification demands', () => {
    expect(defaultStore({ XDG_DATA_HOME: 'data', HOME: '/home/jia' })).toBe(
      url('/home/jia/.local/share/rectify/store'),
    );
  });
});

test.each([
  ['XDG_CONFIG_HOME', '/home/jia/.config/rectify'],
  ['XDG_DATA_HOME', '/home/jia/.local/share/rectify'],
  ['XDG_STATE_HOME', '/home/jia/.local/state/rectify'],
] as const)('our folder in %s is where its specification puts it', (variable, usual) => {
  expect(ownFolder({ HOME: '/home/jia' }, variable)).toBe(usual);
  expect(ownFolder({ HOME: '/home/jia', [variable]: '/elsewhere' }, variable)).toBe('/elsewhere/rectify');
  expect(ownFolder({ HOME: '/home/jia', [variable]: 'relative' }, variable)).toBe(usual);
});
