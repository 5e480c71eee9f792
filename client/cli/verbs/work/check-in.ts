import { textVerb } from '../shared/text-verb';

export const register = textVerb(
  (say) => say.argument.sustained,
  (text) => ({ type: 'check-in', text }),
);
