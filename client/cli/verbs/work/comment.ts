import { textVerb } from '../shared/text-verb';

export const register = textVerb(
  (say) => say.argument.comment,
  (text) => ({ type: 'comment', text }),
);
