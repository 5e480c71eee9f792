import { textVerb } from '../shared/text-verb';

export const register = textVerb(
  (say) => say.argument.question,
  (text) => ({ type: 'ask', text }),
);
