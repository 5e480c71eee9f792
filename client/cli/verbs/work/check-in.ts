import { textVerb } from './text-verb';

export const register = textVerb(
  (say) => say.life.argument.sustained,
  (text) => ({ type: 'check-in', text }),
);
