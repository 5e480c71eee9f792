import { textVerb } from '../shared/text-verb';

export const register = textVerb(
  (say) => say.life.argument.sustained,
  (text) => ({ type: 'check-in', text }),
);
