import { textVerb } from '../shared/text-verb';

export const register = textVerb(
  (say) => say.life.argument.question,
  (text) => ({ type: 'ask', text }),
);
