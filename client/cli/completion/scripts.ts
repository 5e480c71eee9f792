import { shellWord } from '../terminal/shell';
import { COMPLETE, FILES, FOLDERS } from './protocol';

export const SHELLS = ['bash', 'zsh'] as const;
export type Shell = (typeof SHELLS)[number];

/** Bash 3.2 and later. Words are handed on as they are, never evaluated; the shell itself completes files. */
const bash = (ask: string): string => String.raw`# rectify: completion for bash
_rectify_completion() {
  local line
  COMPREPLY=()
  while IFS= read -r line; do
    case $line in
      ${FILES}) compopt -o default 2>/dev/null ;;
      ${FOLDERS}) compopt -o dirnames 2>/dev/null ;;
      *) COMPREPLY+=("${'$'}{line%%$'\t'*}") ;;
    esac
  done < <(${ask} bash "$COMP_CWORD" "${'$'}{COMP_WORDS[@]}" 2>/dev/null </dev/null)
}
complete -o nosort -F _rectify_completion rectify 2>/dev/null || complete -F _rectify_completion rectify
`;

/** Sourced after compinit, or as a file _rectify in a folder of fpath. */
const zsh = (ask: string): string => String.raw`#compdef rectify
# rectify: completion for zsh
_rectify() {
  local line word
  local -a found
  local -a given
  given=("${'$'}{(@Q)words}")
  [[ $PREFIX == --*=* ]] && compset -P '*='
  while IFS= read -r line; do
    case $line in
      ${FILES}) _files; return ;;
      ${FOLDERS}) _files -/; return ;;
    esac
    word=${'$'}{line%%$'\t'*}
    if [[ $line == *$'\t'* ]]; then
      found+=("${'$'}{word//:/\\:}:${'$'}{line#*$'\t'}")
    else
      found+=("${'$'}{word//:/\\:}")
    fi
  done < <(${ask} zsh "$((CURRENT - 1))" "${'$'}{given[@]}" 2>/dev/null </dev/null)
  _describe -V rectify found
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
  _rectify "$@"
elif (( $+functions[compdef] )); then
  compdef _rectify rectify
fi
`;

const SCRIPTS: Record<Shell, (ask: string) => string> = { bash, zsh };

/**
 * What a shell sources to complete `rectify`. `program` is how this program was started, e.g. Node and its file: so
 * that it is found also where it is not on PATH.
 */
export const completionScript = (shell: Shell, program: readonly string[]): string =>
  SCRIPTS[shell]([...program, COMPLETE].map(shellWord).join(' '));
