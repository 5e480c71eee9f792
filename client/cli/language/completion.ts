import type { Language } from '../../../domain/round/roster';
import type { Shell } from '../completion/scripts';

/** `load` is said on a screen, where a script is of no use. */
export const COMPLETION: Record<Language, { shell: string; load: (shell: Shell) => string }> = {
  'zh-CN': {
    shell: '所用的 shell：bash 或 zsh',
    load: (shell) => `启用补全：在 ~/.${shell}rc 中加一行 source <(rectify completion ${shell})`,
  },
  en: {
    shell: 'the shell: bash or zsh',
    load: (shell) => `To use it, put into ~/.${shell}rc: source <(rectify completion ${shell})`,
  },
};
