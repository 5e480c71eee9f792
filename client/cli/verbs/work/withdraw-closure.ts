import { textVerb } from '../shared/text-verb';

export const register = textVerb(
  (say) => say.argument.reason,
  (reason) => ({ type: 'withdraw-closure', reason }),
);
