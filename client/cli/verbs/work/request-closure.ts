import { textVerb } from '../shared/text-verb';

export const register = textVerb(
  (say) => say.argument.summary,
  (summary) => ({ type: 'request-closure', summary }),
);
